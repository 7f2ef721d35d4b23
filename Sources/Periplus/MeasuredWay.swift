internal import Geodesy

/// The length of a way between two positions, and how it was found.
public struct MeasuredWay: Sendable, Hashable, Codable {
    /// The best figure, in kilometres: by sea with the allowance for harbours and headlands.
    public var km: Double
    /// The same in nautical miles.
    public var nmi: Double
    /// The length of the line as drawn, in nautical miles; nil for a schematic line.
    public var geometryNmi: Double?
    /// The geodesic from end to end, in kilometres.
    public var geodesicKm: Double
    /// The interval the true length lies in, in kilometres, where only that can be said.
    public var kmRange: [Double]?
    /// Canals and straits used, in order.
    public var passages: [String]?
    /// How the length was found, in a few words.
    public var method: String

    private enum CodingKeys: String, CodingKey {
        case km, nmi, passages, method
        case geometryNmi = "geometry_nmi"
        case geodesicKm = "geodesic_km"
        case kmRange = "km_range"
    }

    /// A measurement of one best length.
    init(best: Distance, drawn: Distance?, geodesic: Distance, method: String) {
        km = best.kilometres.rounded(toPlaces: 3)
        nmi = best.nauticalMiles.rounded(toPlaces: 3)
        geometryNmi = drawn?.nauticalMiles.rounded(toPlaces: 3)
        geodesicKm = geodesic.kilometres.rounded(toPlaces: 3)
        self.method = method
    }
}

extension Double {
    /// The figure to a number of decimal places: a file of millimetres would claim too much.
    func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
