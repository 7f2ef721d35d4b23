import Geodesy
import Testing

@Suite("Geodesics on WGS 84")
struct GeodesicTests {
    static let moscow = Coordinate(latitude: 55.75222, longitude: 37.61556)
    static let yelabuga = Coordinate(latitude: 55.76232, longitude: 52.04425)

    /// Figures made with GeographicLib's GeodSolve; positions are those stated.
    @Test(
        "Golden lengths",
        arguments: [
            ("Amirabad Port - Makhachkala", "36.85185,53.3654", "42.98306,47.50472", 844.796),
            ("Moscow - Yelabuga", "55.75204,37.61781", "55.76232,52.04425", 904.104),
            ("a quarter of the equator", "0,0", "0,90", 10_018.754),
            ("pole to pole", "90,0", "-90,0", 20_003.931),
        ])
    func length(name: String, from: String, to: String, kilometres: Double) throws {
        let distance = Ellipsoid.wgs84.distance(
            from: try Coordinate(parsing: from), to: try Coordinate(parsing: to))
        #expect(abs(distance.kilometres - kilometres) < 0.001, "\(name)")
    }

    @Test("The bearing a person means by 'east of Moscow' is the rhumb line's")
    func bearings() {
        let geodesic = Ellipsoid.wgs84.geodesic(from: Self.moscow, to: Self.yelabuga)
        #expect(abs(geodesic.initialBearing.degrees - 84.0) < 0.1)
        #expect(abs(geodesic.finalBearing.degrees - 95.9) < 0.1)
        let rhumb = Ellipsoid.wgs84.rhumb(from: Self.moscow, to: Self.yelabuga)
        #expect(abs(rhumb.bearing.degrees - 89.9) < 0.1)
        #expect(rhumb.distance > geodesic.distance)
        #expect(rhumb.distance.kilometres < 908)
    }

    @Test("Rhumb lines along a meridian, a parallel, and over the antimeridian")
    func rhumbLimits() {
        let wgs84 = Ellipsoid.wgs84
        let north = wgs84.rhumb(
            from: Coordinate(latitude: 10, longitude: 20),
            to: Coordinate(latitude: 40, longitude: 20))
        #expect(north.bearing.degrees == 0)
        let meridian = wgs84.distance(
            from: Coordinate(latitude: 10, longitude: 20),
            to: Coordinate(latitude: 40, longitude: 20))
        #expect(abs(north.distance.metres - meridian.metres) < 1)
        let equator = wgs84.rhumb(
            from: Coordinate(latitude: 0, longitude: 175),
            to: Coordinate(latitude: 0, longitude: -175))
        #expect(equator.bearing.degrees == 90)
        #expect(abs(equator.distance.kilometres - 1_113.195) < 0.001)
        // The parallel of 60 N: its radius is a cos(beta) with tan(beta) = (1 - f) tan(60).
        let parallel = wgs84.rhumb(
            from: Coordinate(latitude: 60, longitude: 10),
            to: Coordinate(latitude: 60, longitude: 0))
        #expect(parallel.bearing.degrees == 270)
        #expect(abs(parallel.distance.kilometres - 558.0) < 0.1)
        let nearly = wgs84.rhumb(
            from: Coordinate(latitude: 60, longitude: 10),
            to: Coordinate(latitude: 60.00001, longitude: 0))
        #expect(abs(nearly.distance.metres - parallel.distance.metres) < 2)
        let pole = wgs84.rhumb(
            from: Coordinate(latitude: 60, longitude: 10),
            to: Coordinate(latitude: 90, longitude: 0))
        #expect(pole.bearing.degrees == 0)
    }

    @Test("The middle is as far from both ends, also across 180 degrees")
    func midpoint() {
        let yokohama = Coordinate(latitude: 35.45, longitude: 139.65)
        let angeles = Coordinate(latitude: 33.75, longitude: -118.27)
        let middle = Ellipsoid.wgs84.midpoint(from: yokohama, to: angeles)
        let one = Ellipsoid.wgs84.distance(from: yokohama, to: middle)
        let two = Ellipsoid.wgs84.distance(from: middle, to: angeles)
        #expect(abs(one.metres - two.metres) < 0.001)
        #expect(middle.latitude > 45 && abs(middle.longitude) > 160)
    }
}
