import Formats
import Geodesy

/// Rough coasts of our own around the fixtures' routes.
enum Basemaps {
    static let rough = Basemap(
        land: [
            Polygon(
                outer: [(60.0, 20.0), (25, 20), (25, 70), (60, 70)].reversed().map(at),
                holes: [[(47, 47), (47, 53), (37, 54), (37, 49)].map(at).reversed()]),
            Polygon(outer: [(60, -130), (30, -118), (30, -90), (60, -90)].map(at)),
        ],
        lakes: [Polygon(outer: [(46, 59), (44, 58), (44, 61)].map(at))])

    private static func at(_ position: (Double, Double)) -> Coordinate {
        Coordinate(latitude: position.0, longitude: position.1)
    }
}
