internal import Foundation
internal import Gazetteers

/// Puts the parts of a score into words that a reader can check.
enum ReasonWriter {
    /// The reasons for a candidate, the weightiest first.
    static func reasons(_ candidate: Candidate) -> [String] {
        let parts = candidate.score.parts.filter { $0.value >= 0.3 }
            .sorted { $0.value > $1.value }
        var reasons: [String] = []
        for part in parts {
            guard let words = words(for: part, candidate), !reasons.contains(words) else {
                continue
            }
            reasons.append(words)
            if reasons.count == 5 { break }
        }
        if candidate.match.kind != .primary, candidate.match.name != candidate.place.name {
            reasons.append("known as \(candidate.match.name)")
        }
        return reasons
    }

    private static func words(for part: Score.Part, _ candidate: Candidate) -> String? {
        let place = candidate.place
        switch part.reason {
        case .name: return nil
        case .kind: return place.kind.inWords
        case .population:
            // A division's is the sum of its places, good for weighing, not for telling.
            let isTold = place.kind != .admin1 && place.kind != .admin2 && place.population > 0
            return isTold ? "population \(inWords(place.population))" : nil
        case .capital: return "capital"
        case .containment: return "within: \(part.detail)"
        case .contains: return "contains: \(part.detail)"
        case .use: return place.kind == .institution ? "seat of power" : "place of a report"
        case .countryVote: return "other places of the text lie in \(part.detail)"
        case .adminVote: return "other places of the text lie in its region (\(part.detail))"
        case .proximity: return "near other places of the text"
        case .dateline: return "place of the report"
        case .typeWord: return "called a \(place.kind.inWords)"
        case .seaLeg:
            if !part.detail.isEmpty { return "on the shore of: \(part.detail)" }
            return place.kind == .port ? "port, for a leg by sea" : "on a shore, for a leg by sea"
        case .via: return "on the way"
        case .landLeg: return "on one landmass with the other end"
        case .airLeg: return place.kind == .airport ? "airport" : "airport near"
        case .claim: return "fits the stated distance to \(part.detail)"
        case .list: return "like its neighbours in a list"
        case .county: return "its county or district, or a town in it, is in the text"
        case .portCue: return "has a port, in a text about ships"
        case .sameSense: return "as elsewhere in the text"
        case .analyst: return "analyst"
        }
    }

    /// "1.4 billion", "10.4 million", "91,000", "850".
    static func inWords(_ population: Int) -> String {
        if population >= 999_950_000 { return inTenths(population, of: 1_000_000_000) + " billion" }
        if population >= 1_000_000 { return inTenths(population, of: 1_000_000) + " million" }
        if population >= 10_000 { return "\((population + 500) / 1_000),000" }
        return population >= 1_000
            ? "\(population / 1_000)," + String(format: "%03d", population % 1_000)
            : "\(population)"
    }

    private static func inTenths(_ population: Int, of unit: Int) -> String {
        let tenths = (population + unit / 20) / (unit / 10)
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension PlaceKind {
    /// The kind as a reader would say it.
    fileprivate var inWords: String {
        switch self {
        case .admin1: "state or province"
        case .admin2: "county or district"
        default: rawValue
        }
    }
}
