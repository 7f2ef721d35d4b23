public import Geodesy

/// A way by road, as a router gives it.
public struct RoadWay: Hashable, Sendable {
    /// The positions along the roads, two or more.
    public let line: LineString
    /// The length of the line on the WGS 84 ellipsoid.
    public let length: Distance
    /// The version or day of the road data, "2026-05-01"; nil when the router does not tell.
    public var dataVersion: String?

    /// A way along a line.
    public init(line: LineString, dataVersion: String? = nil) {
        self.line = line
        length = line.length(on: .wgs84)
        self.dataVersion = dataVersion
    }
}
