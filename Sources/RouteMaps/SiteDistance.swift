public import Gazetteers
public import Geodesy

/// The distance between two places a document cites.
public struct SiteDistance: Sendable {
    /// The one place.
    public var from: Place
    /// The other place.
    public var to: Place
    /// The geodesic between them, on WGS 84.
    public var geodesic: Distance
    /// The length of the way by sea, where both are ports that ships can reach.
    public var bySea: Distance?

    /// A measured pair of places.
    public init(from: Place, to: Place, geodesic: Distance, bySea: Distance? = nil) {
        self.from = from
        self.to = to
        self.geodesic = geodesic
        self.bySea = bySea
    }
}
