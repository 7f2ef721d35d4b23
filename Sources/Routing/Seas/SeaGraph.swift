internal import Geodesy

/// The ways ships can go: headlands that see each other over water, and the links between waters.
///
/// A shortest course around obstacles is a chain of arcs that bend only at headlands and touch the
/// shore on one side there (a taut visibility graph; D. Oh and H. W. Leong, arXiv 1702.01524; on the
/// sphere A. R. Washburn and G. G. Brown, Naval Research Logistics 63, 2016, 374-385).
final class SeaGraph: Sendable {
    /// The shores.
    let shores: ShoreIndex
    /// The nodes: headlands first, then the points of links.
    let nodes: [UnitVector]
    /// The corner of each headland; -1 for a point of a link.
    let nodeCorner: [Int32]
    /// The headland at each corner of the shores; -1 where none is.
    let headlandOfCorner: [Int32]
    /// How many of the nodes are headlands.
    let headlandCount: Int
    /// The normals of the edges before and behind each headland, towards the land, in turn.
    let headlandNormals: [UnitVector]
    /// Where each node's neighbours begin in `neighbours`; one more entry than there are nodes.
    let neighbourStart: [Int32]
    /// The nodes seen from each node.
    let neighbours: [Int32]
    /// The water a node lies in: nodes of one number are joined over open water.
    let water: [Int32]
    /// The water that each ring's shore lies on; -1 where no headland is.
    let ringWater: [Int32]
    /// The stretches of links that leave each point of a link.
    let stretches: [Int32: [SeaStretch]]
    /// The links, in the order of the table.
    let links: [SeaLink]
    /// The lines by which a course is known to pass a strait or a cape.
    let gates: [SeaGate]
    /// The arcs of each gate.
    let gateArcs: [[SeaArc]]
    /// Arcs that no course may cross.
    let barriers: [SeaArc]

    /// A graph from its parts; `pairs` are the nodes that see each other, each pair once.
    init(parts: SeaGraphParts) {
        shores = parts.shores
        nodeCorner = parts.nodeCorner
        headlandCount = parts.nodeCorner.firstIndex(of: -1) ?? parts.nodeCorner.count
        let shores = parts.shores
        let points = parts.linkPoints
        let headlands = headlandCount
        nodes = parts.nodeCorner.indices.map { node in
            node < headlands
                ? shores.corners[Int(parts.nodeCorner[node])] : points[node - headlands]
        }
        var normals: [UnitVector] = []
        normals.reserveCapacity(2 * headlands)
        for corner in parts.nodeCorner.prefix(headlands) {
            let point = shores.corners[Int(corner)]
            normals.append(shores.corners[Int(shores.previous[Int(corner)])].cross(point))
            normals.append(point.cross(shores.corners[Int(shores.next[Int(corner)])]))
        }
        var headlandOfCorner = [Int32](repeating: -1, count: shores.corners.count)
        for node in 0..<headlands { headlandOfCorner[Int(nodeCorner[node])] = Int32(node) }
        self.headlandOfCorner = headlandOfCorner
        headlandNormals = normals
        (neighbourStart, neighbours) = Self.neighbours(nodes: nodes.count, pairs: parts.pairs)
        links = parts.links
        gates = parts.gates
        gateArcs = parts.gates.map(\.arcs)
        barriers = parts.barriers
        stretches = SeaStretch.all(
            of: parts.links, firstNode: headlands, points: points)
        water = Self.waters(nodes: nodes.count, pairs: parts.pairs)
        var ringWater = [Int32](repeating: -1, count: Int(shores.ring.last ?? -1) + 1)
        for node in 0..<headlands {
            ringWater[Int(shores.ring[Int(nodeCorner[node])])] = water[node]
        }
        self.ringWater = ringWater
    }

