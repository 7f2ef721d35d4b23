/// How far a few far-off nodes, the landmarks, are from every node: by the triangle inequality their
/// differences bound the way between two nodes from below, better than the great circle does around a
/// continent.
///
/// After A. V. Goldberg and C. Harrelson, Computing the shortest path: A* search meets graph theory,
/// SODA 2005, 156-165.
struct Landmarks: Sendable {
    /// The rows of all nodes; empty for a graph without landmarks.
    let rows: [LandmarkRow]

    /// What the way is at least, in metres, between two positions whose distances lie between bounds.
    ///
    /// Where a landmark is out of reach for one of them alone there is no way, and the bound is beyond all.
    @inline(__always)
    static func bound(_ one: LandmarkRange, _ two: LandmarkRange) -> Double {
        metres(
            LandmarkRow.greatest(two.low.less(one.high), one.low.less(two.high)).greatest)
    }

    @inline(__always)
    private static func metres(_ kilometres: UInt16) -> Double {
        // Both distances were rounded down.
        kilometres > 0 ? Double(kilometres - 1) * 1_000 : 0
    }

    /// The rows in varints, each number as the step from the node before.
    func encoded() -> [UInt8] {
        Varint.steps(
            rows.flatMap { row in (0..<LandmarkRow.count).map { row[$0] } },
            apart: LandmarkRow.count)
    }

    /// The rows of so many nodes from their varints; nil when they are damaged.
    init?(encoded bytes: [UInt8], nodes: Int) {
        guard
            let distances = Varint.numbers(
                UInt16.self, ofSteps: bytes, apart: LandmarkRow.count),
            distances.count == nodes * LandmarkRow.count
        else { return nil }
        rows = distances.withUnsafeBytes { distances in
            (0..<nodes).map { node in
                distances.loadUnaligned(
                    fromByteOffset: node * MemoryLayout<LandmarkRow>.stride, as: LandmarkRow.self)
            }
        }
    }

    init(rows: [LandmarkRow]) { self.rows = rows }
}
