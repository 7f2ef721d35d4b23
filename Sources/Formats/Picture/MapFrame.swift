internal import Foundation
internal import Geodesy

/// A sheet of paper over a part of the Earth: a projection that fits what is drawn, and its scale.
///
/// What lies within 75 degrees of the middle is drawn in Lambert's azimuthal equal-area projection about it,
/// which keeps shapes well there; more than that in the Equal Earth projection (B. Šavrič, T. Patterson and
/// B. Jenny, 2018), open opposite the middle.
struct MapFrame: ~Copyable {
    /// The width and height of the map, in pixels.
    let width: Double
    let height: Double
    /// The middle of what is drawn.
    let centre: Coordinate
    /// The name of the projection, for people.
    let projectionName: String
    /// Pixels a metre of the projected plane.
    let scale: Double

    private let projection: Projection
    private let middle: PlanePoint
    private let window: WorldWindow

    /// A frame around positions, so wide, and at most so high, in pixels.
    init(
        around positions: [Coordinate], width: Double, maximumHeight: Double
    ) throws(ProjectionError) {
        let centre = Self.centre(of: BoundingBox(enclosing: positions))
        let farthest = positions.map { Ellipsoid.wgs84.distance(from: centre, to: $0) }.max()
        let isWide = (farthest ?? .zero).kilometres > Self.kilometres(75) || positions.isEmpty
        let projection = try Projection(Self.definition(about: centre, isWide: isWide))
        let shown = positions.isEmpty ? Self.wholeEarth(about: centre.longitude) : positions
        var (left, low) = (Double.infinity, Double.infinity)
        var (right, high) = (-Double.infinity, -Double.infinity)
        for position in shown {
            let point = try projection.project(position)
            (left, right) = (min(left, point.x), max(right, point.x))
            (low, high) = (min(low, point.y), max(high, point.y))
        }
        // Room for the labels around, and never nearer than a map of 400 km.
        let across = max((right - left) * 1.34, 400_000)
        let up = max((high - low) * 1.3, 300_000)
        let scale = min(width / across, maximumHeight / up)

        let height = min(max(up * scale, width * 0.5), maximumHeight)
        var middle = PlanePoint(x: (left + right) / 2, y: (low + high) / 2)
        if isWide {
            // The sheet ends at the poles, where it can.
            let half = height / 2 / scale
            let pole = Coordinate(latitude: 90, longitude: centre.longitude)
            let limit = max(try projection.project(pole).y * 1.03 - half, 0)
            middle.y = min(max(middle.y, -limit), limit)
        }

        self.centre = centre
        self.width = width
        self.scale = scale
        self.height = height
        self.middle = middle
        window = WorldWindow(centre: centre.longitude)
        projectionName = isWide ? "Equal Earth" : "Lambert azimuthal equal-area"
        self.projection = projection
    }

    private static func definition(about centre: Coordinate, isWide: Bool) -> String {
        let latitude = DecimalText.string(centre.latitude, decimals: 4)
        let longitude = DecimalText.string(centre.longitude, decimals: 4)
        let name = isWide ? "eqearth" : "laea +lat_0=\(latitude)"
        return "+proj=\(name) +lon_0=\(longitude) +datum=WGS84 +units=m +type=crs"
    }

    /// Degrees of a great circle in kilometres.
    private static func kilometres(_ degrees: Double) -> Double { degrees * 111.2 }

    /// The point of the sheet, in pixels from its upper left corner; nil where there is none.
    func point(_ position: Coordinate) -> PlanePoint? {
        guard let plane = try? projection.project(position) else { return nil }
        return PlanePoint(
            x: (plane.x - middle.x) * scale + width / 2,
            y: (middle.y - plane.y) * scale + height / 2)
    }

    /// Whether a point lies on the sheet, give or take a margin in pixels.
    func shows(_ point: PlanePoint, margin: Double = 0) -> Bool {
        point.x >= -margin && point.x <= width + margin && point.y >= -margin
            && point.y <= height + margin
    }

    /// The Earth's outline on the sheet, where it may show; nil in a projection that ends far outside.
    func outline() -> [PlanePoint]? {
        guard projectionName == "Equal Earth" else { return nil }
        let edge = WorldWindow.edge
        let east = stride(from: -90.0, through: 90, by: 1).map { WorldWindow.Point(x: edge, y: $0) }
        let west = stride(from: 90.0, through: -90, by: -1).map {
            WorldWindow.Point(x: -edge, y: $0)
        }
        return (east + west).compactMap { point(window.position($0)) }
    }

    /// The parts of a line on the sheet, in pixels; nothing that is wholly off it.
    func lines(_ line: [Coordinate]) -> [[PlanePoint]] {
        window.lines(line).compactMap { part in
            let points = part.compactMap { point(window.position($0)) }
            return isNear(points) && points.count > 1 ? points : nil
        }
    }

    /// A ring's parts on the sheet: the area to fill, and the strokes of its coast and borders.
    func rings(_ ring: [Coordinate]) -> [(area: [PlanePoint], coast: [[PlanePoint]])] {
        // Rings far round the Earth could close around the sheet.
        guard projectionName == "Equal Earth" || ring.contains(where: { isWithinReach($0) }) else {
            return []
        }
        return window.rings(ring).compactMap { points in
            var area: [PlanePoint] = []
            var coast: [[PlanePoint]] = []
            var stroke: [PlanePoint] = []
            guard var before = points.last else { return nil }
            for point in points {
                let step = project(from: before, to: point)
                if point.endsCut {
                    if stroke.count > 1 { coast.append(stroke) }
                    stroke = step.last.map { [$0] } ?? []
                } else {
                    if stroke.isEmpty, let start = self.point(window.position(before)) {
                        stroke = [start]
                    }
                    stroke += step
                }
                area += step
                before = point
            }
            if stroke.count > 1 { coast.append(stroke) }
            return isNear(area) && area.count > 2 ? (area, coast) : nil
        }
    }

    /// The points after the first, with some between them where the stroke is long.
    private func project(from start: WorldWindow.Point, to end: WorldWindow.Point) -> [PlanePoint] {
        let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)) / 2))
        return (1...steps).compactMap { step in
            let share = Double(step) / Double(steps)
            let between = WorldWindow.Point(
                x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
            return point(window.position(between))
        }
    }

    private func isWithinReach(_ position: Coordinate) -> Bool {
        Ellipsoid.wgs84.distance(from: centre, to: position).kilometres
            < Self.kilometres(95)
    }

    private func isNear(_ points: [PlanePoint]) -> Bool {
        guard let first = points.first else { return false }
        var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
        return right > 0 && left < width && bottom > 0 && top < height
    }

    private static func centre(of box: BoundingBox?) -> Coordinate {
        guard let box else { return Coordinate(latitude: 0, longitude: 10) }
        let east = box.crossesAntimeridian ? box.east + 360 : box.east
        let longitude = (box.west + east) / 2
        return Coordinate(
            latitude: (box.south + box.north) / 2,
            longitude: longitude > 180 ? longitude - 360 : longitude)
    }

    private static func wholeEarth(about meridian: Double) -> [Coordinate] {
        [-179.9, 179.9].flatMap { offset in
            let longitude = meridian + offset
            let folded =
                longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
            return [-75.0, 0, 80].map { Coordinate(latitude: $0, longitude: folded) }
        }
    }
}