    /// The neighbours of each node, one node after the other, and where each one's begin.
    private static func neighbours(
        nodes: Int, pairs: [Int32]
    ) -> (start: [Int32], neighbours: [Int32]) {
        var start = [Int32](repeating: 0, count: nodes + 1)
        for node in pairs { start[Int(node) + 1] += 1 }
        for node in 0..<nodes { start[node + 1] += start[node] }
        var fill = start
        let neighbours = [Int32](unsafeUninitializedCapacity: pairs.count) { buffer, initialized in
            fill.withUnsafeMutableBufferPointer { fill in
                for index in stride(from: 0, to: pairs.count - 1, by: 2) {
                    let (one, two) = (pairs[index], pairs[index + 1])
                    buffer[Int(fill[Int(one)])] = two
                    fill[Int(one)] += 1
                    buffer[Int(fill[Int(two)])] = one
                    fill[Int(two)] += 1
                }
            }
            initialized = pairs.count
        }
        return (start, neighbours)
    }

    /// The number of the water each node lies in, by joining the nodes that see each other.
    private static func waters(nodes: Int, pairs: [Int32]) -> [Int32] {
        var parent = (0..<Int32(nodes)).map { $0 }
        parent.withUnsafeMutableBufferPointer { parent in
            for index in stride(from: 0, to: pairs.count - 1, by: 2) {
                let one = root(pairs[index], parent)
                let two = root(pairs[index + 1], parent)
                if one != two { parent[Int(max(one, two))] = min(one, two) }
            }
            for node in 0..<nodes { parent[node] = root(Int32(node), parent) }
        }
        return parent
    }

    /// The least node joined to one so far; shortens the way there for the next time.
    @inline(__always)
    private static func root(_ node: Int32, _ parent: UnsafeMutableBufferPointer<Int32>) -> Int32 {
        var node = node
        while parent[Int(node)] != node {
            parent[Int(node)] = parent[Int(parent[Int(node)])]
            node = parent[Int(node)]
        }
        return node
    }

    /// Whether the arc between two positions is free of shores and barriers.
    func isOpenWater(
        _ start: UnitVector, _ end: UnitVector, from: Int32 = -1, to: Int32 = -1
    ) -> Bool {
        shores.isClear(start, end, from: Int(from), to: Int(to)) && isUnbarred(start, end)
    }

    /// Whether the arc between two positions crosses no barrier.
    func isUnbarred(_ start: UnitVector, _ end: UnitVector) -> Bool {
        !barriers.contains { UnitVector.arcsCross(start, end, $0.start, $0.end) }
    }

    /// Whether a line from a headland to a position only touches the shore there.
    @inline(__always)
    func isTangent(atHeadland node: Int, to position: UnitVector) -> Bool {
        (headlandNormals[2 * node].dot(position) > 0)
            != (headlandNormals[2 * node + 1].dot(position) > 0)
    }

    /// Whether a shortest course may come to a node from a position, or leave it towards one: at headlands
    /// it must touch the shore, at the mouths of links it may turn as it likes.
    @inline(__always)
    func canBend(at node: Int, towards position: UnitVector) -> Bool {
        node < headlandCount
            ? isTangent(atHeadland: node, to: position)
            : neighbourStart[node] < neighbourStart[node + 1]
    }

    /// The headlands that are seen from a position and that a taut line from it can bend around.
    func headlands(seenFrom position: UnitVector) -> [Int] {
        let horizon = Horizon(from: position, shores: shores)
        var seen: [Int] = []
        for node in 0..<headlandCount
        where isTangent(atHeadland: node, to: position) && !horizon.hides(nodes[node]) {
            if isOpenWater(position, nodes[node], to: nodeCorner[node]) { seen.append(node) }
        }
        return seen
    }
}

/// An arc between two positions.
struct SeaArc: Sendable, Hashable {
    var start: UnitVector
    var end: UnitVector
}

/// What a graph is made of, as the builder finds it and the file holds it.
struct SeaGraphParts {
    var shores: ShoreIndex
    /// The corner of each headland, then -1 for each point of a link.
    var nodeCorner: [Int32]
    /// The points of the links, one link after the other.
    var linkPoints: [UnitVector]
    /// The nodes that see each other, two entries a pair.
    var pairs: [Int32]
    var links: [SeaLink]
    var gates: [SeaGate]
    var barriers: [SeaArc]
}
