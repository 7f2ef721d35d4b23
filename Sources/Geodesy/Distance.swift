/// A length on the Earth's surface; it knows its unit.
public struct Distance: Hashable, Sendable, Comparable, Codable {
    /// The length in metres.
    public var metres: Double

    /// A length from metres.
    public init(metres: Double) {
        self.metres = metres
    }

    /// A length from kilometres.
    public init(kilometres: Double) {
        metres = kilometres * 1_000
    }

    /// A length from international nautical miles of 1,852 m (exact by definition).
    public init(nauticalMiles: Double) {
        metres = nauticalMiles * Self.metresPerNauticalMile
    }

    /// A length from statute miles of 1,609.344 m (exact by definition).
    public init(miles: Double) {
        metres = miles * Self.metresPerMile
    }

    /// The length in kilometres.
    public var kilometres: Double { metres / 1_000 }
    /// The length in international nautical miles.
    public var nauticalMiles: Double { metres / Self.metresPerNauticalMile }
    /// The length in statute miles.
    public var miles: Double { metres / Self.metresPerMile }

    /// No length at all.
    public static let zero = Distance(metres: 0)

    /// The shorter one is the lesser.
    public static func < (left: Self, right: Self) -> Bool { left.metres < right.metres }
    /// The sum of two lengths.
    public static func + (left: Self, right: Self) -> Self {
        Distance(metres: left.metres + right.metres)
    }
    /// Adds a length in place.
    public static func += (left: inout Self, right: Self) { left.metres += right.metres }

    private static let metresPerNauticalMile = 1_852.0
    private static let metresPerMile = 1_609.344
}
