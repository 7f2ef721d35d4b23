/// A position on the WGS 84 ellipsoid, in degrees.
///
/// Latitude lies in [-90, 90], longitude in [-180, 180]; the initialiser does not check, `isValid`
/// tells. The [longitude, latitude] order of file formats exists only inside their writers.
public struct Coordinate: Hashable, Sendable, Codable {
    /// Degrees north of the equator, in [-90, 90].
    public var latitude: Double
    /// Degrees east of Greenwich, in [-180, 180].
    public var longitude: Double

    /// A position from degrees north and degrees east.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Whether both figures are finite and in range.
    public var isValid: Bool {
        latitude.isFinite && longitude.isFinite && abs(latitude) <= 90 && abs(longitude) <= 180
    }
}
