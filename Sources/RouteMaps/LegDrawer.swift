public import Gazetteers
internal import Geodesy
internal import Geoparsing
public import Movements
public import Routing

/// Draws the legs of a movement between the places chosen for its mentions.
public struct LegDrawer: Sendable {
    private let planner: LegPlanner
    private let ports: PortFinder
    private let gazetteer: Gazetteer
    private let avoiding: [String]
    private let passing: [String]

    /// A drawer that plans legs with a planner and finds harbours and shapes in a gazetteer.
    ///
    /// Legs keep away from the passages to be avoided ("Suez Canal"). A route of one leg goes through
    /// those to be passed ("Northern Sea Route"); to the legs of a longer one they are open.
    public init(
        planner: LegPlanner, gazetteer: Gazetteer, avoiding: [String] = [], passing: [String] = []
    ) {
        self.passing = passing
        self.planner = planner
        self.gazetteer = gazetteer
        self.avoiding = avoiding
        ports = PortFinder(gazetteer: gazetteer)
    }

    /// The legs in order, one between each two stops; none where an end has no position.
    ///
    /// Point vias are stops; vias that are areas or lines constrain the leg they lie on.
    public func legs(of movement: Movement, among toponyms: [ResolvedToponym]) -> [Leg] {
        guard let origin = movement.origin, let destination = movement.destination else {
            return []
        }
        var stops = [origin]
        var constraints: [[ResolvedToponym]] = [[]]
        for via in movement.via {
            let toponym = toponyms[via]
            guard toponym.coordinate != nil else { continue }
            if toponym.place?.kind.isPoint ?? true {
                stops.append(via)
                constraints.append([])
            } else {
                constraints[constraints.count - 1].append(toponym)
            }
        }
        stops.append(destination)
        guard stops.allSatisfy({ toponyms[$0].coordinate != nil }) else { return [] }
        return zip(zip(stops, stops.dropFirst()), constraints).compactMap { ends, waters in
            leg(
                from: ends.0, to: ends.1, movement: movement, waters: waters,
                isOnly: stops.count == 2, among: toponyms)
        }
    }

    private func leg(
        from: Int, to: Int, movement: Movement, waters: [ResolvedToponym], isOnly: Bool,
        among toponyms: [ResolvedToponym]
    ) -> Leg? {
        let start = toponyms[from]
        let end = toponyms[to]
        guard var startPosition = start.coordinate, var endPosition = end.coordinate else {
            return nil
        }
        var leg = Leg(
            from: from, to: to, mode: movement.mode, lines: [], drawn: nil, geodesic: .zero,
            method: "", isSchematic: true)
        let isByWater = movement.mode == .sea || movement.passesWater(among: waters)
        if isByWater, movement.relation != .use {
            // Ships end at a harbour: of an area that the text names no harbour of, the likeliest.
            let basins = Set(waters.compactMap { $0.place?.basin })
            let harbours = ports.harbours(start: start, end: end, basins: basins)
            leg.fromPlace = harbours.start
            leg.toPlace = harbours.end
            startPosition = harbours.start?.coordinate ?? startPosition
            endPosition = harbours.end?.coordinate ?? endPosition
        }
        leg.geodesic = Ellipsoid.wgs84.distance(from: startPosition, to: endPosition)
        let reachesIntoArea =
            (leg.fromPlace == nil && start.isAreal) || (leg.toPlace == nil && end.isAreal)
        let plan = plan(
            // The centre of an area is no place to look up the roads to.
            by: reachesIntoArea ? planner.asking(nil) : planner, from: startPosition,
            to: endPosition,
            mode: movement.relation == .use ? .unknown : isByWater ? .sea : movement.mode.travel,
            constraints: LegConstraints(
                through: (isOnly ? passing.map { .passage($0) } : [])
                    + waters.flatMap(namedWaters),
                avoiding: avoiding, opening: passing),
            names: (start.mention.text, end.mention.text))
        leg.lines = plan.lines
        leg.method = plan.method
        leg.passages = plan.passages
        leg.isSchematic = plan.isSchematic
        leg.roadSource = plan.roadSource
        if movement.relation == .use {
            leg.method = "schematic: what was moved is used there; no length"
            return leg
        }
        if reachesIntoArea {
            // The line goes to a centre point, so its length says nothing of the real way.
            leg.isSchematic = true
            leg.range = range(of: plan, geodesic: leg.geodesic, start: start, end: end)
            leg.method += "; to the centre point of an area"
        } else {
            leg.drawn = plan.isSchematic ? nil : plan.drawn
            leg.sailing = plan.sailing
            leg.range = plan.range
        }
        return leg
    }

