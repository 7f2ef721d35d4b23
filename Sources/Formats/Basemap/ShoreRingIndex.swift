internal import Geodesy

/// Rings of shores, to be cut into tiles.
struct ShoreRingIndex {
    private typealias Tile = ShoreTiles.TileNumber

    private struct Point {
        var x: Double
        var y: Double
    }

    private struct Ring {
        var points: [Point]
        var low: Point
        var high: Point
    }

    private let rings: [Ring]
    private let shoreTiles: Set<ShoreTiles.TileNumber>

    init(_ shores: [[Coordinate]]) {
        var rings: [Ring] = []
        var tiles: Set<Tile> = []
        for shore in shores {
            guard let ring = Self.unwrapped(shore) else { continue }
            rings.append(ring)
            for point in ring.points {
                tiles.insert(Self.tile(point))
            }
        }
        self.rings = rings
        shoreTiles = tiles
    }

    /// A ring whose longitudes run on over 180 degrees; nil for one around a pole.
    private static func unwrapped(_ shore: [Coordinate]) -> Ring? {
        guard let first = shore.first else { return nil }
        var points: [Point] = []
        var low = Point(x: first.longitude, y: first.latitude)
        var high = low
        var before = first.longitude
        for corner in shore {
            let turns = ((before - corner.longitude) / 360).rounded()
            before = corner.longitude + turns * 360
            points.append(Point(x: before, y: corner.latitude))
            low = Point(x: min(low.x, before), y: min(low.y, corner.latitude))
            high = Point(x: max(high.x, before), y: max(high.y, corner.latitude))
        }
        return abs(before - first.longitude) > 180
            ? nil : Ring(points: points, low: low, high: high)
    }

    private static func tile(_ point: Point) -> Tile {
        var x = Int((point.x / ShoreTiles.size).rounded(.down))
        if x >= 360 { x -= 720 }
        if x < -360 { x += 720 }
        return Tile(x: x, y: Int((point.y / ShoreTiles.size).rounded(.down)))
    }

    /// Whether a corner of a shore lies in a tile or beside it: elsewhere the coarse map does.
    func hasShore(around tile: ShoreTiles.TileNumber) -> Bool {
        for y in (tile.y - 1)...(tile.y + 1) {
            for x in (tile.x - 1)...(tile.x + 1) {
                let number = Tile(x: x < -360 ? x + 720 : x >= 360 ? x - 720 : x, y: y)
                if shoreTiles.contains(number) { return true }
            }
        }
        return false
    }

    /// The land in a tile, as rings of whole units.
    func land(in tile: ShoreTiles.TileNumber) -> [[RingPacking.GridPoint]] {
        let low = Point(x: Double(tile.x) * ShoreTiles.size, y: Double(tile.y) * ShoreTiles.size)
        let high = Point(x: low.x + ShoreTiles.size, y: low.y + ShoreTiles.size)
        var land: [[RingPacking.GridPoint]] = []
        for ring in rings where ring.low.y < high.y && ring.high.y > low.y {
            for shift in [-360.0, 0, 360] {
                guard ring.low.x + shift < high.x, ring.high.x + shift > low.x else { continue }
                let moved = ring.points.map { Point(x: $0.x + shift, y: $0.y) }
                let points = Self.snapped(Self.clipped(moved, low, high))
                if points.count >= 3 { land.append(points) }
            }
        }
        return land
    }

    /// A ring cut at the sides of a box.
    ///
    /// I. Sutherland and G. Hodgman, Reentrant polygon clipping, CACM 17 (1974) 32-42.
    private static func clipped(_ ring: [Point], _ low: Point, _ high: Point) -> [Point] {
        var points = ring
        for side in 0..<4 {
            guard var before = points.last else { return [] }
            var kept: [Point] = []
            for point in points {
                let (inside, wasInside) = (
                    depth(point, side, low, high), depth(before, side, low, high)
                )
                if (inside >= 0) != (wasInside >= 0) {
                    let share = wasInside / (wasInside - inside)
                    kept.append(
                        Point(
                            x: before.x + (point.x - before.x) * share,
                            y: before.y + (point.y - before.y) * share))
                }
                if inside >= 0 { kept.append(point) }
                before = point
            }
            points = kept
        }
        return points
    }

    private static func depth(_ point: Point, _ side: Int, _ low: Point, _ high: Point) -> Double {
        switch side {
        case 0: point.x - low.x
        case 1: high.x - point.x
        case 2: point.y - low.y
        default: high.y - point.y
        }
    }

    private static func snapped(_ ring: [Point]) -> [RingPacking.GridPoint] {
        var points: [RingPacking.GridPoint] = []
        for point in ring {
            let snapped = RingPacking.GridPoint(
                x: Int((point.x / ShoreTiles.unit).rounded()),
                y: Int((point.y / ShoreTiles.unit).rounded()))
            if snapped != points.last { points.append(snapped) }
        }
        return points
    }
}
