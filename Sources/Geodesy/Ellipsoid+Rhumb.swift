#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Ellipsoid {
    /// The rhumb line (loxodrome) between two positions: constant bearing, the short way round.
    ///
    /// This is what people mean by "east of": Yelabuga's initial geodesic bearing from Moscow is 84
    /// degrees, its rhumb bearing 90. The length is that of the meridian arc divided by the cosine of
    /// the bearing, along a parallel that of the parallel; after J. P. Snyder, Map Projections (USGS
    /// Professional Paper 1395, 1987), pages 44 to 46. Good to about a metre; at a pole the bearing is
    /// due north or south.
    public func rhumb(from start: Coordinate, to end: Coordinate) -> RhumbLine {
        let turn = start.shortTurn(to: end) * .pi / 180
        let rise = end.latitude - start.latitude
        let meridian = distance(
            from: Coordinate(latitude: start.latitude, longitude: 0),
            to: Coordinate(latitude: end.latitude, longitude: 0)
        ).metres
        if abs(start.latitude) >= 90 || abs(end.latitude) >= 90 {
            return RhumbLine(
                distance: Distance(metres: meridian), bearing: Bearing(degrees: rise < 0 ? 180 : 0))
        }
        let stretched =
            isometricLatitude(end.latitude) - isometricLatitude(start.latitude)
        let bearing = Bearing(degrees: atan2(turn, stretched) * 180 / .pi)
        // Metres a radian of isometric latitude; on a parallel the quotient is 0/0, its limit the radius.
        let scale =
            abs(rise) < 1e-6
            ? parallelRadius((start.latitude + end.latitude) / 2) : meridian / abs(stretched)
        return RhumbLine(
            distance: Distance(metres: (turn * turn + stretched * stretched).squareRoot() * scale),
            bearing: bearing)
    }

    /// The position reached from a start by a length along a constant bearing.
    ///
    /// Stepped along short geodesics: good to a thousandth of the length up to 75 degrees of latitude.
    public func destination(
        alongRhumbFrom start: Coordinate, bearing: Bearing, distance: Distance
    ) -> Coordinate {
        let steps = max(1, min(400, Int(distance.kilometres / 5)))
        let step = Distance(metres: distance.metres / Double(steps))
        var position = start
        for _ in 0..<steps {
            position = destination(from: position, bearing: bearing, distance: step)
        }
        return position
    }

    /// The isometric latitude of a geodetic latitude in degrees; without unit (radians on the equator).
    private func isometricLatitude(_ latitude: Double) -> Double {
        let sine = sin(latitude * .pi / 180)
        let eccentricity = (flattening * (2 - flattening)).squareRoot()
        return atanh(sine) - eccentricity * atanh(eccentricity * sine)
    }

    /// The radius, in metres, of the parallel of a geodetic latitude in degrees.
    private func parallelRadius(_ latitude: Double) -> Double {
        let sine = sin(latitude * .pi / 180)
        let squared = flattening * (2 - flattening)
        return equatorialRadius * cos(latitude * .pi / 180)
            / (1 - squared * sine * sine).squareRoot()
    }
}