    /// A planned line, or the straight one with the reason why there is no better.
    private func plan(
        by planner: LegPlanner, from start: Coordinate, to end: Coordinate, mode: TravelMode,
        constraints: LegConstraints, names: (String, String)
    ) -> DrawnLine {
        do {
            return DrawnLine(
                try planner.plan(from: start, to: end, mode: mode, constraints: constraints))
        } catch {
            let reason = error.sentence(start: names.0, end: names.1)
            if !constraints.isEmpty,
                let free = try? planner.plan(from: start, to: end, mode: mode, constraints: .none)
            {
                var line = DrawnLine(free)
                line.method += "; not by the waters named: \(reason)"
                return line
            }
            guard
                let straight = try? planner.plan(
                    from: start, to: end, mode: .unknown, constraints: .none)
            else {
                return DrawnLine(lines: [], method: reason)
            }
            var line = DrawnLine(straight)
            line.range = nil
            line.method = "schematic: no way by \(mode.rawValue) was found, \(reason)"
            return line
        }
    }

    /// Waters as the planner takes them: seas and lakes by shape, straits and canals by name.
    private func namedWaters(_ toponym: ResolvedToponym) -> [NamedWaters] {
        guard let place = toponym.place, place.kind.isWater else { return [] }
        if let polygons = gazetteer.shape(of: place.id), !polygons.isEmpty {
            return [.area(name: place.name, polygons: polygons)]
        }
        return place.kind == .canal || place.kind == .strait ? [.passage(place.name)] : []
    }

    /// The interval of a length between areas: the length or interval found, widened by how far they reach.
    private func range(
        of plan: DrawnLine, geodesic: Distance, start: ResolvedToponym, end: ResolvedToponym
    ) -> ClosedRange<Distance> {
        let reach = start.reach + end.reach
        let line = plan.isSchematic ? geodesic : plan.drawn ?? geodesic
        let low = (plan.range?.lowerBound ?? line).metres - reach.metres
        let high = (plan.range?.upperBound ?? plan.sailing ?? line) + reach
        return Distance(metres: max(0, low))...high
    }
}

/// What the planner found, as far as a leg keeps it.
private struct DrawnLine {
    var lines: [LineString]
    var drawn: Distance?
    var sailing: Distance?
    var range: ClosedRange<Distance>?
    var passages: [String] = []
    var method: String
    var isSchematic = true
    var roadSource: String?

    init(lines: [LineString], method: String) {
        self.lines = lines
        self.method = method
    }

    init(_ planned: PlannedLeg) {
        lines = planned.drawnParts()
        drawn = planned.drawn
        sailing = planned.sailing
        range = planned.range
        passages = planned.passages
        method = planned.method
        isSchematic = planned.isSchematic
        roadSource = planned.roadSource
        for (side, gap) in [("start", planned.startGap), ("end", planned.endGap)]
        where gap.kilometres >= 1 {
            method += "; joined \(Int(gap.kilometres.rounded())) km from the \(side)"
        }
    }
}

extension Movement {
    /// Whether the text names a water on the way of a movement whose mode it leaves open.
    fileprivate func passesWater(among waters: [ResolvedToponym]) -> Bool {
        mode == .unknown
            && waters.contains { $0.place?.kind == .sea || $0.place?.kind == .canal }
    }
}

extension TransportMode {
    /// The same way of travel, as the planner names it.
    var travel: TravelMode {
        switch self {
        case .sea: .sea
        case .air: .air
        case .road: .road
        case .rail: .rail
        case .river: .river
        case .pipeline: .pipeline
        case .land: .land
        case .unknown: .unknown
        }
    }
}

extension ResolvedToponym {
    /// Whether the place reaches so far that its point stands for it only on a small map.
    var isAreal: Bool {
        guard let place, place.kind.isAreal else { return false }
        return place.radius.map { $0.kilometres > Self.pointRadius } ?? true
    }

    /// The radius up to which an area counts as a point, as a city does: a small island, a zone.
    private static let pointRadius = 15.0

    /// How far the place reaches from its point: its radius, or half the diagonal of its extent.
    var reach: Distance {
        if let radius = radius ?? place?.radius { return radius }
        guard let place, place.kind.isAreal, let box = place.extent else { return .zero }
        let diagonal = Ellipsoid.wgs84.distance(
            from: Coordinate(latitude: box.south, longitude: box.west),
            to: Coordinate(latitude: box.north, longitude: box.east))
        return Distance(metres: diagonal.metres / 2)
    }
}
