internal import Geodesy

/// Finds shortest lines over land: what `SeaSearch` does on the water, with land and water swapped.
///
/// They bend at the corners of shores that point inland, and what the corners see is found out during
/// the search, only where a line that short is wanted (lazy A*; B. Cohen, M. Phillips and M. Likhachev,
/// RSS 2014). Rivers are no obstacle.
struct LandSearch {
    private let shores: ShoreIndex
    private let crossings: [Bridge]
    private let start: UnitVector
    private let end: UnitVector
    /// The corners that point inland, of the shores around the lands that the search may use and of all lakes.
    private var corners: [Int32] = []
    /// The nodes: corners, then the starts and the ends of crossings, then the end.
    private var nodes: [UnitVector] = []

    /// A crossing by its two ends.
    private struct Bridge {
        var name: String
        var start: UnitVector
        var end: UnitVector

        init(_ crossing: LandCrossing) {
            name = crossing.name
            start = UnitVector(parametric: crossing.line[0].coordinate)
            end = UnitVector(parametric: crossing.line[crossing.line.count - 1].coordinate)
        }
    }

    /// Lines looked along before a search is given up: it takes under a second.
    private static let mostLooks = 60_000

    /// A search between two positions; nil when no land or chain of crossings joins them.
    init?(from start: UnitVector, to end: UnitVector, shores: ShoreIndex, crossings: [LandCrossing])
    {
        guard let first = shores.landMass(at: start), let last = shores.landMass(at: end) else {
            return nil
        }
        self.shores = shores
        self.start = start
        self.end = end
        var lands: Set<LandMass> = [first]
        let bridges = crossings.map(Bridge.init)
        let ends = bridges.map {
            (shores.landMass(at: $0.start), shores.landMass(at: $0.end))
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for case (let one?, let two?) in ends where lands.contains(one) != lands.contains(two) {
                lands.formUnion([one, two])
                isGrowing = true
            }
        }
        guard lands.contains(last) else { return nil }
        self.crossings = zip(bridges, ends).filter { _, ends in
            ends.0.map(lands.contains) ?? false && ends.1.map(lands.contains) ?? false
        }.map(\.0)
        let rings = Set(lands.flatMap(\.rings)).union(shores.lakes())
        for corner in shores.corners.indices
        where rings.contains(shores.ring[corner]) && shores.isInlet(corner) {
            corners.append(Int32(corner))
        }
        nodes = corners.map { shores.corners[Int($0)] }
        for crossing in self.crossings { nodes += [crossing.start, crossing.end] }
        nodes.append(end)
    }

    /// The shortest line; nil when there is none, or none is found soon.
    func way() -> LandWay? {
        if shores.isClear(start, end) { return LandWay(positions: [start, end], crossings: []) }
        var run = SeaRun(count: nodes.count)
        let goal = Int32(nodes.count - 1)
        push(from: start, -1, cost: 0, &run)
        var looks = 0
        while let entry = run.next() {
            guard run.isCurrent(entry) else { continue }
            if entry.needsSight {
                looks += 1
                guard looks < Self.mostLooks else { return nil }
                guard isSeen(entry) else { continue }
            }
            run.settle(entry)
            if entry.node == goal { return way(run) }
            push(from: nodes[Int(entry.node)], entry.node, cost: entry.cost, &run)
        }
        return nil
    }

    /// The corner of a node; -1 for a crossing or an end.
    private func corner(_ node: Int32) -> Int {
        node >= 0 && Int(node) < corners.count ? Int(corners[Int(node)]) : -1
    }

    /// Whether two corners follow one another on a shore, along which a line may run.
    private func areNeighbours(_ one: Int, _ two: Int) -> Bool {
        one >= 0 && two >= 0
            && (shores.next[one] == Int32(two) || shores.previous[one] == Int32(two))
    }

    private func isSeen(_ entry: SeaEntry) -> Bool {
        let from = entry.from < 0 ? start : nodes[Int(entry.from)]
        return shores.isClear(
            from, nodes[Int(entry.node)], from: corner(entry.from), to: corner(entry.node))
    }

    private func push(
        from position: UnitVector, _ node: Int32, cost: Double, _ run: inout SeaRun
    ) {
        let own = corner(node)
        for other in nodes.indices where other != Int(node) {
            let target = nodes[other]
            if !areNeighbours(own, corner(Int32(other))) {
                if other < corners.count,
                    !shores.isTangent(at: Int(corners[other]), to: position)
                {
                    continue
                }
                if own >= 0, !shores.isTangent(at: own, to: target) { continue }
            }
            add(Int32(other), from: node, cost + position.metres(to: target), true, &run)
        }
        // To the other end of a crossing.
        let crossing = Int(node) - corners.count
        if crossing >= 0, crossing < 2 * crossings.count {
            let other = corners.count + (crossing ^ 1)
            add(Int32(other), from: node, cost + position.metres(to: nodes[other]), false, &run)
        }
    }

    private func add(
        _ node: Int32, from: Int32, _ cost: Double, _ needsSight: Bool, _ run: inout SeaRun
    ) {
        guard run.improves(node, cost) else { return }
        if !needsSight { run.reach(node, cost) }
        let left = run.left(node) { nodes[$0].metres(to: end) }
        run.push(
            SeaEntry(
                estimate: cost + left, cost: cost, node: node, from: from, link: -1,
                needsSight: needsSight))
    }

    private func way(_ run: SeaRun) -> LandWay {
        let path = run.path(to: Int32(nodes.count - 1))
        var names: [String] = []
        for (one, two) in zip(path, path.dropFirst()) {
            let (first, second) = (Int(one) - corners.count, Int(two) - corners.count)
            if first >= 0, first ^ 1 == second, first < 2 * crossings.count {
                names.append(crossings[first / 2].name)
            }
        }
        return LandWay(
            positions: [start] + path.map { nodes[Int($0)] }, crossings: names)
    }
}

extension ShoreIndex {
    /// The rings that run around water, with the land outside.
    fileprivate func lakes() -> [Int32] {
        var lakes: [Int32] = []
        var first = 0
        while first < corners.count {
            var (x, y, z) = (0.0, 0.0, 0.0)
            var corner = first
            while corner < corners.count, ring[corner] == ring[first] {
                let turn = corners[corner].cross(corners[Int(next[corner])])
                (x, y, z) = (x + turn.x, y + turn.y, z + turn.z)
                corner += 1
            }
            // The sum points up where the ring turns left.
            if corners[first].dot(UnitVector(x: x, y: y, z: z)) < 0 { lakes.append(ring[first]) }
            first = corner
        }
        return lakes
    }

    /// Whether the water at a corner is convex, so that a taut line over land may bend around it.
    func isInlet(_ corner: Int) -> Bool {
        UnitVector.tripleProduct(
            corners[Int(previous[corner])], corners[corner], corners[Int(next[corner])]) < 0
    }

    /// Whether a line from a corner to a position only touches the shore there.
    func isTangent(at corner: Int, to position: UnitVector) -> Bool {
        let point = corners[corner]
        let before = UnitVector.tripleProduct(corners[Int(previous[corner])], point, position)
        let after = UnitVector.tripleProduct(point, corners[Int(next[corner])], position)
        return (before > 0) != (after > 0)
    }
}
