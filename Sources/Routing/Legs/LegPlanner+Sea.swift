internal import Geodesy

extension LegPlanner {
    /// A leg over water: the shortest course around land, through the links that are open.
    ///
    /// Waters under ice for most of the year are entered where an end lies on them alone, and so are rivers that
    /// ships from the sea do not go up. Boats on rivers go up them all.
    func seaLeg(
        from start: Coordinate, to end: Coordinate, mode: TravelMode, constraints: LegConstraints
    ) throws(RoutingError) -> PlannedLeg {
        guard let seas else { throw .noGraph }
        var refusal: RoutingError?
        // Both at once last: who goes up a river does not come over the ice.
        let accesses: [SeaAccess] =
            (mode == .river ? [] : [[], .ice]) + [.inland, [.ice, .inland]]
        for access in accesses {
            // Rivers are gone up to a place on them, not because a strait is to be avoided.
            if access.contains(.inland), mode != .river, case .noSeaPath = refusal { continue }
            do {
                return try leg(from: start, to: end, mode, constraints, access, seas)
            } catch {
                guard error.isOfTheWay else { throw error }
                if refusal == nil { refusal = error }
            }
        }
        throw refusal ?? .noSeaPath(reason: "no open water or link joins the two ends")
    }

    /// A leg over water through the links that one access opens.
    private func leg(
        from start: Coordinate, to end: Coordinate, _ mode: TravelMode,
        _ constraints: LegConstraints, _ access: SeaAccess, _ seas: SeaGraph
    ) throws(RoutingError) -> PlannedLeg {
        let search = try search(seas, constraints, access)
        let from = UnitVector(parametric: start)
        let to = UnitVector(parametric: end)
        let starts = seas.ends(at: from, isLinkOpen: search.isLinkOpen)
        guard !starts.isEmpty else {
            throw .notCoastal(
                .start, start, distance: Distance(metres: seas.distanceToShore(from)))
        }
        let ends = seas.ends(at: to, isLinkOpen: search.isLinkOpen)
        guard !ends.isEmpty else {
            throw .notCoastal(.end, end, distance: Distance(metres: seas.distanceToShore(to)))
        }
        guard start != end else { return stay(at: start) }
        let named = constraints.through.flatMap { seas.links(named: $0.name) }
        if access.contains(.inland) || named.contains(where: { seas.links[$0].isRiver }),
            let across = across(from: start, starts, to: end, ends)
        {
            return across
        }
        var courses = try courses(from: starts, to: ends, constraints, search, seas)
        if constraints.ship == nil, courses.contains(where: { usesCoasterLink($0, seas) }),
            courses.reduce(0, { $0 + $1.cost }) > Self.farthestCoaster
        {
            var constraints = constraints
            constraints.ship = Self.coaster + 1
            let search = try self.search(seas, constraints, access)
            courses = try self.courses(from: starts, to: ends, constraints, search, seas)
        }
        let asked = constraints.through.flatMap { seas.gates(named: $0.name).map(\.name) }
        var leg = leg(from: start, to: end, courses, seas, asked: Set(asked))
        if mode == .river {
            leg.method = "river: along inland waterways, Natural Earth 1:10m and charts"
        }
        note(constraints, courses, from: starts, to: ends, access, seas, in: &leg)
        return leg
    }

    /// The size of ship, as in `links.tsv`, that does not cross oceans, and how far it goes at most, in metres:
    /// a ship from Shanghai to Venice does not fit the Corinth Canal.
    private static let coaster = 1
    private static let farthestCoaster = 5_000_000.0

    private func usesCoasterLink(_ course: SeaCourse, _ seas: SeaGraph) -> Bool {
        course.links.contains {
            seas.links[$0].kind == "canal" && seas.links[$0].fits == Self.coaster
        }
    }

    /// A leg from a place to itself, which leaves no harbour.
    private func stay(at position: Coordinate) -> PlannedLeg {
        PlannedLeg(
            line: LineString([position, position]), drawn: .zero, sailing: .zero, geodesic: .zero,
            range: nil, estimate: nil, passages: [], method: "sea: both ends are one place",
            isSchematic: false, startGap: .zero, endGap: .zero)
    }

