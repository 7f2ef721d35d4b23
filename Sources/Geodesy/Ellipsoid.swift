internal import CPROJ

/// A model of the Earth on which lengths and bearings are measured.
///
/// Geodesics are PROJ's `geod_*` routines: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87
/// (2013) 43-55, doi 10.1007/s00190-012-0578-z; accurate to about 15 nm on WGS 84.
public struct Ellipsoid: Sendable {
    let solver: geod_geodesic
    /// The equatorial radius, in metres.
    public let equatorialRadius: Double
    /// The flattening (a - b) / a, without unit.
    public let flattening: Double

    /// An ellipsoid of an equatorial radius in metres and a flattening (not its inverse).
    public init(equatorialRadius: Double, flattening: Double) {
        self.equatorialRadius = equatorialRadius
        self.flattening = flattening
        var solver = geod_geodesic()
        geod_init(&solver, equatorialRadius, flattening)
        self.solver = solver
    }

    /// The ellipsoid of the World Geodetic System 1984 (NIMA TR 8350.2): 6,378,137 m, 1/298.257223563.
    public static let wgs84 = Ellipsoid(equatorialRadius: 6_378_137, flattening: 1 / 298.257223563)

    /// The shortest line from one position to another; well defined also near the antipode.
    public func geodesic(from start: Coordinate, to end: Coordinate) -> Geodesic {
        var solver = solver
        var metres = 0.0
        var initial = 0.0
        var final = 0.0
        geod_inverse(
            &solver, start.latitude, start.longitude, end.latitude, end.longitude,
            &metres, &initial, &final)
        return Geodesic(
            distance: Distance(metres: metres), initialBearing: Bearing(degrees: initial),
            finalBearing: Bearing(degrees: final))
    }

    /// The length of the shortest line between two positions.
    public func distance(from start: Coordinate, to end: Coordinate) -> Distance {
        var solver = solver
        var metres = 0.0
        geod_inverse(
            &solver, start.latitude, start.longitude, end.latitude, end.longitude,
            &metres, nil, nil)
        return Distance(metres: metres)
    }

    /// The position reached from a start by a length along a bearing.
    public func destination(
        from start: Coordinate, bearing: Bearing, distance: Distance
    ) -> Coordinate {
        var solver = solver
        var latitude = 0.0
        var longitude = 0.0
        geod_direct(
            &solver, start.latitude, start.longitude, bearing.degrees, distance.metres,
            &latitude, &longitude, nil)
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}
