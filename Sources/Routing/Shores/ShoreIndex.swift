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
    /// Where each grid cell's edges begin in `cellEdges`; one more entry than there are cells.
    let cellStart: [Int32]
    /// The edges of the cells, cell by cell.
    let cellEdges: [Int32]

    /// An index over rings; a file gives its grid too: cells and edges in turn, in the order of the
    /// cells, all of them in range.
    init(rings: [[PackedPosition]], grid: [Int32]? = nil) {
        var corners: [UnitVector] = []
        var next: [Int32] = []
        var previous: [Int32] = []
        var ring: [Int32] = []
        let count = rings.reduce(0) { $0 + $1.count }
        corners.reserveCapacity(count)
        next.reserveCapacity(count)
        previous.reserveCapacity(count)
        ring.reserveCapacity(count)
        for (number, positions) in rings.enumerated() {
            let first = corners.count
            for (index, position) in positions.enumerated() {
                corners.append(UnitVector(parametric: position.coordinate))
                next.append(Int32(first + (index + 1) % positions.count))
                previous.append(Int32(first + (index + positions.count - 1) % positions.count))
                ring.append(Int32(number))
            }
        }
        self.corners = corners
        self.next = next
        self.previous = previous
        self.ring = ring
        let grid =
            grid ?? Self.entries(corners: corners, next: next).flatMap { [$0.cell, $0.edge] }
        let entries = grid.count / 2
        cellEdges = [Int32](unsafeUninitializedCapacity: entries) { buffer, initialized in
            for entry in 0..<entries { buffer[entry] = grid[2 * entry + 1] }
            initialized = entries
        }
        cellStart = [Int32](unsafeUninitializedCapacity: CubeGrid.count + 1) {
            buffer, initialized in
            var entry = 0
            for cell in 0...CubeGrid.count {
                while entry < entries, grid[2 * entry] < Int32(cell) { entry += 1 }
                buffer[cell] = Int32(entry)
            }
            initialized = CubeGrid.count + 1
        }
    }

    /// The cells of all edges, in the order of the cells.
    static func entries(corners: [UnitVector], next: [Int32]) -> [(cell: Int32, edge: Int32)] {
        var entries: [(cell: Int32, edge: Int32)] = []
        for edge in corners.indices {
            for cell in CubeGrid.cover(from: corners[edge], to: corners[Int(next[edge])]) {
                entries.append((Int32(cell), Int32(edge)))
            }
        }
        return entries.sorted { ($0.cell, $0.edge) < ($1.cell, $1.edge) }
    }

    /// Whether the land at a corner is convex, so that a taut line may bend around it.
    func isHeadland(_ corner: Int) -> Bool {
        UnitVector.tripleProduct(
            corners[Int(previous[corner])], corners[corner], corners[Int(next[corner])]) > 0
    }
}
