/// How far a few far-off nodes, the landmarks, are from every node: by the triangle inequality their
/// differences bound the way between two nodes from below, better than the great circle does around a
/// continent.
///
/// After A. V. Goldberg and C. Harrelson, Computing the shortest path: A* search meets graph theory,
/// SODA 2005, 156-165.
struct Landmarks: Sendable {
    /// The distances of one node, in whole kilometres rounded down; `unreached` where there is no way.
    typealias Row = SIMD8<UInt16>
    /// How many landmarks there are.
    static let count = Row.scalarCount
    /// No way leads to the landmark through the links that are open by default.
    static let unreached = UInt16.max

    /// The rows of all nodes; empty for a graph without landmarks.
    let rows: [Row]

    /// What the way between two nodes, by links that are open by default, is at least, in metres.
    @inline(__always)
    func bound(_ one: Row, _ two: Row) -> Double {
        Self.metres(pointwiseMax(one, two) &- pointwiseMin(one, two), one, two)
    }

    /// What the way between a node and any of those whose rows lie between two is at least, in metres.
    @inline(__always)
    func bound(_ one: Row, low: Row, high: Row) -> Double {
        let under = low &- pointwiseMin(low, one)
        let over = pointwiseMax(high, one) &- high
        return Self.metres(pointwiseMax(under, over), one, high)
    }

    @inline(__always)
    private static func metres(_ difference: Row, _ one: Row, _ two: Row) -> Double {
        let isKnown = (one .!= unreached) .& (two .!= unreached)
        let greatest = Row.zero.replacing(with: difference, where: isKnown).max()
        // Both were rounded down.
        return greatest > 0 ? Double(greatest - 1) * 1_000 : 0
    }
}
