public import Geodesy

/// The position that a text describes by distance and direction from a place: "80 nautical miles west of Bata".
public struct DescribedPosition: Sendable, Hashable {
    /// The middle of where the words put it.
    public var coordinate: Coordinate
    /// How far around it the words leave open.
    public var radius: Distance
    /// How sure the place is that it is told from, in 0...1.
    public var confidence: Double
}
