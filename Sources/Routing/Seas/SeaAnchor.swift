internal import Geodesy

/// A node that an end sees, by which the landmarks' distances hold for the end too.
struct SeaAnchor {
    /// The node's distances from the landmarks.
    var row: Landmarks.Row
    /// From the end to the node, in metres.
    var metres: Double
}

extension SeaGraph {
    /// A node near an end that it sees; nil when none of the nearest is seen.
    func anchor(of end: SeaEnd) -> SeaAnchor? {
        if end.node >= 0 {
            return SeaAnchor(row: landmarks.rows[Int(end.node)], metres: 0)
        }
        for metres in [20_000.0, 100_000, 1_000_000] {
            let reach = UnitVector.squaredChord(metres: metres)
            var near: [(squaredChord: Double, node: Int)] = []
            for block in blocks
            where end.position.metres(to: block.middle) <= metres + block.radius {
                for node in block.nodes where !neighbours.isEmpty(node) {
                    let squaredChord = end.position.squaredChord(to: nodes[node])
                    if squaredChord <= reach { near.append((squaredChord, node)) }
                }
            }
            near.sort { ($0.squaredChord, $0.node) < ($1.squaredChord, $1.node) }
            for (squaredChord, node) in near.prefix(32)
            where isOpenWater(end.position, nodes[node], to: nodeCorner[node]) {
                return SeaAnchor(
                    row: landmarks.rows[node],
                    // A metre against rounding.
                    metres: UnitVector.metres(squaredChord: squaredChord) + 1)
            }
        }
        return nil
    }
}
