#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A position on the unit sphere, as a vector from its centre: z to the north pole, x to 0 N 0 E.
///
/// Geodetic latitude is taken as spherical latitude. That keeps the topology of lines and shores, which
/// is what the predicates are for; lengths are reported from `Ellipsoid`.
public struct UnitVector: Hashable, Sendable {
    /// Towards 0 N 0 E.
    public let x: Double
    /// Towards 0 N 90 E.
    public let y: Double
    /// Towards the north pole.
    public let z: Double

    /// A vector from its components, which the caller knows to be of length 1.
    public init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The vector of a position in degrees.
    public init(_ position: Coordinate) {
        let latitude = position.latitude * .pi / 180
        let longitude = position.longitude * .pi / 180
        let parallel = cos(latitude)
        self.init(x: parallel * cos(longitude), y: parallel * sin(longitude), z: sin(latitude))
    }

    /// The vector's position, in degrees.
    public var coordinate: Coordinate {
        Coordinate(
            latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi,
            longitude: atan2(y, x) * 180 / .pi)
    }

    /// The scalar product: the cosine of the angle between two vectors.
    public func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

    /// The angle to another vector, in radians, in [0, pi]; exact for small and large angles.
    public func angle(to other: UnitVector) -> Double {
        let chord =
            (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
            + (z - other.z) * (z - other.z)
        return 2 * asin(min(1, chord.squareRoot() / 2))
    }

    /// The triple product of three vectors: positive when `third` lies left of the arc from `first` to `second`.
    public static func tripleProduct(
        _ first: UnitVector, _ second: UnitVector, _ third: UnitVector
    ) -> Double {
        (first.y * second.z - first.z * second.y) * third.x
            + (first.z * second.x - first.x * second.z) * third.y
            + (first.x * second.y - first.y * second.x) * third.z
    }

    /// The mean radius of the Earth, in metres: (2a + b) / 3 of WGS 84, as the IUGG defines R1.
    public static let earthRadius = 6_371_008.771_4
}
