internal import Geodesy

extension LegPlanner {
    /// A leg over water: the shortest course around land, through the links that are open.
    func seaLeg(
        from start: Coordinate, to end: Coordinate, constraints: LegConstraints
    ) throws(RoutingError) -> PlannedLeg {
        guard let seas else { throw .noGraph }
        let from = UnitVector(parametric: start)
        let to = UnitVector(parametric: end)
        let starts = seas.ends(at: from)
        guard !starts.isEmpty else {
            throw .notCoastal(
                .start, start, distance: Distance(metres: seas.distanceToShore(from)))
        }
        let ends = seas.ends(at: to)
        guard !ends.isEmpty else {
            throw .notCoastal(.end, end, distance: Distance(metres: seas.distanceToShore(to)))
        }
        guard start != end else { return stay(at: start) }
        let search = try search(seas, constraints)
        let courses = try courses(from: starts, to: ends, constraints, search, seas)
        return leg(from: start, to: end, courses, seas)
    }

    /// A leg from a place to itself, which leaves no harbour.
    private func stay(at position: Coordinate) -> PlannedLeg {
        PlannedLeg(
            line: LineString([position, position]), drawn: .zero, sailing: .zero, geodesic: .zero,
            range: nil, estimate: nil, passages: [], method: "sea: both ends are one place",
            isSchematic: false, startGap: .zero, endGap: .zero)
    }

    private func search(
        _ seas: SeaGraph, _ constraints: LegConstraints
    ) throws(RoutingError) -> SeaSearch {
        var isOpen = seas.links.map(\.isOpen)
        var forbidden: [SeaArc] = []
        let passed = constraints.through.compactMap { water -> String? in
            if case .passage(let name) = water { return name }
            return nil
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
            let gates = seas.gatePoints(of: water)
            // Where there is nothing to steer for, the course as it is has to do.
            guard let last = courses.last, !gates.isEmpty else { continue }
            var best: (cost: Double, parts: [SeaCourse])?
            for gate in gates {
                let middle = seas.ends(at: gate)
                guard let first = search.course(from: [last.start], to: middle),
                    let second = search.course(from: middle, to: ends)
                else { continue }
                let cost = first.cost + second.cost
                if cost < best?.cost ?? .infinity { best = (cost, [first, second]) }
            }
            guard let best else {
                throw .noSeaPath(reason: "no course passes \(water.name)")
            }
            courses = courses.dropLast() + best.parts
        }
        return courses
    }

    private func leg(
        from start: Coordinate, to end: Coordinate, _ courses: [SeaCourse], _ seas: SeaGraph
    ) -> PlannedLeg {
        var line = [start]
        var bends = 0
        var passages: [String] = []
        for course in courses {
            for position in seas.line(of: course) where line.last != position {
                line.append(position)
            }
            bends += course.nodes.count { $0 < seas.headlandCount }
            for name in seas.passages(of: course) where passages.last != name {
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
            sailing: SailingAllowance.sailing(drawn: drawn, bends: bends),
            geodesic: Ellipsoid.wgs84.distance(from: start, to: end), range: nil, estimate: nil,
            passages: passages, method: "sea: shortest course around Natural Earth 1:10m land",
            isSchematic: false, startGap: Distance(metres: gaps.0),
            endGap: Distance(metres: gaps.1))
    }
}
