internal import Geodesy

extension Landmarks {
    /// How many nodes, spread over all shores, landmarks are chosen from and tried on.
    private static let sample = 320

    /// Chooses landmarks, and measures from each.
    ///
    /// Of nodes spread evenly over all shores, those are taken whose distances leave the least of the ways
    /// between all of them open, one after the other; what is left counts by its root, as the work of a
    /// search does. The distances are those of shortest courses that end at a node, whatever way they come
    /// from; the graph alone has only those that go on round the node. Takes some minutes.
    static func chosen(
        in graph: SeaGraph, progress: @Sendable (String) -> Void
    ) async -> Landmarks {
        let columns = await columns(from: spread(in: graph), in: graph)
        let chosen = best(columns)
        progress("landmarks are chosen")
        var lanes: [[LandmarkRow.Lanes]] = []
        let size = LandmarkRow.Lanes.scalarCount
        for first in stride(from: 0, to: chosen.count, by: size) {
            let group = chosen[first..<min(first + size, chosen.count)]
            lanes.append(await lanesOfNodes(group.map { columns[$0].metres }, in: graph))
            progress("\(first + group.count) of \(chosen.count) landmarks")
        }
        return Landmarks(
            rows: graph.nodes.indices.map { node in
                LandmarkRow { lanes[$0 / size][node][$0 % size] }
            })
    }

    /// A node, and how far all nodes are from it, in metres.
    private struct Column: Sendable {
        var node: Int32
        var metres: [Double]
    }

    /// Nodes as far from one another as can be, all on waters that are joined by open links.
    private static func spread(in graph: SeaGraph) -> [Int32] {
        // The first is as far as can be from the one that sees most others, on the ocean.
        var found = [farthest(distances(from: busiest(graph), in: graph))]
        let ocean = distances(from: found[0], in: graph)
        // From one to the next the great circle will do.
        var nearest = ocean.map { $0.isFinite ? Double.infinity : -1 }
        while found.count < sample, let last = found.last {
            let position = graph.nodes[Int(last)]
            var next = (node: Int32(0), chord: -1.0)
            for node in graph.nodes.indices where nearest[node] >= 0 {
                nearest[node] = min(nearest[node], position.squaredChord(to: graph.nodes[node]))
                if nearest[node] > next.chord { next = (Int32(node), nearest[node]) }
            }
            found.append(next.node)
        }
        return found
    }

    private static func columns(from nodes: [Int32], in graph: SeaGraph) async -> [Column] {
        await withTaskGroup(of: Column.self) { group in
            for node in nodes {
                group.addTask { Column(node: node, metres: distances(from: node, in: graph)) }
            }
            var columns: [Column] = []
            for await column in group { columns.append(column) }
            return columns.sorted { $0.node < $1.node }
        }
    }

    /// The columns that bound the ways between all of their nodes best, by their places.
    private static func best(_ columns: [Column]) -> [Int] {
        let nodes = columns.map { Int($0.node) }
        let pairs = columns.indices.flatMap { one in
            columns.indices.dropFirst(one + 1).map { (one, $0) }
        }
        .filter { columns[$0.0].metres[nodes[$0.1]].isFinite }
        var bounds = [Double](repeating: 0, count: pairs.count)
        var chosen: [Int] = []
        while chosen.count < LandmarkRow.count {
            var best = (place: 0, left: Double.infinity)
            for (place, column) in columns.enumerated() where !chosen.contains(place) {
                var left = 0.0
                for (bound, (one, two)) in zip(bounds, pairs) {
                    let own = abs(column.metres[nodes[one]] - column.metres[nodes[two]])
                    let whole = columns[one].metres[nodes[two]]
                    left += max(0, whole - max(bound, own)).squareRoot()
                }
                if left < best.left { best = (place, left) }
            }
            let metres = columns[best.place].metres
            for (index, (one, two)) in pairs.enumerated() {
                bounds[index] = max(bounds[index], abs(metres[nodes[one]] - metres[nodes[two]]))
            }
            chosen.append(best.place)
        }
        return chosen
    }

    /// The distances from some landmarks, in metres.
    private typealias Distances = SIMD8<Double>

    /// The lanes of all nodes for up to eight landmarks, whose distances through the graph are given.
    private static func lanesOfNodes(
        _ columns: [[Double]], in graph: SeaGraph
    ) async -> [LandmarkRow.Lanes] {
        let nodes = graph.nodes.count
        let through = (0..<nodes).map { node in
            var distances = Distances(repeating: .infinity)
            for (index, column) in columns.enumerated() { distances[index] = column[node] }
            return distances
        }
        let least = graph.blocks.map { block in
            through[block.nodes].reduce(Distances(repeating: .infinity), pointwiseMin)
        }
        let block = 500
        return await withTaskGroup(of: (Int, [LandmarkRow.Lanes]).self) { group in
            for first in stride(from: 0, to: nodes, by: block) {
                group.addTask {
                    let range = first..<min(first + block, nodes)
                    return (
                        first,
                        range.map { lanes(of: $0, through: through, least: least, in: graph) }
                    )
                }
            }
            var all: [Int: [LandmarkRow.Lanes]] = [:]
            for await (first, lanes) in group { all[first] = lanes }
            return all.keys.sorted().flatMap { all[$0] ?? [] }
        }
    }

    /// The lanes of a node: from the graph, or shorter by a last stretch that does not go on round it.
    private static func lanes(
        of node: Int, through distances: [Distances], least: [Distances], in graph: SeaGraph
    ) -> LandmarkRow.Lanes {
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
        var lanes = LandmarkRow.Lanes(repeating: LandmarkRow.unreached)
        for index in lanes.indices where best[index].isFinite {
            lanes[index] = UInt16(min(best[index] / 1_000, Double(LandmarkRow.unreached - 1)))
        }
        return lanes
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
