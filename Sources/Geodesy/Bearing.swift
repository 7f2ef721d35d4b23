/// A direction over the ground: degrees clockwise from north, in [0, 360).
public struct Bearing: Hashable, Sendable, Codable {
    /// Degrees clockwise from north, in [0, 360).
    public let degrees: Double

    /// A bearing from any number of degrees; folded into [0, 360).
    public init(degrees: Double) {
        let folded = degrees.truncatingRemainder(dividingBy: 360)
        let positive = folded < 0 ? folded + 360 : folded
        self.degrees = positive == 360 ? 0 : positive
    }

    /// The angle between two bearings, in degrees, in [0, 180].
    public func difference(from other: Bearing) -> Double {
        let turn = abs(degrees - other.degrees)
        return min(turn, 360 - turn)
    }
}
