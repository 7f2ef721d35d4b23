internal import Geodesy

/// A shortest course over the graph.
struct SeaCourse: Sendable {
    /// The end it begins at, and the one it ends at.
    var start: SeaEnd
    var end: SeaEnd
    /// The nodes between, in order.
    var nodes: [Int32]
    /// The links it goes through, in order.
    var links: [Int]
    /// What the search made of it, in metres: its length, with far gaps weighed.
    var cost: Double
}

/// Finds shortest courses: A* with the great circle as the lower bound of what is left.
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
        guard let nearestStart = starts.map(\.gap).min(), let nearestEnd = ends.map(\.gap).min()
        else { return nil }
        let startCost = starts.map { $0.gap + Self.gapWeight * ($0.gap - nearestStart) }
        let endCost = ends.map { $0.gap + Self.gapWeight * ($0.gap - nearestEnd) }
        var best: SeaCourse?
        for (first, start) in starts.enumerated() {
            for (last, end) in ends.enumerated()
            where start.node < 0 && end.node < 0 && isFree(start.position, end.position)
                && graph.isOpenWater(start.position, end.position)
            {
                let cost =
                    startCost[first] + start.position.metres(to: end.position) + endCost[last]
                if cost < best?.cost ?? .infinity {
                    best = SeaCourse(start: start, end: end, nodes: [], links: [], cost: cost)
                }
            }
        }
        var run = Run(count: graph.nodes.count)
        for (index, start) in starts.enumerated() {
            for (node, metres) in reached(from: start) {
                run.reach(node, startCost[index] + metres, from: -2 - Int32(index), link: -1)
            }
        }
        var arrival: [Int32: (metres: Double, end: Int)] = [:]
        for (index, end) in ends.enumerated() {
            for (node, metres) in reached(from: end) {
                let cost = metres + endCost[index]
                if cost < arrival[node]?.metres ?? .infinity { arrival[node] = (cost, index) }
            }
        }
        let target = ends[0].position
        let slack = ends.map { $0.position.metres(to: target) }.max() ?? 0
        run.start { max(0, graph.nodes[Int($0)].metres(to: target) - slack) }
        var final: (node: Int32, end: Int)?
        var limit = best?.cost ?? .infinity
        while let (node, estimate) = run.next() {
            if estimate >= limit { break }
            let reached = run.cost[Int(node)]
            if let (metres, end) = arrival[node], reached + metres < limit {
                limit = reached + metres
                final = (node, end)
            }
            expand(node, reached, target: target, slack: slack, &run)
        }
        guard let final else { return best }
        return run.course(to: final.node, starts: starts, end: ends[final.end], cost: limit)
    }

    /// The nodes an end leads to at once.
    private func reached(from end: SeaEnd) -> [(node: Int32, metres: Double)] {
        if end.node >= 0 { return [(end.node, 0)] }
        return end.seen.filter { isFree(end.position, graph.nodes[Int($0.node)]) }
    }

    private func isFree(_ start: UnitVector, _ end: UnitVector) -> Bool {
        forbidden.isEmpty
            || !forbidden.contains { UnitVector.arcsCross(start, end, $0.start, $0.end) }
    }

    private func expand(
        _ node: Int32, _ reached: Double, target: UnitVector, slack: Double, _ run: inout Run
    ) {
        let position = graph.nodes[Int(node)]
        let range =
            Int(graph.neighbourStart[Int(node)])..<Int(graph.neighbourStart[Int(node) + 1])
        for index in range {
            let other = graph.neighbours[index]
            let next = graph.nodes[Int(other)]
            let cost = reached + position.metres(to: next)
            guard cost < run.cost[Int(other)], isFree(position, next) else { continue }
            run.push(
                other, cost, from: node, link: -1,
                estimate: cost + max(0, next.metres(to: target) - slack))
        }
        guard node >= graph.headlandCount else { return }
        for stretch in graph.stretches[node] ?? [] where isLinkOpen[stretch.link] {
            let cost = reached + stretch.metres
            guard cost < run.cost[Int(stretch.node)] else { continue }
            let next = graph.nodes[Int(stretch.node)]
            run.push(
                stretch.node, cost, from: node, link: Int32(stretch.link),
                estimate: cost + max(0, next.metres(to: target) - slack))
        }
    }
}

/// The state of one search.
private struct Run {
    var cost: [Double]
    private var parent: [Int32]
    private var link: [Int32]
    private var heap: [(estimate: Double, node: Int32)] = []
    private var isDone: [Bool]

    init(count: Int) {
        cost = [Double](repeating: .infinity, count: count)
        parent = [Int32](repeating: -1, count: count)
        link = [Int32](repeating: -1, count: count)
        isDone = [Bool](repeating: false, count: count)
    }

    mutating func reach(_ node: Int32, _ metres: Double, from: Int32, link way: Int32) {
        guard metres < cost[Int(node)] else { return }
        cost[Int(node)] = metres
        parent[Int(node)] = from
        link[Int(node)] = way
    }

    /// Enters the nodes reached so far, with what is left at least.
    mutating func start(_ left: (Int32) -> Double) {
        for node in cost.indices where cost[node] < .infinity {
            insert(cost[node] + left(Int32(node)), Int32(node))
        }
    }

    mutating func push(
        _ node: Int32, _ metres: Double, from: Int32, link way: Int32, estimate: Double
    ) {
        cost[Int(node)] = metres
        parent[Int(node)] = from
        link[Int(node)] = way
        insert(estimate, node)
    }

    /// The node with the least estimate that is not yet done.
    mutating func next() -> (node: Int32, estimate: Double)? {
        while let top = heap.first {
            removeFirst()
            if isDone[Int(top.node)] { continue }
            isDone[Int(top.node)] = true
            return (top.node, top.estimate)
        }
        return nil
    }

    /// The course that ends at a node.
    func course(to last: Int32, starts: [SeaEnd], end: SeaEnd, cost: Double) -> SeaCourse? {
        var nodes: [Int32] = []
        var links: [Int] = []
        var node = last
        while node >= 0 {
            nodes.append(node)
            let way = Int(link[Int(node)])
            if way >= 0, links.last != way { links.append(way) }
            node = parent[Int(node)]
        }
        let start = Int(-2 - node)
        guard starts.indices.contains(start) else { return nil }
        return SeaCourse(
            start: starts[start], end: end, nodes: nodes.reversed(), links: links.reversed(),
            cost: cost)
    }

    private mutating func insert(_ estimate: Double, _ node: Int32) {
        heap.append((estimate, node))
        var index = heap.count - 1
        while index > 0 {
            let above = (index - 1) / 2
            guard heap[index].estimate < heap[above].estimate else { break }
            heap.swapAt(index, above)
            index = above
        }
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].estimate < heap[least].estimate {
                least = child
            }
            if least == index { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
