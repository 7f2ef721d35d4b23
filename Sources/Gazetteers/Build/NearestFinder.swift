internal import Geodesy

/// Finds the nearest of a set of places by the cells of one degree around a position.
struct NearestFinder {
    /// The first position of each cell within `members`, one more than cells.
    private let firsts: [Int]
    private let members: [Int]
    private let positions: [Coordinate]
    /// Beyond this nothing is found.
    private static let reach = 500_000.0
    /// A degree of latitude is at least this long (WGS 84).
    private static let metresPerDegree = 110_500.0

    init(_ positions: [Coordinate]) {
        self.positions = positions
        let cells = positions.map(SpaceGrid.cell)
        var firsts = [Int](repeating: 0, count: SpaceGrid.rows * SpaceGrid.columns + 1)
        for cell in cells { firsts[cell + 1] += 1 }
        for cell in 1..<firsts.count { firsts[cell] += firsts[cell - 1] }
        self.firsts = firsts
        members = cells.indices.sorted { (cells[$0], $0) < (cells[$1], $1) }
    }

    /// The nearest position and its distance in metres, or nil within 500 km.
    func nearest(to position: Coordinate) -> (index: Int, metres: Double)? {
        var best: (index: Int, metres: Double)?
        let row = SpaceGrid.row(of: position.latitude)
        let column = SpaceGrid.column(of: position.longitude)
        let cosine = max(0.01, SpaceGrid.cosine(ofDegrees: position.latitude))
        let rings = Int(Self.reach / Self.metresPerDegree) + 1
        for ring in 0...rings {
            // Everything closer than the ring before lies within the cells already seen.
            if let best, best.metres < Double(ring - 1) * Self.metresPerDegree { break }
            let wide = min(SpaceGrid.columns / 2 - 1, Int(Double(ring) / cosine) + 1)
            let narrow =
                ring == 0 ? -1 : min(SpaceGrid.columns / 2 - 1, Int(Double(ring - 1) / cosine) + 1)
            for step in -ring...ring {
                let line = row + step
                guard (0..<SpaceGrid.rows).contains(line) else { continue }
                for side in -wide...wide where abs(step) == ring || abs(side) > narrow {
                    let wrapped = (column + side + SpaceGrid.columns) % SpaceGrid.columns
                    let cell = line * SpaceGrid.columns + wrapped
                    for index in members[firsts[cell]..<firsts[cell + 1]] {
                        let metres = SpaceGrid.metres(from: position, to: positions[index])
                        if metres <= Self.reach, metres < best?.metres ?? .infinity {
                            best = (index, metres)
                        }
                    }
                }
            }
        }
        return best
    }
}
