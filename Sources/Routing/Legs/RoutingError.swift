public import Geodesy

/// Why a leg could not be planned.
public enum RoutingError: Error, Hashable, Sendable {
    /// The graph file cannot be used.
    case graphUnreadable(path: String, reason: String)
    /// A leg by sea was asked of a planner without a graph.
    case noGraph
    /// An end is no position.
    case invalidPosition(LegEnd, Coordinate)
    /// An end lies too far from water that ships can reach.
    case notCoastal(LegEnd, Coordinate, distance: Distance)
    /// Ships cannot get from one end to the other.
    case noSeaPath(reason: String)
    /// A constraint names a passage that is not in the tables; with those of the likest names.
    case unknownPassage(String, like: [String])
}

extension RoutingError {
    /// Whether there is no way with the passages that are open, as there may be one with others.
    var isOfTheWay: Bool {
        switch self {
        case .notCoastal, .noSeaPath: true
        default: false
        }
    }
}

extension RoutingError: CustomStringConvertible {
    /// One sentence for a reader; ends are told by their coordinates.
    public var description: String { sentence(start: nil, end: nil) }

    /// One sentence for a reader, with the ends by name: "Kabul is 1,100 km from the sea".
    ///
    /// - Parameters:
    ///   - start: the name of the place the leg starts from; nil for its coordinates.
    ///   - end: the name of the place the leg ends at; nil for its coordinates.
    /// - Returns: the sentence, without a full stop.
    public func sentence(start: String?, end: String?) -> String {
        switch self {
        case .graphUnreadable(let path, let reason):
            return "cannot read the sea graph \(path): \(reason)"
        case .noGraph:
            return "no sea graph is open, so legs by sea cannot be planned"
        case .invalidPosition(let side, let position):
            return
                "the \(side.rawValue) (\(position.latitude), \(position.longitude)) is not a position on the Earth"
        case .notCoastal(let side, let position, let distance):
            let name = (side == .start ? start : end) ?? position.plainText
            return "\(name) is \(distance.roundedKilometres) from the sea"
        case .noSeaPath(let reason):
            return "no way by sea from \(start ?? "the start") to \(end ?? "the end"): \(reason)"
        case .unknownPassage(let name, let like):
            return
                "unknown passage '\(name)'; the nearest names are \(like.joined(separator: ", "))"
        }
    }
}

extension Coordinate {
    /// The position in degrees with four decimals, latitude first.
    fileprivate var plainText: String {
        let figures = [latitude, longitude].map { figure in
            "\((figure * 10_000).rounded() / 10_000)"
        }
        return figures.joined(separator: ",")
    }
}

extension Distance {
    /// Kilometres to two significant figures from 100 up, grouped in threes: "1,100 km".
    fileprivate var roundedKilometres: String {
        let unit = kilometres >= 1_000 ? 100.0 : kilometres >= 100 ? 10 : 1
        let whole = Int((kilometres / unit).rounded() * unit)
        guard whole >= 1_000 else { return "\(whole) km" }
        let rest = String(whole % 1_000 + 1_000).dropFirst()
        return "\(whole / 1_000),\(rest) km"
    }
}
