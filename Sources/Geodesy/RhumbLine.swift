/// A line of constant bearing between two positions: its length and its bearing.
public struct RhumbLine: Hashable, Sendable {
    /// The length of the line.
    public let distance: Distance
    /// The bearing along the whole line.
    public let bearing: Bearing

    /// A solved line.
    public init(distance: Distance, bearing: Bearing) {
        self.distance = distance
        self.bearing = bearing
    }
}