    /// A leg straight across a river or lake between two places that lie nearer to one another than both to the courses
    /// known on it; nil where they do not.
    private func across(
        from start: Coordinate, _ starts: [SeaEnd], to end: Coordinate, _ ends: [SeaEnd]
    ) -> PlannedLeg? {
        let straight = Ellipsoid.wgs84.distance(from: start, to: end)
        guard let first = starts.map(\.gap).min(), let last = ends.map(\.gap).min(),
            straight.metres < min(first + last, Self.widestCrossing)
        else { return nil }
        return PlannedLeg(
            line: LineString([start, end]), drawn: straight, sailing: straight,
            geodesic: straight, range: nil, estimate: nil, passages: [],
            method: "river: straight across, the ends being nearer to one another than to a course",
            isSchematic: false, startGap: .zero, endGap: .zero)
    }

    /// In metres: beyond it two places on one river, far from its course, are none that face one another.
    private static let widestCrossing = 20_000.0

    private func search(
        _ seas: SeaGraph, _ constraints: LegConstraints, _ access: SeaAccess
    ) throws(RoutingError) -> SeaSearch {
        var isOpen = seas.links.map(access.opens)
        var forbidden: [SeaArc] = []
        let passed = constraints.through.compactMap { water -> String? in
            if case .passage(let name) = water { return name }
            return nil
        }
        for (number, link) in seas.links.enumerated() {
            if let day = constraints.day, !link.isNavigable(on: day) { isOpen[number] = false }
            if let ship = constraints.ship, let fits = link.fits, ship > fits {
                isOpen[number] = false
            }
        }
        for name in passed {
            // Who rounds Cape Horn does not come by Panama.
            let others =
                seas.gates(named: name).flatMap(\.instead)
                + seas.links(named: name).flatMap { seas.links[$0].instead }
            for link in others.flatMap({ seas.links(named: $0) }) { isOpen[link] = false }
        }
        for name in constraints.opening + passed {
            for link in seas.links(named: name) { isOpen[link] = true }
        }
        for name in constraints.avoiding {
            let links = seas.links(named: name)
            let gates = seas.gates(named: name)
            guard !links.isEmpty || !gates.isEmpty else {
                throw .unknownPassage(name, like: seas.passageNames(like: name))
            }
            for link in links { isOpen[link] = false }
            forbidden += gates.flatMap(\.arcs)
        }
        return SeaSearch(graph: seas, isLinkOpen: isOpen, forbidden: forbidden)
    }

    /// The courses from the start by the waters to be passed to the end, one behind the other.
    private func courses(
        from starts: [SeaEnd], to ends: [SeaEnd], _ constraints: LegConstraints,
        _ search: SeaSearch, _ seas: SeaGraph
    ) throws(RoutingError) -> [SeaCourse] {
        guard let direct = search.course(from: starts, to: ends) else {
            throw .noSeaPath(reason: "no open water or link joins the two ends")
        }
        var courses = [direct]
        for water in constraints.through where !seas.passes(courses, water) {
            let transits = seas.transits(of: water)
            // Where there is nothing to steer for, the course as it is has to do.
            guard let last = courses.last, !transits.isEmpty else { continue }
            guard
                let parts = shortest(transits, from: last.start, to: ends, search)
                    ?? shortest(seas.touches(of: water), from: last.start, to: ends, search)
            else { throw .noSeaPath(reason: "no course passes \(water.name)") }
            courses = courses.dropLast() + parts
        }
        return courses
    }

    /// The two courses that are shortest by one of several ways to pass a water.
    private func shortest(
        _ transits: [SeaTransit], from start: SeaEnd, to ends: [SeaEnd], _ search: SeaSearch
    ) -> [SeaCourse]? {
        let graph = search.graph
        func side(_ position: UnitVector) -> [SeaEnd] {
            graph.ends(at: position, isLinkOpen: search.isLinkOpen)
        }
        let ways = transits.map { transit in
            let goal = ends.map { transit.after.metres(to: $0.position) }.min() ?? 0
            return (transit: transit, least: start.position.metres(to: transit.before) + goal)
        }.sorted { $0.least < $1.least }
        var best: (cost: Double, parts: [SeaCourse])?
        for (transit, least) in ways where least < best?.cost ?? .infinity {
            let search =
                transit.gate.isEmpty
                ? search
                : SeaSearch(
                    graph: graph, isLinkOpen: search.isLinkOpen,
                    forbidden: search.forbidden + transit.gate)
            guard let first = search.course(from: [start], to: side(transit.before)),
                let second = search.course(from: side(transit.after), to: ends)
            else { continue }
            let cost = first.cost + second.cost
            if cost < best?.cost ?? .infinity { best = (cost, [first, second]) }
        }
        return best?.parts
    }

