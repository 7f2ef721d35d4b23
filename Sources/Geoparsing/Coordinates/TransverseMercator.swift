internal import Foundation
internal import Geodesy

/// The inverse of the universal transverse Mercator projection on WGS 84.
///
/// Krüger's series to the third order in the third flattening; good to a millimetre within a zone.
enum TransverseMercator {
    /// The position of an easting and a northing, in metres; northings count from the equator,
    /// negative in the south. The central meridian is in degrees.
    static func coordinate(
        easting: Double, northing: Double, centralMeridian: Double
    ) -> Coordinate {
        let flattening = 1 / 298.257_223_563
        let n = flattening / (2 - flattening)
        let (n2, n3) = (n * n, n * n * n)
        let radius = 6_378_137 / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64)
        let beta = [n / 2 - n2 * 2 / 3 + n3 * 37 / 96, n2 / 48 + n3 / 15, n3 * 17 / 480]
        let delta = [n * 2 - n2 * 2 / 3 - n3 * 2, n2 * 7 / 3 - n3 * 8 / 5, n3 * 56 / 15]
        let scale = 0.9996
        let xi = northing / (scale * radius)
        let eta = (easting - 500_000) / (scale * radius)
        var (xiPrime, etaPrime) = (xi, eta)
        for (index, coefficient) in beta.enumerated() {
            let double = Double(2 * (index + 1))
            xiPrime -= coefficient * sin(double * xi) * cosh(double * eta)
            etaPrime -= coefficient * cos(double * xi) * sinh(double * eta)
        }
        let chi = asin(sin(xiPrime) / cosh(etaPrime))
        var latitude = chi
        for (index, coefficient) in delta.enumerated() {
            latitude += coefficient * sin(Double(2 * (index + 1)) * chi)
        }
        let longitude = centralMeridian * .pi / 180 + atan2(sinh(etaPrime), cos(xiPrime))
        return Coordinate(
            latitude: latitude * 180 / .pi, longitude: longitude * 180 / .pi)
    }
}
