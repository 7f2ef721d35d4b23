/// A box of meridians and parallels, in degrees; `west` > `east` when it crosses the antimeridian.
public struct BoundingBox: Hashable, Sendable, Codable {
    /// The western edge, in [-180, 180].
    public var west: Double
    /// The southern edge, in [-90, 90].
    public var south: Double
    /// The eastern edge, in [-180, 180]; less than `west` when the box crosses the antimeridian.
    public var east: Double
    /// The northern edge, in [-90, 90].
    public var north: Double

    /// A box from its four edges in degrees.
    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// Whether the box crosses the antimeridian.
    public var crossesAntimeridian: Bool { west > east }

    /// Whether a position lies in the box, edges included.
    public func contains(_ position: Coordinate) -> Bool {
        guard (south...north).contains(position.latitude) else { return false }
        return crossesAntimeridian
            ? position.longitude >= west || position.longitude <= east
            : (west...east).contains(position.longitude)
    }
}
