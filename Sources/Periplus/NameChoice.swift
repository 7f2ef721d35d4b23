internal import Foundation
internal import Gazetteers
internal import Geodesy

/// A name of a command line, the places it may mean, and the one chosen.
struct NameChoice {
    /// A place that a name may mean, and how likely by itself, in decimal orders of population.
    struct Candidate {
        var place: Place
        var weight: Double
    }

    /// The words.
    var text: String
    /// The places, likeliest first; empty for a position.
    var candidates: [Candidate]
    /// What needs no choice: coordinates, an identifier.
    var position: FoundPlace?
    /// The index of the place chosen.
    var best = 0

    /// A name with its places.
    init(text: String, candidates: [Candidate]) {
        self.text = text
        self.candidates = candidates
    }

    /// A position, which decides others and is not decided.
    init(position: FoundPlace) {
        text = position.text
        candidates = []
        self.position = position
    }

    private var coordinate: Coordinate {
        position?.coordinate ?? candidates[best].place.coordinate
    }

    private var country: String? { position?.place?.country ?? candidates.at(best)?.place.country }

    /// Chooses the places of several names together, each by its own weight and its nearness to the others.
    ///
    /// In turn, until none changes: a handful of names settles in two or three rounds.
    static func settle(_ choices: inout [NameChoice]) {
        guard choices.count > 1 else { return }
        for _ in 0..<5 {
            var hasChanged = false
            for index in choices.indices where choices[index].candidates.count > 1 {
                let others = neighbours(of: index, in: choices)
                let scores = choices[index].candidates.prefix(most).map { candidate in
                    candidate.weight + nearness(of: candidate.place, to: others)
                }
                guard let top = scores.max(), let best = scores.firstIndex(of: top),
                    best != choices[index].best
                else { continue }
                choices[index].best = best
                hasChanged = true
            }
            if !hasChanged { return }
        }
    }

    /// More places of a name than these are too small to be meant.
    private static let most = 40

    /// The other names, at most those next to it in the line.
    private static func neighbours(of index: Int, in choices: [NameChoice]) -> [NameChoice] {
        let reach = 20
        return choices.indices.filter { $0 != index && abs($0 - index) <= reach }.map {
            choices[$0]
        }
    }

    /// What nearness to the others is worth, at most as much as a place fifteen times as large.
    private static func nearness(of place: Place, to others: [NameChoice]) -> Double {
        guard !others.isEmpty else { return 0 }
        let sum = others.reduce(0.0) { sum, other in
            let distance = Ellipsoid.wgs84.distance(from: place.coordinate, to: other.coordinate)
            let isCompatriot = place.country != nil && place.country == other.country
            return sum + exp(-distance.kilometres / 1_500) + (isCompatriot ? 0.2 : 0)
        }
        return sum / Double(others.count)
    }
}

extension Array {
    fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
