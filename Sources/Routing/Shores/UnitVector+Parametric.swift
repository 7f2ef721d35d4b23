internal import Foundation
internal import Geodesy

extension UnitVector {
    /// 1 - f of WGS 84.
    private static let polarShare = 1 - Ellipsoid.wgs84.flattening

    /// The radius, in metres, that turns angles on the parametric sphere into lengths: the middle of the
    /// equatorial radius and the radius that gives the meridian its length; good to 0.09 %.
    static let parametricRadius = 6_372_793.0

    /// The vector of a position's parametric (reduced) latitude.
    ///
    /// On this sphere great circles run much closer to the geodesics of the ellipsoid than with
    /// geodetic latitudes (F. W. Bessel 1825; Karney 2013, section 2), so what is clear of land
    /// here is clear on the map.
    init(parametric position: Coordinate) {
        let latitude = position.latitude * .pi / 180
        let longitude = position.longitude * .pi / 180
        let parallel = cos(latitude)
        self.init(
            normalising: parallel * cos(longitude), parallel * sin(longitude),
            Self.polarShare * sin(latitude))
    }

    /// The position of a vector of parametric latitude, in degrees.
    var parametricCoordinate: Coordinate {
        Coordinate(
            latitude: atan2(z, (x * x + y * y).squareRoot() * Self.polarShare) * 180 / .pi,
            longitude: atan2(y, x) * 180 / .pi)
    }

    /// The vector in the direction of three components, which are not all zero.
    init(normalising x: Double, _ y: Double, _ z: Double) {
        let length = (x * x + y * y + z * z).squareRoot()
        self.init(x: x / length, y: y / length, z: z / length)
    }

    /// The length of the arc to another vector, in metres, to 0.09 % of the ellipsoid's.
    @inline(__always)
    func metres(to other: UnitVector) -> Double {
        Self.metres(squaredChord: squaredChord(to: other))
    }

    /// The length of the arc over a squared chord of the unit sphere, in metres.
    @inline(__always)
    static func metres(squaredChord: Double) -> Double {
        let half = squaredChord.squareRoot() / 2
        // Up to 1,200 km the series of the arc sine is good to a thousandth of a millimetre.
        guard half > 0.095 else {
            let square = half * half
            let fifth =
                3.0 / 40 + square * (15.0 / 336 + square * (105.0 / 3456 + square * 945 / 42240))
            return 2 * half * (1 + square * (1.0 / 6 + square * fifth)) * parametricRadius
        }
        return 2 * asin(min(1, half)) * parametricRadius
    }

    /// What the arc over a squared chord of the unit sphere is at least, in metres, without an arc sine:
    /// the first terms of its series, of which all are positive.
    @inline(__always)
    static func leastMetres(squaredChord square: Double) -> Double {
        let chord = square.squareRoot()
        let fifth =
            3.0 / 640 + square
            * (5.0 / 7_168 + square * (35.0 / 294_912 + square * 63.0 / 2_883_584))
        return chord * (1 + square * (1.0 / 24 + square * fifth)) * parametricRadius
    }

    /// The vector product, not normalised.
    func cross(_ other: UnitVector) -> UnitVector {
        UnitVector(
            x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x
        )
    }
}