    /// Says in a leg's method which of the waters asked for nothing is known to steer for, and which
    /// canals of today the day or the ship rules out on the way.
    private func note(
        _ constraints: LegConstraints, _ courses: [SeaCourse], from starts: [SeaEnd],
        to ends: [SeaEnd], _ access: SeaAccess, _ seas: SeaGraph, in leg: inout PlannedLeg
    ) {
        let used = Set(courses.flatMap(\.links)).map { seas.links[$0] }
        if used.contains(where: { $0.isIceBound || $0.kind == "lane" })
            || leg.line.coordinates.contains(where: { $0.latitude > 75 || $0.latitude < -60 })
        {
            leg.method += "; through waters with ice for much of the year"
        }
        if leg.method.hasPrefix("sea"),
            used.contains(where: { $0.kind == "waterway" && !$0.isOpen })
        {
            leg.method += "; by inland waterways"
        }
        for water in constraints.through where !seas.passes(courses, water) {
            leg.method += "; \(water.name) is not steered for"
        }
        guard constraints.day != nil || constraints.ship != nil else { return }
        let closed = seas.links.filter { link in
            guard link.isOpen, !leg.passages.contains(link.name) else { return false }
            return !(constraints.day.map(link.isNavigable) ?? true)
                || (constraints.ship ?? 0) > link.fits ?? .max
        }
        guard !closed.isEmpty else { return }
        var today = constraints
        (today.day, today.ship) = (nil, nil)
        guard let search = try? search(seas, today, access),
            let others = try? self.courses(from: starts, to: ends, today, search, seas)
        else { return }
        let passed = Set(others.flatMap { seas.passages(of: $0) })
        for link in closed where passed.contains(link.name) {
            let isOpenThen = constraints.day.map(link.isNavigable) ?? true
            leg.method +=
                isOpenThen
                ? "; the ship is too large for the \(link.name)"
                : "; the \(link.name) was not open on \(constraints.day ?? "")"
        }
    }

    private func leg(
        from start: Coordinate, to end: Coordinate, _ courses: [SeaCourse], _ seas: SeaGraph,
        asked: Set<String>
    ) -> PlannedLeg {
        var line = [start]
        var bends = 0
        var passages: [String] = []
        for (number, course) in courses.enumerated() {
            if number > 0 {
                for gate in seas.gates(from: courses[number - 1], to: course)
                where passages.last != gate.name && (gate.isTold || asked.contains(gate.name)) {
                    passages.append(gate.name)
                }
            }
            for position in seas.line(of: course) where line.last != position {
                line.append(position)
            }
            bends += course.nodes.count { $0 < seas.headlandCount }
            for name in seas.passages(of: course, asked: asked) where passages.last != name {
                passages.append(name)
            }
        }
        // An end on the water itself is there twice, but for rounding.
        line.removeAll { position in
            position != start
                && [start, end].contains {
                    Ellipsoid.wgs84.distance(from: position, to: $0).metres < 1
                }
        }
        line.append(end)
        let string = LineString(line.count > 1 ? line : [start, end])
        let drawn = string.length(on: .wgs84)
        let gaps = (courses.first?.start.gap ?? 0, courses.last?.end.gap ?? 0)
        return PlannedLeg(
            line: string, drawn: drawn,
            sailing: SailingAllowance.sailing(drawn: drawn, bends: bends)
                + Distance(metres: courses.reduce(0) { $0 + seas.lengthBeyondLine(of: $1) }),
            geodesic: Ellipsoid.wgs84.distance(from: start, to: end), range: nil, estimate: nil,
            passages: passages, method: "sea: shortest course around Natural Earth 1:10m land",
            isSchematic: false, startGap: Distance(metres: gaps.0),
            endGap: Distance(metres: gaps.1))
    }
}
