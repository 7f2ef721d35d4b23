internal import Foundation
internal import Geodesy

/// Quick distances on a sphere, for weighing places against each other (errors up to 0.6 %).
enum Sphere {
    /// The Earth's mean radius in kilometres (IUGG).
    static let radius = 6_371.0088

    /// The unit vector of a position.
    static func vector(_ position: Coordinate) -> SIMD3<Double> {
        let latitude = position.latitude * .pi / 180
        let longitude = position.longitude * .pi / 180
        return SIMD3(
            cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    /// The distance of two unit vectors in kilometres.
    static func kilometres(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> Double {
        let difference = first - second
        let chord = (difference * difference).sum().squareRoot()
        return 2 * radius * asin(min(1, chord / 2))
    }

    /// The square of the chord between two unit vectors.
    static func squaredChord(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> Double {
        let difference = first - second
        return (difference * difference).sum()
    }
}
