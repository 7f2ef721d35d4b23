internal import Foundation
internal import Geodesy

extension SeaGraph {
    /// The links of a name; "Suez" finds the Suez Canal.
    func links(named name: String) -> [Int] {
        links.indices.filter { link in
            ([links[link].name] + links[link].aliases).contains { Self.isSame($0, name) }
        }
    }

    /// The gates of a name.
    func gates(named name: String) -> [SeaGate] {
        gates.filter { gate in
            ([gate.name] + gate.aliases).contains { Self.isSame($0, name) }
        }
    }

    /// The names of links and gates that are most like a name, the likest first, for a message.
    func passageNames(like name: String) -> [String] {
        let asked = PassageName(name)
        return Set(links.filter { !$0.isIceBound }.map(\.name) + gates.filter(\.isTold).map(\.name))
            .map { (likeness: PassageName($0).likeness(to: asked), name: $0) }
            .sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
            .prefix(4).map(\.name)
    }

    /// The positions of a course, from water to water.
    func positions(of course: SeaCourse) -> [UnitVector] {
        [course.start.position] + course.nodes.map { nodes[Int($0)] } + [course.end.position]
    }

    /// The links and gates a course goes through, in order.
    ///
    /// A link it only begins or ends on, within `shortestPassage`, is none it goes through.
    /// Gates that are there to be avoided alone are told only where they were asked for.
    func passages(of course: SeaCourse, asked: Set<String> = []) -> [String] {
        let positions = positions(of: course)
        var names: [String] = []
        var passed = 0.0
        for (index, (start, end)) in zip(positions, positions.dropFirst()).enumerated() {
            if index > 0, index < course.nodes.count,
                let stretch = stretches[course.nodes[index - 1]]?
                    .first(where: { $0.node == course.nodes[index] }),
                // What crosses a bound of the ice passes the strait that it lies in.
                !links[stretch.link].isIceBound
            {
                let name = links[stretch.link].name
                if names.last != name { passed += stretch.metres }
                if passed > Self.shortestPassage, names.last != name {
                    names.append(name)
                    passed = 0
                }
                continue
            }
            passed = 0
            for (gate, arcs) in zip(gates, gateArcs)
            where (gate.isTold || asked.contains(gate.name))
                && arcs.contains(where: { UnitVector.arcsCross(start, end, $0.start, $0.end) })
            {
                if names.last != gate.name { names.append(gate.name) }
            }
        }
        return names
    }

    /// In metres; the Corinth Canal, the shortest, is 6.3 km long.
    private static let shortestPassage = 5_000.0

    /// Whether courses already pass a water.
    func passes(_ courses: [SeaCourse], _ water: NamedWaters) -> Bool {
        switch water {
        case .passage(let name):
            let own = Set(links(named: name).map { links[$0].name })
            let lines = gates(named: name).flatMap(\.arcs)
            let isJoint = zip(courses, courses.dropFirst()).contains { one, next in
                gates(from: one, to: next).contains { gate in
                    ([gate.name] + gate.aliases).contains { Self.isSame($0, name) }
                }
            }
            return isJoint
                || courses.contains { course in
                    if passages(of: course).contains(where: own.contains) { return true }
                    let positions = positions(of: course)
                    return zip(positions, positions.dropFirst()).contains { start, end in
                        lines.contains { UnitVector.arcsCross(start, end, $0.start, $0.end) }
                    }
                }
        case .area(_, let polygons):
            return courses.contains { course in
                let line = LineString(positions(of: course).map(\.parametricCoordinate))
                return line.densified(on: .wgs84).coordinates.contains { position in
                    polygons.contains { $0.contains(position) }
                }
            }
        }
    }

    /// Where a course comes to be on each link of a name: in the middle, as who takes a canal takes it whole, but anywhere
    /// on a river or a chain of waterways, of which most journeys take a part.
    func linkPoints(named name: String) -> [UnitVector] {
        links(named: name).flatMap { number -> [UnitVector] in
            let link = links[number]
            let places =
                link.isRiver
                ? (0...Self.riverPoints).map { $0 * (link.line.count - 1) / Self.riverPoints }
                : [link.line.count / 2]
            return Set(places).sorted().map { UnitVector(parametric: link.line[$0].coordinate) }
        }
    }

    /// Into how many parts a river is cut for a course to choose from.
    private static let riverPoints = 16

    /// The positions to steer for so as to pass a water; none when it is not known.
    func gatePoints(of water: NamedWaters) -> [UnitVector] {
        switch water {
        case .passage(let name):
            return linkPoints(named: name)
                + gates(named: name).flatMap(\.arcs).flatMap { openings(of: $0) }
        case .area(_, let polygons):
            // Sixteen points of the outline, drawn a little inwards, are enough to choose from.
            let outline = polygons.flatMap(\.outer)
            guard let box = BoundingBox(enclosing: outline) else { return [] }
            let middle = Coordinate(
                latitude: (box.south + box.north) / 2,
                longitude: box.crossesAntimeridian ? 180 : (box.west + box.east) / 2)
            let step = max(1, outline.count / 16)
            let candidates =
                stride(from: 0, to: outline.count, by: step).map { outline[$0] } + [middle]
            return candidates.map { position in
                UnitVector(parametric: position).middle(to: UnitVector(parametric: middle))
            }.filter { point in
                !shores.isLand(point)
                    && polygons.contains { $0.contains(point.parametricCoordinate) }
            }
        }
    }

    /// Positions on the water along a gate to steer for, off both of its shores in growing steps.
    ///
    /// A cape is passed near it, though its gate reaches to the ice.
    func openings(of gate: SeaArc) -> [UnitVector] {
        let metres = gate.start.metres(to: gate.end)
        guard metres > 0 else { return [] }
        func point(_ from: UnitVector, _ to: UnitVector, _ way: Double) -> UnitVector {
            let angle = from.angle(to: to)
            let share = way / metres
            let one = sin((1 - share) * angle)
            let two = sin(share * angle)
            return UnitVector(
                normalising: one * from.x + two * to.x, one * from.y + two * to.y,
                one * from.z + two * to.z)
        }
        var found: [UnitVector] = []
        for (from, to) in [(gate.start, gate.end), (gate.end, gate.start)] {
            let steps = stride(from: 0.0, to: metres / 2, by: max(Self.shoreStep, metres / 500))
            guard let shore = steps.first(where: { !shores.isLand(point(from, to, $0)) }) else {
                continue
            }
            for offing in Self.offings where shore + offing < metres / 2 {
                let position = point(from, to, shore + offing)
                if !shores.isLand(position) { found.append(position) }
            }
        }
        let middle = point(gate.start, gate.end, metres / 2)
        if !shores.isLand(middle) { found.append(middle) }
        return found
    }

    /// The steps by which the shore of a gate is looked for, and how far off it a ship may pass, in metres.
    private static let shoreStep = 500.0
    private static let offings = [2_000.0, 8_000, 30_000, 120_000, 500_000]

    /// Whether two names of passages are the same but for case, accents and the generic word.
    private static func isSame(_ known: String, _ asked: String) -> Bool {
        PassageName(known).words == PassageName(asked).words
    }
}

extension SeaGate {
    /// The gate as arcs.
    var arcs: [SeaArc] {
        zip(line, line.dropFirst()).map {
            SeaArc(
                start: UnitVector(parametric: $0.0.coordinate),
                end: UnitVector(parametric: $0.1.coordinate))
        }
    }
}
