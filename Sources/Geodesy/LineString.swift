/// A line through positions in order, drawn as geodesics between them.
public struct LineString: Hashable, Sendable {
    /// The positions in order; a line has at least two.
    public var coordinates: [Coordinate]

    /// A line through positions.
    public init(_ coordinates: [Coordinate]) {
        self.coordinates = coordinates
    }

    /// The sum of the geodesics between successive positions.
    public func length(on ellipsoid: Ellipsoid) -> Distance {
        zip(coordinates, coordinates.dropFirst()).reduce(into: .zero) { sum, pair in
            sum += ellipsoid.distance(from: pair.0, to: pair.1)
        }
    }
}
