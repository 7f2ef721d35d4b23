internal import Foundation

/// Points, lines and areas in degrees, taken as flat.
struct PlanarShape: Sendable, Hashable {
    /// A position; x is the longitude.
    struct Point: Sendable, Hashable {
        var x: Double
        var y: Double
    }

    /// Lines, and points as lines of one position.
    var chains: [[Point]] = []
    /// Areas, each as its rings; these are among the chains, too.
    var areas: [[[Point]]] = []
    /// Whether it is boxes with edges along the degrees.
    var isBoxes = false

    /// The boxes around its parts.
    var boxes: [ProjectFeature.Box] {
        chains.compactMap { chain in
            guard let first = chain.first else { return nil }
            var box = ProjectFeature.Box(
                west: first.x, south: first.y, east: first.x, north: first.y)
            for point in chain {
                box.west = min(box.west, point.x)
                box.south = min(box.south, point.y)
                box.east = max(box.east, point.x)
                box.north = max(box.north, point.y)
            }
            return box
        }
    }

    /// The one box around all; nil of nothing.
    var frame: ProjectFeature.Box? {
        let boxes = boxes
        guard let first = boxes.first else { return nil }
        return boxes.dropFirst().reduce(first) {
            ProjectFeature.Box(
                west: min($0.west, $1.west), south: min($0.south, $1.south),
                east: max($0.east, $1.east), north: max($0.north, $1.north))
        }
    }

    /// Adds a box.
    mutating func add(_ box: ProjectFeature.Box) {
        let ring = [
            Point(x: box.west, y: box.south), Point(x: box.east, y: box.south),
            Point(x: box.east, y: box.north), Point(x: box.west, y: box.north),
            Point(x: box.west, y: box.south),
        ]
        add(area: [ring])
    }

    /// Adds an area by its rings.
    mutating func add(area rings: [[Point]]) {
        chains += rings
        areas.append(rings)
    }

    /// Whether the two have a point in common; edges count.
    func meets(_ other: PlanarShape) -> Bool {
        for (area, chains) in [(areas, other.chains), (other.areas, chains)] {
            // A line that lies within an area without touching its edge has every point there.
            for rings in area where chains.contains(where: { Self.covers(rings, $0.first) }) {
                return true
            }
        }
        for mine in chains {
            for theirs in other.chains where Self.touch(mine, theirs) { return true }
        }
        return false
    }

    /// Whether a point lies within rings, by the even and odd crossings of a ray.
    private static func covers(_ rings: [[Point]], _ point: Point?) -> Bool {
        guard let point else { return false }
        var isInside = false
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
                if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }

    private static func touch(_ one: [Point], _ other: [Point]) -> Bool {
        let edges = edges(other)
        for (a, b) in Self.edges(one) {
            for (c, d) in edges where touch(a, b, c, d) { return true }
        }
        return false
    }

    private static func edges(_ chain: [Point]) -> [(Point, Point)] {
        if chain.count == 1, let only = chain.first { return [(only, only)] }
        return Array(zip(chain, chain.dropFirst()))
    }

    private static func touch(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
            max(a.y, b.y) >= min(c.y, d.y), max(c.y, d.y) >= min(a.y, b.y)
        else { return false }
        func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
    }
}

extension PlanarShape {
    /// The shape of a GeoJSON geometry as `JSONSerialization` reads it; nil of what is none.
    init?(geoJSON geometry: Any?) {
        guard let geometry = geometry as? [String: Any],
            let coordinates = geometry["coordinates"]
        else { return nil }
        switch geometry["type"] as? String {
        case "Point": chains = Self.point(coordinates).map { [[$0]] } ?? []
        case "MultiPoint": chains = Self.line(coordinates)?.map { [$0] } ?? []
        case "LineString": chains = Self.line(coordinates).map { [$0] } ?? []
        case "MultiLineString": chains = Self.lines(coordinates) ?? []
        case "Polygon": Self.lines(coordinates).map { add(area: $0) }
        case "MultiPolygon":
            for rings in (coordinates as? [Any] ?? []).map(Self.lines) {
                guard let rings else { return nil }
                add(area: rings)
            }
        default: return nil
        }
        guard !chains.isEmpty, chains.allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    private static func point(_ value: Any) -> Point? {
        guard let items = value as? [Any], items.count >= 2, let x = items[0] as? Double,
            let y = items[1] as? Double, x.isFinite, y.isFinite
        else { return nil }
        return Point(x: x, y: y)
    }

    private static func line(_ value: Any) -> [Point]? {
        guard let items = value as? [Any] else { return nil }
        let points = items.compactMap(point)
        return points.count == items.count ? points : nil
    }

    private static func lines(_ value: Any) -> [[Point]]? {
        guard let items = value as? [Any] else { return nil }
        let lines = items.compactMap(line)
        return lines.count == items.count ? lines : nil
    }
}
