internal import Geodesy
internal import Routing
internal import Synchronization

/// The lengths of ways by sea between ports, kept for the documents that ask for them again.
final class SeaLengths: Sendable {
    private let planner: LegPlanner
    private let known = Mutex<[Way: Lengths?]>([:])

    /// The length of a way, as drawn and as sailed.
    struct Lengths {
        var drawn: Distance
        var sailed: Distance
    }

    private struct Way: Hashable {
        var start: Coordinate
        var end: Coordinate
        var constraints: LegConstraints
    }

    /// How many are kept; then the memory is emptied.
    private static let most = 20_000

    init(_ planner: LegPlanner) {
        self.planner = planner
    }

    /// The lengths between two positions; nil where no ship gets from one to the other.
    func lengths(
        from start: Coordinate, to end: Coordinate, _ constraints: LegConstraints
    ) -> Lengths? {
        let way = Way(start: start, end: end, constraints: constraints)
        if let lengths = known.withLock({ $0[way] }) { return lengths }
        var lengths: Lengths?
        if let leg = try? planner.plan(from: start, to: end, mode: .sea, constraints: constraints),
            let drawn = leg.drawn
        {
            lengths = Lengths(drawn: drawn, sailed: leg.sailing ?? drawn)
        }
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[way] = .some(lengths)
        }
        return lengths
    }
}
