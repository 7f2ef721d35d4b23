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
    /// The nodes seen from each node.
    let neighbours: NeighbourLists
    /// How far the landmarks are from the nodes.
    let landmarks: Landmarks
    /// The nodes by blocks of near ones.
    let blocks: [NodeBlock]
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
    /// The same, sorted for looking along lines.
    private let walls: SeaBarriers
    /// The link that each point of a link belongs to, in the order of the nodes behind the headlands.
    let linkOfPoint: [Int]
    /// Bridges and tunnels, for ways over land.
    let crossings: [LandCrossing]

    /// A graph from its parts.
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
        neighbours = parts.neighbours
        landmarks = parts.landmarks
        blocks = NodeBlock.all(of: nodes, landmarks: parts.landmarks)
        links = parts.links
        gates = parts.gates
        gateArcs = parts.gates.map(\.arcs)
        barriers = parts.barriers
        walls = SeaBarriers(parts.barriers)
        linkOfPoint = parts.links.enumerated().flatMap { number, link in
            [Int](repeating: number, count: link.line.count)
        }
        crossings = parts.crossings
        stretches = SeaStretch.all(
            of: parts.links, firstNode: headlands, points: points)
        ringWater = parts.ringWater
    }

    /// Whether the arc between two positions is free of shores and barriers.
    func isOpenWater(
        _ start: UnitVector, _ end: UnitVector, from: Int32 = -1, to: Int32 = -1
    ) -> Bool {
        shores.isClear(start, end, from: Int(from), to: Int(to)) && isUnbarred(start, end)
    }

    /// Whether the arc between two positions crosses no barrier.
    func isUnbarred(_ start: UnitVector, _ end: UnitVector) -> Bool {
        !walls.isCrossed(start, end)
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
            : !neighbours.isEmpty(node)
    }

    /// The headlands that are seen from a position and that a taut line from it can bend around.
    func headlands(seenFrom position: UnitVector) -> [Int] {
        (0..<headlandCount).filter { node in
            isTangent(atHeadland: node, to: position)
                && isOpenWater(position, nodes[node], to: nodeCorner[node])
        }
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
    /// The nodes that each node sees.
    var neighbours: NeighbourLists
    /// How far the landmarks are from the nodes.
    var landmarks: Landmarks
    /// The water that each ring's shore lies on; -1 where no headland is.
    var ringWater: [Int32]
    var links: [SeaLink]
    var gates: [SeaGate]
    var barriers: [SeaArc]
    var crossings: [LandCrossing]
}
