internal import Geodesy

extension Landmarks {
    /// Chooses landmarks as far from one another as can be, and measures from each.
    ///
    /// The distances are those of shortest courses that end at a node, whatever way they come from; the
    /// graph alone has only those that go on round the node. Takes some seconds.
    static func chosen(in graph: SeaGraph) async -> Landmarks {
        let nodes = graph.nodes.count
        var columns: [[Double]] = []
        var nearest = [Double](repeating: .infinity, count: nodes)
        // The first is as far as can be from the one that sees most others, on the ocean.
        var next = farthest(distances(from: busiest(graph), in: graph))
        while columns.count < count {
            let column = distances(from: next, in: graph)
            columns.append(column)
            for node in 0..<nodes { nearest[node] = min(nearest[node], column[node]) }
            next = farthest(nearest)
        }
        let through = (0..<nodes).map { node in
            var distances = Distances(repeating: .infinity)
            for (index, column) in columns.enumerated() { distances[index] = column[node] }
            return distances
        }
        let least = graph.blocks.map { block in
            through[block.nodes].reduce(Distances(repeating: .infinity), pointwiseMin)
        }
        let block = 500
        let found = await withTaskGroup(of: (Int, [Row]).self) { group in
            for first in stride(from: 0, to: nodes, by: block) {
                group.addTask {
                    let range = first..<min(first + block, nodes)
                    return (
                        first, range.map { row(of: $0, through: through, least: least, in: graph) }
                    )
                }
            }
            var all: [Int: [Row]] = [:]
            for await (first, rows) in group { all[first] = rows }
            return all
        }
        return Landmarks(rows: found.keys.sorted().flatMap { found[$0] ?? [] })
    }

    /// The distances of one node from all landmarks, in metres.
    private typealias Distances = SIMD8<Double>

    /// The row of a node: from the graph, or shorter by a last stretch that does not go on round it.
    private static func row(
        of node: Int, through distances: [Distances], least: [Distances], in graph: SeaGraph
    ) -> Row {
        let position = graph.nodes[node]
        var best = distances[node]
        // Points of links are come to along links alone, but for the mouths, which the graph has whole.
        let blocks = node < graph.headlandCount ? graph.blocks : []
        for (block, least) in zip(blocks, least) {
            let away = max(0, block.middle.metres(to: position) - block.radius)
            guard any(least + away .< best) else { continue }
            for other in block.nodes where other != node {
                let total = distances[other] + graph.nodes[other].metres(to: position)
                guard any(total .< best), graph.canBend(at: other, towards: position),
                    graph.isOpenWater(
                        graph.nodes[other], position, from: graph.nodeCorner[other],
                        to: graph.nodeCorner[node])
                else { continue }
                best.replace(with: total, where: total .< best)
            }
        }
        var row = Row(repeating: unreached)
        for index in row.indices where best[index].isFinite {
            row[index] = UInt16(min(best[index] / 1_000, Double(unreached - 1)))
        }
        return row
    }

    /// The node that sees most others, or nearly.
    private static func busiest(_ graph: SeaGraph) -> Int32 {
        let start = graph.neighbours.start
        let lengths = zip(start.dropFirst(), start).map { $0 - $1 }
        return Int32(lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0)
    }

    private static func farthest(_ distances: [Double]) -> Int32 {
        var best: (node: Int, metres: Double) = (0, -1)
        for (node, metres) in distances.enumerated() where metres.isFinite && metres > best.metres {
            best = (node, metres)
        }
        return Int32(best.node)
    }

    /// The lengths of the ways from a position at a node to all nodes that they can go on from, in metres,
    /// by links open by default; infinite where there is none.
    ///
    /// Dijkstra's algorithm.
    private static func distances(from start: Int32, in graph: SeaGraph) -> [Double] {
        var run = SeaRun(count: graph.nodes.count)
        func entry(_ node: Int32, _ metres: Double) -> SeaEntry {
            SeaEntry(
                estimate: metres, cost: metres, node: node, from: -1, link: -1, needsSight: false)
        }
        run.reach(start, 0)
        run.push(entry(start, 0))
        let origin = graph.nodes[Int(start)]
        for node in graph.nodes.indices
        where start < graph.headlandCount && node != Int(start)
            && graph.canBend(at: node, towards: origin)
            && graph.isOpenWater(
                origin, graph.nodes[node], from: graph.nodeCorner[Int(start)],
                to: graph.nodeCorner[node])
        {
            let metres = origin.metres(to: graph.nodes[node])
            run.reach(Int32(node), metres)
            run.push(entry(Int32(node), metres))
        }
        while let here = run.next() {
            guard run.isCurrent(here) else { continue }
            let node = Int(here.node)
            let position = graph.nodes[node]
            func go(_ other: Int32, _ metres: Double) {
                guard run.improves(other, here.cost + metres) else { return }
                run.reach(other, here.cost + metres)
                run.push(entry(other, here.cost + metres))
            }
            graph.neighbours.forEach(of: node) { other in
                go(other, position.metres(to: graph.nodes[Int(other)]))
            }
            for stretch in graph.stretches[here.node] ?? [] where graph.links[stretch.link].isOpen {
                go(stretch.node, stretch.metres)
            }
        }
        return run.costs
    }
}
