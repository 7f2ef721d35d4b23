internal import Geodesy

/// Finds shortest courses: A* with the great circle and landmarks as lower bounds of what is left.
///
/// What the ends see is not known beforehand: a line to or from an end is entered unseen and looked
/// along only when nothing shorter is left to try, so few of the thousands of headlands around an end
/// are looked at (lazy evaluation; B. Cohen, M. Phillips and M. Likhachev, RSS 2014). Nodes are entered
/// by blocks for the same reason. A node is gone on from again when a shorter way to it turns up, so
/// that rounded bounds cost time at most.
struct SeaSearch {
    let graph: SeaGraph
    /// Whether each link may be used.
    let isLinkOpen: [Bool]
    /// Arcs that the course may not cross, for straits to be kept away from.
    let forbidden: [SeaArc]
    /// Whether the landmarks' distances hold: with a link open that they do not know they are too long.
    private let usesLandmarks: Bool

    init(graph: SeaGraph, isLinkOpen: [Bool], forbidden: [SeaArc]) {
        self.graph = graph
        self.isLinkOpen = isLinkOpen
        self.forbidden = forbidden
        usesLandmarks =
            !graph.landmarks.rows.isEmpty
            && zip(isLinkOpen, graph.links).allSatisfy { !$0 || $1.isOpen }
    }

    /// Longer than any course, in metres: what landmarks say of an end that no way leads to.
    private static let longest = 5e7

    /// What a metre of gap costs beyond the shortest gap of an end.
    ///
    /// Colón and Balboa lie near one shore each; without this a course would begin on the other.
    private static let gapWeight = 30.0

    /// The shortest course between one of the starts and one of the ends, if there is any.
    func course(from starts: [SeaEnd], to ends: [SeaEnd]) -> SeaCourse? {
        guard !starts.isEmpty, !ends.isEmpty else { return nil }
        var run = SeaRun(count: graph.nodes.count)
        let horizons = (
            start: starts.map { Horizon(from: $0.position, shores: graph.shores) },
            end: ends.map { Horizon(from: $0.position, shores: graph.shores) }
        )
        let costs = Self.costs(of: ends)
        let goals = ends.indices.map { index in
            SeaGoal(
                end: ends[index], cost: costs[index],
                range: usesLandmarks
                    ? graph.landmarkRange(of: ends[index], horizons.end[index]) : nil)
        }
        for (index, (start, cost)) in zip(starts, Self.costs(of: starts)).enumerated() {
            enter(start, number: Int32(index), cost: cost, goals, &run)
        }
        run.makeHeap()
        while let entry = run.next(), entry.estimate < Self.longest {
            if let block = entry.block {
                let number = Int(-2 - entry.from)
                open(
                    block, entry, starts[number].position, horizons.start[number], goals, &run)
                continue
            }
            if entry.node >= 0, !run.isCurrent(entry) { continue }
            if entry.needsSight, !isSeen(entry, starts, ends) { continue }
            guard entry.node >= 0 else { return run.course(to: entry, starts, ends) }
            run.settle(entry)
            expand(entry, starts, goals, horizons.end, &run)
        }
        return nil
    }

    private static func costs(of ends: [SeaEnd]) -> [Double] {
        let nearest = ends.map(\.gap).min() ?? 0
        return ends.map { $0.gap + gapWeight * ($0.gap - nearest) }
    }

    /// What is left at least from a node to one of the goals, in metres.
    @inline(__always)
    private func bound(_ node: Int, _ goals: [SeaGoal]) -> Double {
        let position = graph.nodes[node]
        var least = Double.infinity
        for goal in goals {
            var metres = UnitVector.leastMetres(
                squaredChord: position.squaredChord(to: goal.end.position))
            if let range = goal.range {
                let row = LandmarkRange(graph.landmarks.rows[node])
                metres = max(metres, Landmarks.bound(row, range))
            }
            least = min(least, metres + goal.cost)
        }
        return least
    }

    /// Enters all blocks of nodes, and the ends.
    private func enter(
        _ start: SeaEnd, number: Int32, cost: Double, _ goals: [SeaGoal], _ run: inout SeaRun
    ) {
        let from = -2 - number
        if start.node >= 0 {
            guard run.improves(start.node, cost) else { return }
            run.reach(start.node, cost)
            let left = run.left(start.node) { bound($0, goals) }
            run.add(
                SeaEntry(
                    estimate: cost + left, cost: cost, node: start.node, from: from, link: -1,
                    needsSight: false))
            return
        }
        for (index, block) in graph.blocks.enumerated() {
            let there =
                UnitVector.leastMetres(
                    squaredChord: start.position.squaredChord(to: block.middle)) - block.radius
            var left = Double.infinity
            for goal in goals {
                var metres =
                    UnitVector.leastMetres(
                        squaredChord: block.middle.squaredChord(to: goal.end.position))
                    - block.radius
                if let range = goal.range {
                    metres = max(metres, Landmarks.bound(block.range, range))
                }
                left = min(left, max(0, metres) + goal.cost)
            }
            run.add(
                SeaEntry(
                    estimate: cost + max(0, there) + left, cost: cost,
                    node: SeaEntry.block(index), from: from, link: -1, needsSight: false))
        }
        for (index, goal) in goals.enumerated() where goal.end.node < 0 {
            let total = cost + start.position.metres(to: goal.end.position) + goal.cost
            run.add(
                SeaEntry(
                    estimate: total, cost: total, node: SeaEntry.goal(index), from: from, link: -1,
                    needsSight: true))
        }
    }

