internal import Geodesy

/// The edges of the shores by the cells of the grid they come through.
struct ShoreGrid: Sendable {
    /// Where each cell's edges begin in `edges`; one more entry than there are cells.
    let start: [Int32]
    /// The edges of the cells, cell by cell.
    let edges: [Int32]

    /// The grid of edges, each from a corner to the next.
    init(corners: [UnitVector], next: [Int32]) {
        var entries: [(cell: Int, edge: Int32)] = []
        for edge in corners.indices {
            for cell in CubeGrid.cover(from: corners[edge], to: corners[Int(next[edge])]) {
                entries.append((cell, Int32(edge)))
            }
        }
        entries.sort { ($0.cell, $0.edge) < ($1.cell, $1.edge) }
        var start = [Int32](repeating: 0, count: CubeGrid.count + 1)
        for entry in entries { start[entry.cell + 1] += 1 }
        for cell in 0..<CubeGrid.count { start[cell + 1] += start[cell] }
        self.start = start
        edges = entries.map(\.edge)
    }

    /// The grid as varints: for each cell that is not empty the step from the one before, how many edges
    /// it has, and the steps from edge to edge, the first from the first of the cell before.
    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        var (lastCell, lastEdge) = (0, 0)
        for cell in 0..<CubeGrid.count where start[cell] < start[cell + 1] {
            let own = edges[Int(start[cell])..<Int(start[cell + 1])].map(Int.init)
            Varint.append(cell - lastCell, to: &bytes)
            Varint.append(own.count, to: &bytes)
            lastCell = cell
            for (index, edge) in own.enumerated() {
                Varint.appendSigned(edge - (index == 0 ? lastEdge : own[index - 1]), to: &bytes)
            }
            lastEdge = own[0]
        }
        return bytes
    }

    /// A grid from its varints; nil when they are damaged.
    init?(encoded bytes: [UInt8], edges count: Int) {
        var edges: [Int32] = []
        edges.reserveCapacity(bytes.count)
        var isWhole = true
        start = [Int32](unsafeUninitializedCapacity: CubeGrid.count + 1) { buffer, initialized in
            var filled = 0
            func fill(upTo cell: Int) {
                buffer[filled...cell].update(repeating: Int32(edges.count))
                filled = cell + 1
            }
            bytes.withUnsafeBufferPointer { bytes in
                var reader = VarintReader(bytes: bytes)
                var (cell, first) = (0, 0)
                while !reader.isAtEnd, isWhole {
                    cell += reader.next()
                    guard cell >= filled, cell < CubeGrid.count else {
                        isWhole = false
                        break
                    }
                    fill(upTo: cell)
                    var edge = first
                    for index in 0..<reader.next() {
                        edge += reader.nextSigned()
                        guard edge >= 0, edge < count else {
                            isWhole = false
                            break
                        }
                        if index == 0 { first = edge }
                        edges.append(Int32(edge))
                    }
                }
                isWhole = isWhole && !reader.isDamaged
            }
            fill(upTo: CubeGrid.count)
            initialized = CubeGrid.count + 1
        }
        guard isWhole else { return nil }
        self.edges = edges
    }
}
