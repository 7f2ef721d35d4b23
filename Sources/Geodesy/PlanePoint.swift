/// A point of a projected map.
public struct PlanePoint: Hashable, Sendable {
    /// To the east, in the unit of the projection.
    public var x: Double
    /// To the north, in the unit of the projection.
    public var y: Double

    /// A point from its two figures.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
