internal import Geodesy

/// A position in 1e-5 degrees (about a metre), as the graph file keeps it.
struct PackedPosition: Hashable {
    var longitude: Int32
    var latitude: Int32

    static let unitsPerDegree = 100_000.0

    init(longitude: Int32, latitude: Int32) {
        self.longitude = longitude
        self.latitude = latitude
    }

    init(_ position: Coordinate) {
        longitude = Int32((position.longitude * Self.unitsPerDegree).rounded())
        latitude = Int32((position.latitude * Self.unitsPerDegree).rounded())
    }

    var coordinate: Coordinate {
        Coordinate(
            latitude: Double(latitude) / Self.unitsPerDegree,
            longitude: Double(longitude) / Self.unitsPerDegree)
    }
}
