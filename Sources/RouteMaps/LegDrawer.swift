public import Gazetteers
internal import Geodesy
internal import Geoparsing
public import Movements
public import Routing

/// Draws the legs of a movement between the places chosen for its mentions.
public struct LegDrawer: Sendable {
    private let planner: LegPlanner
    private let chooser: PortChooser
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
        chooser = PortChooser(gazetteer: gazetteer, planner: planner)
    }

    /// The legs in order, one between each two stops; none where an end has no position.
    ///
    /// Point vias are stops; vias that are areas or lines constrain the leg they lie on.
    public func legs(
        of movement: Movement, among toponyms: [ResolvedToponym],
        shipping: StatedShipping = StatedShipping()
    ) -> [Leg] {
        guard let origin = movement.origin, let destination = movement.destination else {
            return []
        }
        var stops = [origin]
        var constraints: [[ResolvedToponym]] = [[]]
        for via in movement.via {
            let toponym = toponyms[via]
            if toponym.coordinate == nil {
                // "Good Hope", "the Horn": what no table of places has may be a passage's name.
                if !namedWaters(toponym).isEmpty {
                    constraints[constraints.count - 1].append(toponym)
                }
            } else if toponym.place?.kind.isPoint ?? true {
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
                isOnly: stops.count == 2, shipping: shipping, among: toponyms)
        }
    }

    private func leg(
        from: Int, to: Int, movement: Movement, waters: [ResolvedToponym], isOnly: Bool,
        shipping: StatedShipping, among toponyms: [ResolvedToponym]
    ) -> Leg? {
        let start = toponyms[from]
        let end = toponyms[to]
        guard var startPosition = start.displayCoordinate, var endPosition = end.displayCoordinate
        else { return nil }
        var leg = Leg(
            from: from, to: to, mode: movement.mode, lines: [], drawn: nil, geodesic: .zero,
            method: "", isSchematic: true)
        if movement.relation != .use,
            let lineStart = start.lineEnd, let lineEnd = end.lineEnd,
            let course = planner.lineLeg(
                from: lineStart, to: lineEnd, mode: movement.mode.travel,
                named: isOnly ? shipping.line : nil)
        {
            leg.follow(course)
            return leg
        }
        let isByWater =
            (movement.mode == .sea || movement.passesWater(among: waters))
            && movement.relation != .use
        let waters = waters.filter { !isAvoided($0, shipping.avoiding) }
        let named = waters.map(namedWaters)
        let known = named.flatMap { $0 }
        // A passage that stands among the places passed is not passed again for its words.
        let stated = isOnly && known.isEmpty ? shipping.through : []
        var constraints = LegConstraints(
            through: (isOnly ? passing.map { .passage($0) } : []) + stated.map { .passage($0) }
                + known,
            avoiding: avoiding + shipping.avoiding, opening: passing)
        constraints.day = shipping.day
        constraints.ship = shipping.ship
        constraints = planner.simplified(constraints)
        var obstacle: String?
        var reasonAgainst: String?
        if isByWater {
            // Ships end at a port: of an area that the text names no port of, one of its main ones.
            let choice = chooser.choice(
                start: start, end: end,
                PortQuestion(
                    basins: Set(waters.compactMap { $0.place?.basin }), cargoes: shipping.cargoes,
                    toponyms: toponyms),
                constraints: constraints)
            leg.fromPlace = choice.start
            leg.toPlace = choice.end
            leg.assumed = choice.assumption
            obstacle = choice.obstacle
            reasonAgainst = choice.reasonAgainstSea
            startPosition = choice.start?.coordinate ?? startPosition
            endPosition = choice.end?.coordinate ?? endPosition
        }
        if let port = shipping.landedAt, from == movement.origin, !isByWater,
            movement.relation != .use
        {
            // What came by ship goes on from where it was landed.
            leg.fromPlace = port
            startPosition = port.coordinate
        }
        leg.geodesic = Ellipsoid.wgs84.distance(from: startPosition, to: endPosition)
        let areas = [
            leg.fromPlace == nil && start.isAreal ? start : nil,
            leg.toPlace == nil && end.isAreal ? end : nil,
        ].compactMap { $0 }
        let isStraight = movement.relation == .use || obstacle != nil || reasonAgainst != nil
        var plan = plan(
            // The middle of an area is no place to look up the roads to.
            by: areas.isEmpty ? planner : planner.asking(nil), from: startPosition,
            to: endPosition,
            mode: isStraight ? .unknown : isByWater ? .sea : movement.mode.travel,
            constraints: constraints, names: (start.mention.text, end.mention.text))
        if let obstacle { plan.method = "schematic: \(obstacle)" }
        reasonAgainst =
            movement.reasonAgainstMode(straight: leg.geodesic, waterBetween: plan.waterBetween)
            ?? reasonAgainst
        if let reasonAgainst, movement.relation != .use {
            // A mode that can't be is none, but for boats on a river or lake that the text names.
            let inland = isByWater ? waters.compactMap(\.place).first(where: \.isInlandWater) : nil
            leg.mode = inland == nil ? .unknown : .river
            plan = self.plan(
                by: planner, from: startPosition, to: endPosition, mode: .unknown,
                constraints: .none, names: ("", ""))
            let mode = isByWater ? TransportMode.sea : movement.mode
            plan.method +=
                inland.map { "; by boat on the \($0.name), by no course that is known" }
                ?? "; not by \(mode.rawValue): \(reasonAgainst)"
        } else if movement.mode == .sea, !plan.isSchematic,
            [start, end].allSatisfy({ isOnRiver($0) })
        {
            leg.mode = .river
            plan.method += "; by river, as neither end lies on the sea"
        }
        if isByWater, !isStraight {
            let unknown = zip(waters, named).filter { $0.1.isEmpty }.compactMap {
                $0.0.place?.kind.isWater == true ? $0.0.place?.name : nil
            }
            for name in unknown { plan.method += "; \(name) is not steered for" }
        }
        if isByWater, !plan.isSchematic {
            plan.keepOff(
                start: shipping.beginsOff && from == movement.origin,
                end: shipping.endsOff && to == movement.destination)
        }
        if isByWater, shipping.isByFerry, !plan.isSchematic,
            let ferry = planner.ferry(from: startPosition, to: endPosition)
        {
            plan.method += "; by the \(ferry)"
        }
        leg.lines = plan.lines
        leg.method = plan.method
        leg.passages = plan.passages
        leg.isSchematic = plan.isSchematic
        leg.roadSource = plan.roadSource
        if let port = shipping.landedAt, leg.fromPlace?.id == port.id, !isByWater {
            leg.method += "; from \(port.name), where the ship was taken to land"
        }
        if areas.contains(where: { !$0.isWater }) {
            leg.assumed = display(of: areas, start: start, end: end)
        }
        if movement.relation == .use {
            leg.method = "schematic: what was moved is used there; no length"
            return leg
        }
        if areas.isEmpty {
            leg.drawn = plan.isSchematic ? nil : plan.drawn
            leg.sailing = plan.sailing
            leg.range = leg.assumed?.range ?? plan.range
            if let assumed = leg.assumed, !assumed.text.isEmpty {
                leg.method += "; " + assumed.text
            }
        } else {
            // The line goes to a point that stands for an area, so its length says little of the real way.
            leg.isSchematic = true
            leg.range = range(of: plan, geodesic: leg.geodesic, start: start, end: end)
            leg.method += "; to the point that an area is shown at"
        }
        return leg
    }

    /// Whether only boats on rivers get to a place.
    private func isOnRiver(_ toponym: ResolvedToponym) -> Bool {
        guard !toponym.isAreal, let position = toponym.coordinate else { return false }
        return planner.isReached(position, inland: false) == false
            && planner.isReached(position, inland: true) == true
    }

    /// That areas are drawn at their display points.
    private func display(
        of areas: [ResolvedToponym], start: ResolvedToponym, end: ResolvedToponym
    ) -> LegAssumption {
        let names = areas.compactMap { $0.place?.name }.joined(separator: " and ")
        return LegAssumption(
            kind: .display, isWithin: start.lies(in: end) || end.lies(in: start),
            text: "\(names): an area, shown at one point of it")
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

    /// Whether a water is one of the passages kept away from, which the planner knows by other names.
    private func isAvoided(_ water: ResolvedToponym, _ names: [String]) -> Bool {
        guard let place = water.place else { return false }
        return names.contains { planner.isPassage($0, named: place.name) }
    }

    /// Waters and capes as the planner takes them: seas and lakes by shape, what has a name in its tables
    /// by name.
    private func namedWaters(_ toponym: ResolvedToponym) -> [NamedWaters] {
        let isWide = toponym.place?.kind == .sea || toponym.place?.kind == .lake
        let names = [toponym.place?.name, toponym.mention.text].compactMap(\.self)
        if let name = names.first(where: { planner.knowsPassage(named: $0, isLane: isWide) }) {
            return [.passage(name)]
        }
        guard let place = toponym.place, place.kind.isWater,
            let polygons = gazetteer.shape(of: place.id), !polygons.isEmpty
        else { return [] }
        return [.area(name: place.name, polygons: polygons)]
    }

    /// The interval of a length between areas: the length or interval found, widened by how far they
    /// reach; nil where that says nothing, as between neighbours.
    private func range(
        of plan: DrawnLine, geodesic: Distance, start: ResolvedToponym, end: ResolvedToponym
    ) -> ClosedRange<Distance>? {
        let reach = start.reach + end.reach
        let line = plan.isSchematic ? geodesic : plan.drawn ?? geodesic
        let low = (plan.range?.lowerBound ?? line).metres - reach.metres
        let high = (plan.range?.upperBound ?? plan.sailing ?? line) + reach
        guard low > 0, high.metres <= low * Self.widest else { return nil }
        return Distance(metres: low)...high
    }

    /// How many times the lower end of an interval the upper may be for it to tell a reader anything.
    private static let widest = 4.0
}

extension Movement {
    /// Whether the text names a water on the way of a movement whose mode it leaves open.
    fileprivate func passesWater(among waters: [ResolvedToponym]) -> Bool {
        mode == .unknown
            && waters.contains { $0.place?.kind == .sea || $0.place?.kind == .canal }
    }
}

extension Place {
    /// Whether only boats on rivers and lakes pass it.
    fileprivate var isInlandWater: Bool { kind == .river || kind == .lake }
}
