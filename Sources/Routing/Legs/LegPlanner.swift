public import Geodesy

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Plans legs: the line from one position to another by a way of travel, and its length.
///
/// It holds no state a caller can see; any number of tasks may use one planner at a time.
public struct LegPlanner: Sendable {
    /// The layout of the graph's file, for a result to name.
    public static let graphVersion = "sea graph \(SeaGraphFile.version), Natural Earth 1:10m"

    /// The sea graph; nil for a planner of geodesic legs alone.
    let seas: SeaGraph?
    /// Pipelines and railways by their stations.
    let lines: NamedLines
    /// Ferries by their ports.
    let ferries: FerryLines
    /// What is asked for ways by road; nil for a planner whose legs over land are schematic.
    private var roads: (any RoadRouter)?

    /// A planner without a graph: legs by sea are refused, all others are planned.
    public init() {
        seas = nil
        lines = .none
        ferries = .none
    }

    /// A planner over a graph file, which is memory-mapped, and the tables of lines and ferries beside it, `lines.tsv` and
    /// `ferries.tsv`.
    ///
    /// - Parameter graph: the file, `Data/Routing/sea.graph` in the repository.
    /// - Throws: `RoutingError.graphUnreadable`.
    public init(graph: URL) throws(RoutingError) {
        seas = try SeaGraphFile.read(graph)
        lines = try NamedLines(
            contentsOf: graph.deletingLastPathComponent().appending(path: "lines.tsv"))
        ferries = try FerryLines(
            contentsOf: graph.deletingLastPathComponent().appending(path: "ferries.tsv"))
    }

    /// The name of the ferry that sails between two positions, by `ferries.tsv`; nil where none is known to.
    ///
    /// A position counts as a port's within 25 km of it.
    public func ferry(from start: Coordinate, to end: Coordinate) -> String? {
        ferries.name(from: start, to: end)
    }

    /// The same planner with legs by road, and over land in a way not stated, as a router gives them.
    ///
    /// - Parameter router: what is asked; nil for schematic legs, the default of a planner.
    /// - Returns: the planner; where the router gives no way the leg is schematic and says why.
    public func asking(_ router: (any RoadRouter)?) -> LegPlanner {
        var planner = self
        planner.roads = router
        return planner
    }

    /// Whether the graph has a passage of a name, whatever its case, accents and generic word.
    ///
    /// With `isLane`, one that is a way through a sea and not the whole of it: the Northern Sea Route.
    public func knowsPassage(named name: String, isLane: Bool = false) -> Bool {
        guard let seas else { return false }
        if isLane { return seas.links(named: name).contains { seas.links[$0].kind == "lane" } }
        return !seas.links(named: name).isEmpty || !seas.gates(named: name).isEmpty
    }

    /// All names of passages, those beside the first included; none without a graph.
    public var passageNames: [String] {
        guard let seas else { return [] }
        let names =
            seas.links.filter { !$0.isIceBound }.flatMap { [$0.name] + $0.aliases }
            + seas.gates.flatMap { [$0.name] + $0.aliases }
        return Set(names).sorted()
    }

    /// Whether two names are those of one passage.
    public func isPassage(_ name: String, named other: String) -> Bool {
        guard let seas else { return false }
        return !Set(seas.links(named: name)).isDisjoint(with: seas.links(named: other))
            || !Set(seas.gates(named: name)).isDisjoint(with: seas.gates(named: other))
    }

    /// Checks that the graph has a passage of a name.
    ///
    /// - Throws: `RoutingError.unknownPassage` with the likest names; `.noGraph` without a graph.
    public func checkPassage(named name: String) throws(RoutingError) {
        guard let seas else { throw .noGraph }
        guard knowsPassage(named: name) else {
            throw .unknownPassage(name, like: seas.passageNames(like: name))
        }
    }

    /// The same constraints without a day or ship that closes nothing, so that equal ways compare equal.
    public func simplified(_ constraints: LegConstraints) -> LegConstraints {
        guard let seas else { return constraints }
        var simple = constraints
        if let day = simple.day, seas.links.allSatisfy({ $0.isNavigable(on: day) }) {
            simple.day = nil
        }
        if let ship = simple.ship, seas.links.allSatisfy({ ship <= $0.fits ?? .max }) {
            simple.ship = nil
        }
        return simple
    }

    /// Whether ships get near a position: those that ply the seas, or with `inland` boats on rivers and canals too.
    ///
    /// Nil without a graph.
    public func isReached(_ position: Coordinate, inland: Bool) -> Bool? {
        guard let seas, position.isValid else { return nil }
        let access: SeaAccess = inland ? .inland : []
        return !seas.ends(
            at: UnitVector(parametric: position), isLinkOpen: seas.links.map(access.opens)
        ).isEmpty
    }

    /// Plans one leg.
    ///
    /// - Parameters:
    ///   - start: where the leg starts.
    ///   - end: where it ends.
    ///   - mode: the way of travel; an unknown one gives a schematic geodesic.
    ///   - constraints: waters to pass, passages to avoid or to open; for legs on water.
    /// - Returns: the leg.
    /// - Throws: `RoutingError` with the reason when there is no such leg.
    public func plan(
        from start: Coordinate, to end: Coordinate, mode: TravelMode,
        constraints: LegConstraints = .none
    ) throws(RoutingError) -> PlannedLeg {
        guard start.isValid else { throw .invalidPosition(.start, start) }
        guard end.isValid else { throw .invalidPosition(.end, end) }
        switch mode {
        case .sea, .river:
            return try seaLeg(from: start, to: end, mode: mode, constraints: constraints)
        case .air:
            return airLeg(from: start, to: end)
        case .road, .land:
            guard let roads, start != end else {
                return landLeg(from: start, to: end, mode: mode)
            }
            return roadLeg(from: start, to: end, mode: mode, by: roads)
        case .rail, .pipeline:
            return landLeg(from: start, to: end, mode: mode)
        case .unknown:
            return schematicLeg(from: start, to: end, mode: mode)
        }
    }
}
