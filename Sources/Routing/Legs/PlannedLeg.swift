public import Geodesy

/// A leg as it would run: its line, its lengths, and how they were found.
public struct PlannedLeg: Hashable, Sendable {
    /// The turning points of the line, ends included, joined by geodesics; densify before drawing.
    public var line: LineString
    /// The length of the line on the WGS 84 ellipsoid; nil when the line is schematic.
    public var drawn: Distance?
    /// The estimated sailing length, with the allowance for harbours and headlands; nil off the water.
    public var sailing: Distance?
    /// The length of the geodesic from end to end.
    public var geodesic: Distance
    /// The interval the true length lies in, where only that can be said.
    public var range: ClosedRange<Distance>?
    /// The best single estimate of the length of a schematic leg.
    public var estimate: Distance?
    /// The named passages the line uses, in order of travel.
    public var passages: [String]
    /// How the line and the length were found, in a few words.
    public var method: String
    /// Whether the line only links the ends and does not claim to be the way taken.
    public var isSchematic: Bool
    /// From the start to the water or road it was joined to; zero when it lies on it.
    public var startGap: Distance
    /// From the water or road the end was joined to, to the end; zero when it lies on it.
    public var endGap: Distance
    /// The router a line along OpenStreetMap's roads comes from, and the day of its data: "OSRM at
    /// localhost:5000, data of 2026-05-01"; nil for all other lines.
    public var roadSource: String?
    /// The longest stretch of water on the straight line of a leg over land whose ends no land joins; nil for
    /// all other legs.
    public var waterBetween: Distance?

    /// The line with positions added for drawing, cut at the antimeridian: what a map writer needs.
    ///
    /// - Parameter deviation: how far a stroke may stray from the geodesic; 1 km by default.
    /// - Returns: one part, or one more for each crossing of the antimeridian.
    public func drawnParts(deviation: Distance = Distance(kilometres: 1)) -> [LineString] {
        line.densified(on: .wgs84, deviation: deviation).cutAtAntimeridian(on: .wgs84)
    }
}
