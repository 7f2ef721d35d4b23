internal import Geodesy

/// The shores of the world's waters, with a grid over their edges.
///
/// Rings run with land on their left. An edge has the number of the corner it starts from.
struct ShoreIndex: Sendable {
    /// The corners of all rings, one ring after the other.
    let corners: [UnitVector]
    /// The corner behind each, on its ring.
    let next: [Int32]
    /// The corner before each, on its ring.
    let previous: [Int32]
    /// The ring of each corner.
    let ring: [Int32]
    /// The edges by the cells they come through.
    let grid: ShoreGrid

    /// The corners of each ring by stretches of near ones.
    let stretches: [ShoreStretch]

    /// An index over rings.
    init(rings: [[PackedPosition]]) {
        self.init(
            lengths: rings.map(\.count),
            positions: rings.flatMap { $0.flatMap { [$0.longitude, $0.latitude] } }, grid: nil)
    }

    /// An index over rings of some lengths, the longitudes and latitudes of their corners in turn, in
    /// units of `PackedPosition`; a file gives the grid too.
    init(lengths: [Int], positions: [Int32], grid: ShoreGrid?) {
        let count = positions.count / 2
        var next = [Int32](repeating: 0, count: count)
        var previous = next
        var ring = next
        var first = 0
        for (number, length) in lengths.enumerated() {
            for corner in first..<(first + length) {
                next[corner] = Int32(corner + 1)
                previous[corner] = Int32(corner - 1)
                ring[corner] = Int32(number)
            }
            next[first + length - 1] = Int32(first)
            previous[first] = Int32(first + length - 1)
            first += length
        }
        let corners = (0..<count).map { corner in
            UnitVector(
                parametric: PackedPosition(
                    longitude: positions[2 * corner], latitude: positions[2 * corner + 1]
                ).coordinate)
        }
        self.corners = corners
        self.next = next
        self.previous = previous
        self.ring = ring
        stretches = ShoreStretch.all(corners: corners, next: next, lengths: lengths)
        self.grid = grid ?? ShoreGrid(corners: corners, next: next)
    }

    /// Whether the land at a corner is convex, so that a taut line may bend around it.
    func isHeadland(_ corner: Int) -> Bool {
        UnitVector.tripleProduct(
            corners[Int(previous[corner])], corners[corner], corners[Int(next[corner])]) > 0
    }
}
