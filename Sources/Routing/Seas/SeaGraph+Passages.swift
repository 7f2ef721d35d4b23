internal import Geodesy

extension SeaGraph {
    /// The links of a name; "Suez" finds the Suez Canal.
    func links(named name: String) -> [Int] {
        links.indices.filter { Self.isSame(links[$0].name, name) }
    }

    /// The gates of a name.
    func gates(named name: String) -> [SeaGate] {
        gates.filter { Self.isSame($0.name, name) }
    }

    /// The names of links and gates that are most like a name, the likest first, for a message.
    func passageNames(like name: String) -> [String] {
        let asked = PassageName(name)
        return Set(links.map(\.name) + gates.map(\.name))
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
    func passages(of course: SeaCourse) -> [String] {
        let positions = positions(of: course)
        var names: [String] = []
        var passed = 0.0
        for (index, (start, end)) in zip(positions, positions.dropFirst()).enumerated() {
            if index > 0, index < course.nodes.count,
                let stretch = stretches[course.nodes[index - 1]]?
                    .first(where: { $0.node == course.nodes[index] })
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
            where arcs.contains(where: { UnitVector.arcsCross(start, end, $0.start, $0.end) }) {
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
            return courses.contains { course in
                passages(of: course).contains { Self.isSame($0, name) }
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

    /// The positions to steer for so as to pass a water; none when it is not known.
    func gatePoints(of water: NamedWaters) -> [UnitVector] {
        switch water {
        case .passage(let name):
            let named = links(named: name).map { link in
                let line = links[link].line
                return UnitVector(parametric: line[line.count / 2].coordinate)
            }
            return named
                + gates(named: name).flatMap(\.arcs).map { $0.start.middle(to: $0.end) }
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
