internal import Foundation
internal import Geodesy

/// The cells of one degree by which places are found in space, row by row from the south-west.
enum SpaceGrid {
    static let rows = 180
    static let columns = 360

    static func row(of latitude: Double) -> Int {
        min(rows - 1, max(0, Int((latitude + 90).rounded(.down))))
    }

    static func column(of longitude: Double) -> Int {
        let column = Int((longitude + 180).rounded(.down)) % columns
        return column < 0 ? column + columns : column
    }

    static func cell(of position: Coordinate) -> Int {
        row(of: position.latitude) * columns + column(of: position.longitude)
    }

    static func cosine(ofDegrees degrees: Double) -> Double { cos(degrees * .pi / 180) }

    /// The distance on a sphere of 6,371.0088 km (IUGG mean radius), for ranking and thresholds.
    static func metres(from a: Coordinate, to b: Coordinate) -> Double {
        let radians = Double.pi / 180
        let latitudes = sin((b.latitude - a.latitude) * radians / 2)
        let longitudes = sin((b.longitude - a.longitude) * radians / 2)
        let h =
            latitudes * latitudes + cos(a.latitude * radians) * cos(b.latitude * radians)
            * longitudes * longitudes
        return 2 * 6_371_008.8 * asin(min(1, h.squareRoot()))
    }
}
