internal import Geodesy

/// A basemap packed for a page: detailed where the map looks, coarse elsewhere.
///
/// Positions are snapped to a grid, a fine one inside the focus, so that neighbours keep their common
/// border; what falls together or on a straight line is dropped. The figures are in units of `unit` degrees.
struct BasemapPacking {
    /// The unit of the packed figures, in degrees.
    static let unit = 0.01

    private let focus: BoundingBox?
    private let fine: Int
    private let coarse: Int

    /// A packing for a map of some extent; nil is the whole world.
    init(focus: BoundingBox?) {
        guard let focus else {
            self.focus = nil
            (fine, coarse) = (10, 10)
            return
        }
        let width = focus.east - focus.west + (focus.crossesAntimeridian ? 360 : 0)
        let span = max(width, (focus.north - focus.south) * 1.5, 4)
        let margin = span * 0.6
        self.focus =
            width + 2 * margin >= 360
            ? nil
            : BoundingBox(
                west: Self.folded(focus.west - margin), south: focus.south - margin,
                east: Self.folded(focus.east + margin), north: focus.north + margin)
        // About 2,500 cells across the focus: finer than any screen shows it.
        fine = min(max(Int(span / 25), 1), 10)
        coarse = 15
    }

    /// Polygons as bytes; those too small to be seen are left out.
    func pack(_ polygons: [Polygon]) -> [UInt8] {
        var bytes: [UInt8] = []
        for polygon in polygons {
            append(polygon.outer, to: &bytes)
            for hole in polygon.holes { append(hole, to: &bytes) }
        }
        return bytes
    }

    /// The rings of polygons as the packing keeps them, outer rings and holes alike.
    func rings(_ polygons: [Polygon]) -> [[Coordinate]] {
        polygons.flatMap { [$0.outer] + $0.holes }.compactMap { ring in
            let points = simplified(ring)
            guard points.count >= 3 else { return nil }
            return points.map {
                Coordinate(
                    latitude: Double($0.y) * Self.unit, longitude: Double($0.x) * Self.unit)
            }
        }
    }

    private func append(_ ring: [Coordinate], to bytes: inout [UInt8]) {
        RingPacking.append(simplified(ring), to: &bytes)
    }

    private typealias GridPoint = RingPacking.GridPoint

    private func simplified(_ ring: [Coordinate]) -> [GridPoint] {
        var points: [GridPoint] = []
        for position in ring {
            let point = snapped(position)
            if point == points.last { continue }
            while points.count > 1,
                isStraight(points[points.count - 2], points[points.count - 1], point)
            {
                points.removeLast()
            }
            if point != points.last { points.append(point) }
        }
        if points.count > 1, points.first == points.last { points.removeLast() }
        return points
    }

    private func snapped(_ position: Coordinate) -> GridPoint {
        let isFine = focus?.contains(position) ?? true
        let cell = isFine ? fine : coarse
        func snap(_ degrees: Double) -> Int {
            Int((degrees / Self.unit / Double(cell)).rounded()) * cell
        }
        // The edge of the world stays where it is.
        let longitude =
            abs(position.longitude) > 179.99
            ? (position.longitude > 0 ? 18_000 : -18_000) : snap(position.longitude)
        return GridPoint(x: longitude, y: snap(position.latitude))
    }

    private func isStraight(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        (b.x - a.x) * (c.y - b.y) == (c.x - b.x) * (b.y - a.y)
    }

    private static func folded(_ longitude: Double) -> Double {
        longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude
    }
}
