internal import Geodesy

/// Finds shortest courses: A* with the great circle as the lower bound of what is left.
///
/// What the ends see is not known beforehand: a line to or from an end is entered unseen and looked
/// along only when nothing shorter is left to try, so few of the thousands of headlands around an end
/// are looked at (lazy evaluation; B. Cohen, M. Phillips and M. Likhachev, RSS 2014).
struct SeaSearch {
    let graph: SeaGraph
    /// Whether each link may be used.
    let isLinkOpen: [Bool]
    /// Arcs that the course may not cross, for straits to be kept away from.
    let forbidden: [SeaArc]

    /// What a metre of gap costs beyond the shortest gap of an end.
    ///
    /// Colón and Balboa lie near one shore each; without this a course would begin on the other.
    private static let gapWeight = 30.0

    /// The shortest course between one of the starts and one of the ends, if there is any.
    func course(from starts: [SeaEnd], to ends: [SeaEnd]) -> SeaCourse? {
        guard !starts.isEmpty, !ends.isEmpty else { return nil }
        var run = SeaRun(count: graph.nodes.count)
        let goals = zip(ends, Self.costs(of: ends)).map { SeaGoal(end: $0, cost: $1) }
        for (index, (start, cost)) in zip(starts, Self.costs(of: starts)).enumerated() {
            enter(start, number: Int32(index), cost: cost, goals, &run)
        }
        run.makeHeap()
        while let entry = run.next() {
            if entry.needsSight, !isSeen(entry, starts, ends) { continue }
            guard entry.node >= 0 else { return run.course(to: entry, starts, ends) }
            run.settle(entry)
            expand(entry, goals, &run)
        }
        return nil
    }

    private static func costs(of ends: [SeaEnd]) -> [Double] {
        let nearest = ends.map(\.gap).min() ?? 0
        return ends.map { $0.gap + gapWeight * ($0.gap - nearest) }
    }

    /// Enters all headlands a taut line from a start could reach, and the ends.
    private func enter(
        _ start: SeaEnd, number: Int32, cost: Double, _ goals: [SeaGoal], _ run: inout SeaRun
    ) {
        let from = -2 - number
        if start.node >= 0 {
            let left = run.left(start.node, graph.nodes[Int(start.node)], goals)
            run.add(
                SeaEntry(
                    estimate: cost + left, cost: cost, node: start.node, from: from, link: -1,
                    needsSight: false))
            return
        }
        for node in graph.nodes.indices where graph.canBend(at: node, towards: start.position) {
            let position = graph.nodes[node]
            let reached = cost + start.position.metres(to: position)
            let left = run.left(Int32(node), position, goals)
            run.add(
                SeaEntry(
                    estimate: reached + left, cost: reached, node: Int32(node), from: from,
                    link: -1, needsSight: true))
        }
        for (index, goal) in goals.enumerated() where goal.end.node < 0 {
            let total = cost + start.position.metres(to: goal.end.position) + goal.cost
            run.add(
                SeaEntry(
                    estimate: total, cost: total, node: SeaEntry.goal(index), from: from, link: -1,
                    needsSight: true))
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

    private func expand(_ entry: SeaEntry, _ goals: [SeaGoal], _ run: inout SeaRun) {
        let node = entry.node
        let position = graph.nodes[Int(node)]
        for (index, goal) in goals.enumerated() {
            let isThere = goal.end.node == node
            let isNear =
                goal.end.node < 0 && graph.canBend(at: Int(node), towards: goal.end.position)
            guard isThere || isNear else { continue }
            let total = entry.cost + position.metres(to: goal.end.position) + goal.cost
            run.push(
                SeaEntry(
                    estimate: total, cost: total, node: SeaEntry.goal(index), from: node, link: -1,
                    needsSight: !isThere))
        }
        let range =
            Int(graph.neighbourStart[Int(node)])..<Int(graph.neighbourStart[Int(node) + 1])
        for index in range {
            let other = graph.neighbours[index]
            guard !run.isDone(other) else { continue }
            let next = graph.nodes[Int(other)]
            let cost = entry.cost + position.metres(to: next)
            guard run.improves(other, cost), isFree(position, next) else { continue }
            let left = run.left(other, next, goals)
            run.push(
                SeaEntry(
                    estimate: cost + left, cost: cost, node: other, from: node, link: -1,
                    needsSight: false))
        }
        guard node >= graph.headlandCount else { return }
        for stretch in graph.stretches[node] ?? [] where isLinkOpen[stretch.link] {
            let cost = entry.cost + stretch.metres
            guard run.improves(stretch.node, cost) else { continue }
            let left = run.left(stretch.node, graph.nodes[Int(stretch.node)], goals)
            run.push(
                SeaEntry(
                    estimate: cost + left, cost: cost, node: stretch.node, from: node,
                    link: Int32(stretch.link), needsSight: false))
        }
    }
}

/// A way to end a course, and what it costs beyond the water, in metres.
struct SeaGoal {
    let end: SeaEnd
    let cost: Double
}
