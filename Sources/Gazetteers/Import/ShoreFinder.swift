internal import Geodesy

/// Reckons how far a position is from the sea by places near it that know.
///
/// A place k km from the sea, d km away, says that the position is between k - d and k + d km from it; several
/// places narrow that down.
struct ShoreFinder: Sendable {
    /// What is known of the nearest sea; `distance` is nil where it cannot be told well enough.
    struct Shore {
        var distance: Distance?
        var basin: Int?
        var landmass: Int?
    }

    private struct Station {
        var position: Coordinate
        var metres: Double
        var basin: Int?
        var landmass: Int?
    }

    private static let cellsPerDegree = 4.0
    private static let rows = 720
    private static let columns = 1_440
    /// Beyond so many rows of cells (some 165 km) no place is asked.
    private static let reach = 6
    /// So many places are enough.
    private static let enough = 8
    /// On the landmass of a place this near.
    private static let sameLand = 10_000.0

    private let firsts: [Int32]
    private let stations: [Station]

    /// A finder by places whose distance to the sea is known; others are left out.
    init(_ places: [Place]) {
        var known: [(cell: Int, station: Station)] = []
        for place in places {
            guard let distance = place.distanceToSea else { continue }
            known.append(
                (
                    Self.cell(of: place.coordinate),
                    Station(
                        position: place.coordinate, metres: distance.metres, basin: place.basin,
                        landmass: place.landmass)
                ))
        }
        var firsts = [Int32](repeating: 0, count: Self.rows * Self.columns + 1)
        for entry in known { firsts[entry.cell + 1] += 1 }
        for cell in 1..<firsts.count { firsts[cell] += firsts[cell - 1] }
        self.firsts = firsts
        stations = known.indices.sorted { (known[$0].cell, $0) < (known[$1].cell, $1) }
            .map { known[$0].station }
    }

    /// The sea of a position, or nil when no place near tells.
    func shore(at position: Coordinate) -> Shore? {
        var low = 0.0
        var high = Double.infinity
        var nearest: (metres: Double, station: Station)?
        var count = 0
        let cosine = max(0.02, SpaceGrid.cosine(ofDegrees: position.latitude))
        let row = Self.row(of: position.latitude)
        let column = Self.column(of: position.longitude)
        for ring in 0...Self.reach {
            if count >= Self.enough { break }
            let wide = min(Self.columns / 2 - 1, Int(Double(ring) / cosine))
            let narrow = ring == 0 ? -1 : min(Self.columns / 2 - 1, Int(Double(ring - 1) / cosine))
            for step in -ring...ring {
                let line = row + step
                guard (0..<Self.rows).contains(line) else { continue }
                var side = -wide
                while side <= wide {
                    if abs(step) < ring, abs(side) <= narrow {
                        side = narrow + 1
                        continue
                    }
                    let wrapped = (column + side + Self.columns) % Self.columns
                    let cell = line * Self.columns + wrapped
                    for number in Int(firsts[cell])..<Int(firsts[cell + 1]) {
                        let station = stations[number]
                        let metres = SpaceGrid.metres(from: position, to: station.position)
                        low = max(low, station.metres - metres)
                        high = min(high, station.metres + metres)
                        if metres < nearest?.metres ?? .infinity { nearest = (metres, station) }
                        count += 1
                    }
                    side += 1
                }
            }
        }
        guard let nearest else { return nil }
        let middle = max(0, (low + high) / 2)
        // To 5 km or 15 %, whichever is more.
        let isKnown = high - low <= 2 * max(5_000, 0.15 * middle)
        return Shore(
            distance: isKnown ? Distance(metres: middle) : nil, basin: nearest.station.basin,
            landmass: nearest.metres <= Self.sameLand ? nearest.station.landmass : nil)
    }

    private static func row(of latitude: Double) -> Int {
        min(rows - 1, max(0, Int(((latitude + 90) * cellsPerDegree).rounded(.down))))
    }

    private static func column(of longitude: Double) -> Int {
        let column = Int(((longitude + 180) * cellsPerDegree).rounded(.down)) % columns
        return column < 0 ? column + columns : column
    }

    private static func cell(of position: Coordinate) -> Int {
        row(of: position.latitude) * columns + column(of: position.longitude)
    }
}