    /// Enters the nodes of a block that a taut line from a start could reach.
    private func open(
        _ block: Int, _ entry: SeaEntry, _ start: UnitVector, _ horizon: Horizon,
        _ goals: [SeaGoal], _ run: inout SeaRun
    ) {
        for node in graph.blocks[block].nodes where graph.canBend(at: node, towards: start) {
            let position = graph.nodes[node]
            guard !horizon.hides(position) else { continue }
            let reached = entry.cost + start.metres(to: position)
            guard run.improves(Int32(node), reached) else { continue }
            let left = run.left(Int32(node)) { bound($0, goals) }
            run.push(
                SeaEntry(
                    estimate: reached + left, cost: reached, node: Int32(node), from: entry.from,
                    link: -1, needsSight: true))
        }
    }

    /// Whether the line of an entry from a start or to an end is open water.
    private func isSeen(_ entry: SeaEntry, _ starts: [SeaEnd], _ ends: [SeaEnd]) -> Bool {
        let isFromStart = entry.from <= -2
        let isToGoal = entry.node < 0
        let from =
            isFromStart ? starts[Int(-2 - entry.from)].position : graph.nodes[Int(entry.from)]
        let to = isToGoal ? ends[entry.goal].position : graph.nodes[Int(entry.node)]
        return isFree(from, to)
            && graph.isOpenWater(
                from, to, from: isFromStart ? -1 : graph.nodeCorner[Int(entry.from)],
                to: isToGoal ? -1 : graph.nodeCorner[Int(entry.node)])
    }

    private func isFree(_ start: UnitVector, _ end: UnitVector) -> Bool {
        forbidden.isEmpty
            || !forbidden.contains { UnitVector.arcsCross(start, end, $0.start, $0.end) }
    }

    private func expand(
        _ entry: SeaEntry, _ starts: [SeaEnd], _ goals: [SeaGoal], _ horizons: [Horizon],
        _ run: inout SeaRun
    ) {
        let node = entry.node
        let position = graph.nodes[Int(node)]
        for (index, goal) in goals.enumerated() {
            let isThere = goal.end.node == node
            let isNear =
                goal.end.node < 0 && graph.canBend(at: Int(node), towards: goal.end.position)
                && !horizons[index].hides(position)
            guard isThere || isNear else { continue }
            let total = entry.cost + position.metres(to: goal.end.position) + goal.cost
            run.push(
                SeaEntry(
                    estimate: total, cost: total, node: SeaEntry.goal(index), from: node, link: -1,
                    needsSight: !isThere))
        }
        run.findShorter(from: entry, in: graph, turn: turn(at: entry, starts))
        for (other, cost) in run.shorter where isFree(position, graph.nodes[Int(other)]) {
            go(to: other, cost, from: node, link: -1, goals, &run)
        }
        guard node >= graph.headlandCount else { return }
        for stretch in graph.stretches[node] ?? [] where isLinkOpen[stretch.link] {
            let cost = entry.cost + stretch.metres
            guard run.improves(stretch.node, cost) else { continue }
            go(to: stretch.node, cost, from: node, link: Int32(stretch.link), goals, &run)
        }
    }

    /// A vector whose product with a position is negative when a course that came by an entry would turn
    /// away from the shore there, which no taut course does; none at the mouths of links, and where
    /// straits are kept away from: such courses turn where they must.
    private func turn(at entry: SeaEntry, _ starts: [SeaEnd]) -> UnitVector {
        let none = UnitVector(x: 0, y: 0, z: 0)
        let node = Int(entry.node)
        guard node < graph.headlandCount, forbidden.isEmpty, entry.from != -1 else { return none }
        let from =
            entry.from < 0
            ? starts[Int(-2 - entry.from)].position : graph.nodes[Int(entry.from)]
        let left = from.cross(graph.nodes[node])
        // The corners beside the headland lie on the land's side of the line.
        let corner = Int(graph.nodeCorner[node])
        let one = left.dot(graph.shores.corners[Int(graph.shores.previous[corner])])
        let two = left.dot(graph.shores.corners[Int(graph.shores.next[corner])])
        let side = abs(one) > abs(two) ? one : two
        return side > 0 ? left : UnitVector(x: -left.x, y: -left.y, z: -left.z)
    }

    @inline(__always)
    private func go(
        to node: Int32, _ cost: Double, from: Int32, link: Int32, _ goals: [SeaGoal],
        _ run: inout SeaRun
    ) {
        run.reach(node, cost)
        let left = run.left(node) { bound($0, goals) }
        run.push(
            SeaEntry(
                estimate: cost + left, cost: cost, node: node, from: from, link: link,
                needsSight: false))
    }
}

/// A way to end a course, and what it costs beyond the water, in metres.
struct SeaGoal {
    let end: SeaEnd
    let cost: Double
    /// Its distances from the landmarks.
    let range: LandmarkRange?
}
