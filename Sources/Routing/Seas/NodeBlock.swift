internal import Geodesy

/// Some nodes that stand close together and have numbers in a row, so that a search may leave all of
/// them aside at once.
struct NodeBlock: Sendable {
    /// The nodes.
    var nodes: Range<Int>
    /// The middle of a cap of the sphere that holds them.
    var middle: UnitVector
    /// The radius of the cap, in metres.
    var radius: Double
    /// What the distances of all of them from the landmarks lie between.
    var range: LandmarkRange

    /// How many nodes a block has.
    private static let size = 64

    /// The blocks of all nodes, which are in an order that keeps near ones together.
    static func all(of nodes: [UnitVector], landmarks: Landmarks) -> [NodeBlock] {
        stride(from: 0, to: nodes.count, by: size).map { first in
            let range = first..<min(first + size, nodes.count)
            let sum = nodes[range].reduce((x: 0.0, y: 0.0, z: 0.0)) {
                ($0.x + $1.x, $0.y + $1.y, $0.z + $1.z)
            }
            let isAnywhere = sum.x * sum.x + sum.y * sum.y + sum.z * sum.z < 1e-6
            let middle =
                isAnywhere ? nodes[first] : UnitVector(normalising: sum.x, sum.y, sum.z)
            var farthest = 0.0
            for node in range {
                farthest = max(farthest, middle.squaredChord(to: nodes[node]))
            }
            let rows = landmarks.rows.isEmpty ? [] : landmarks.rows[range]
            let own = rows.first.map { first in
                rows.reduce(LandmarkRange(first)) { $0.widened(by: LandmarkRange($1)) }
            }
            return NodeBlock(
                nodes: range, middle: middle, radius: UnitVector.metres(squaredChord: farthest),
                range: own ?? .any)
        }
    }
}
