/// The shortest line between two positions on an ellipsoid: its length and its two bearings.
public struct Geodesic: Hashable, Sendable {
    /// The length of the line.
    public let distance: Distance
    /// The bearing at the start, towards the end.
    public let initialBearing: Bearing
    /// The bearing at the end, in the direction of travel.
    public let finalBearing: Bearing

    /// A solved line.
    public init(distance: Distance, initialBearing: Bearing, finalBearing: Bearing) {
        self.distance = distance
        self.initialBearing = initialBearing
        self.finalBearing = finalBearing
    }
}
