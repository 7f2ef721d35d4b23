internal import Geodesy

/// The world cut open opposite a central meridian: rings and lines as longitudes within 180 degrees of it.
///
/// Rings and lines must stay within -180...180 themselves, as those of shapes and legs do.
struct WorldWindow {
    /// The meridian in the middle, in degrees east.
    let centre: Double
    /// Where the world is cut, in degrees from the middle: at 180 itself, left and right are one meridian.
    static let edge = 179.99

    /// A position by its longitude from the central meridian, in degrees, and its latitude.
    struct Point: Equatable {
        var x: Double
        var y: Double
        /// Whether the stroke that ends here is a cut, neither coast nor border.
        var endsCut = false
    }

    /// The parts of a ring in the window; each is closed implicitly.
    func rings(_ ring: [Coordinate]) -> [[Point]] {
        [-360.0, 0, 360].compactMap { shift in
            var points = ring.enumerated().map { index, position in
                let before = ring[index == 0 ? ring.count - 1 : index - 1]
                let isCut =
                    abs(before.longitude) > 179.98 && abs(position.longitude) > 179.98
                    || before.latitude < -89.9 && position.latitude < -89.9
                return Point(
                    x: position.longitude - centre + shift, y: position.latitude, endsCut: isCut)
            }
            points = Self.clipped(points, at: -Self.edge, keepingGreater: true)
            points = Self.clipped(points, at: Self.edge, keepingGreater: false)
            return points.count < 3 ? nil : points
        }
    }

    /// The parts of a line in the window.
    func lines(_ line: [Coordinate]) -> [[Point]] {
        [-360.0, 0, 360].flatMap { shift in
            var parts: [[Point]] = []
            var part: [Point] = []
            for (start, end) in zip(line, line.dropFirst()) {
                let a = Point(x: start.longitude - centre + shift, y: start.latitude)
                let b = Point(x: end.longitude - centre + shift, y: end.latitude)
                guard let (from, to) = Self.clipped(a, b) else { continue }
                if part.last != from {
                    if part.count > 1 { parts.append(part) }
                    part = [from]
                }
                if to != from { part.append(to) }
            }
            if part.count > 1 { parts.append(part) }
            return parts
        }
    }

    /// The position of a point of the window.
    func position(_ point: Point) -> Coordinate {
        let longitude = point.x + centre
        return Coordinate(
            latitude: point.y,
            longitude: longitude > 180
                ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude)
    }

    /// A ring cut at a meridian.
    ///
    /// I. Sutherland and G. Hodgman, Reentrant polygon clipping, CACM 17 (1974) 32-42.
    private static func clipped(
        _ ring: [Point], at edge: Double, keepingGreater: Bool
    ) -> [Point] {
        func isInside(_ point: Point) -> Bool {
            keepingGreater ? point.x >= edge : point.x <= edge
        }
        var kept: [Point] = []
        guard var before = ring.last else { return kept }
        for point in ring {
            if isInside(point) {
                if !isInside(before) {
                    kept.append(crossing(before, point, at: edge, endsCut: true))
                }
                kept.append(point)
            } else if isInside(before) {
                kept.append(crossing(before, point, at: edge, endsCut: point.endsCut))
            }
            before = point
        }
        return kept
    }

    private static func crossing(
        _ a: Point, _ b: Point, at edge: Double, endsCut: Bool
    ) -> Point {
        let share = (edge - a.x) / (b.x - a.x)
        return Point(x: edge, y: a.y + share * (b.y - a.y), endsCut: endsCut)
    }

    private static func clipped(_ a: Point, _ b: Point) -> (Point, Point)? {
        guard max(a.x, b.x) >= -edge, min(a.x, b.x) <= edge else { return nil }
        func inside(_ point: Point, _ other: Point) -> Point {
            if point.x < -edge { return crossing(point, other, at: -edge, endsCut: false) }
            if point.x > edge { return crossing(point, other, at: edge, endsCut: false) }
            return point
        }
        return (inside(a, b), inside(b, a))
    }
}
