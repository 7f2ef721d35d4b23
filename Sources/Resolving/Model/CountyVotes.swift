internal import Foundation
internal import Gazetteers

/// What counties and districts and the towns in them say of one another: of the dozen Lebanons and eight Boone Counties
/// of a report, those are meant of which one lies in the other.
struct CountyVotes {
    private let weights: ResolutionWeights
    /// The likely counties and towns by the code of the county, with their variables.
    private var counties: [String: [Vote]] = [:]
    private var towns: [String: [Vote]] = [:]

    private struct Vote {
        var variable: Int
        var probability: Double
    }

    init(_ variables: [PlaceVariable], weights: ResolutionWeights) {
        self.weights = weights
        // Towns count only where there is a county to lie in.
        let hasCounty = variables.contains { variable in
            variable.matches.first.map { $0.place.kind == .admin2 } ?? false
        }
        guard hasCounty else { return }
        for (index, variable) in variables.enumerated() where !variable.isDemonym {
            for (match, probability) in zip(variable.matches, variable.marginal)
            where probability > Self.least {
                guard let code = match.place.admin2 else { continue }
                let vote = Vote(variable: index, probability: probability)
                if match.place.kind == .admin2 {
                    counties[code, default: []].append(vote)
                } else {
                    towns[code, default: []].append(vote)
                }
            }
        }
    }

    /// Places less likely than this say nothing.
    private static let least = 0.003

    /// The score of each place of a variable.
    ///
    /// What one variable says of another is as in the passing of messages between the two: the logarithm of how much
    /// likelier a pair with a town in its county is, whichever of its places the other may be.
    func scores(for index: Int, _ variable: PlaceVariable) -> [Double] {
        guard !counties.isEmpty, !variable.isDemonym else {
            return Array(repeating: 0, count: variable.matches.count)
        }
        let gain = exp(weights[.sameCounty]) - 1
        return variable.matches.map { match in
            guard let code = match.place.admin2 else { return 0 }
            let votes = (match.place.kind == .admin2 ? towns : counties)[code] ?? []
            let best = votes.lazy.filter { $0.variable != index }.map(\.probability).max() ?? 0
            return best > 0 ? log(1 + gain * best) : 0
        }
    }
}
