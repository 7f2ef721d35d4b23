public import Gazetteers
public import Geodesy
public import Movements

/// One stretch of a route between two stops: its line and its lengths, and how they were found.
public struct Leg: Sendable {
    /// The toponym it starts from: an index into the map's toponyms.
    public var from: Int
    /// The toponym it goes to: an index into the map's toponyms.
    public var to: Int
    /// The place it is drawn from where that is not the toponym's own (a country's port).
    public var fromPlace: Place?
    /// The place it is drawn to where that is not the toponym's own.
    public var toPlace: Place?
    /// By what way.
    public var mode: TransportMode
    /// The line as drawn, cut where it crosses the antimeridian; empty when nothing is drawn.
    public var lines: [LineString]
    /// The length of the line as drawn, on WGS 84; nil for a schematic line.
    public var drawn: Distance?
    /// The estimated sailing length, with the allowance for harbours and headlands.
    public var sailing: Distance?
    /// The geodesic from end to end, on WGS 84.
    public var geodesic: Distance
    /// Where only an interval is known, its lower and upper end.
    public var range: ClosedRange<Distance>?
    /// Canals, straits and waterways used, in order.
    public var passages: [String]
    /// How the line and its length were found, in a few words.
    public var method: String
    /// Whether the line only joins the ends and poses as no real course.
    public var isSchematic: Bool
    /// What was taken for an end of which the text names only the area; nil where nothing was.
    public var assumed: LegAssumption?
    /// The router a line along OpenStreetMap's roads comes from, and the day of its data; nil for all
    /// other lines.
    public var roadSource: String?

    /// A leg from its parts.
    public init(
        from: Int, to: Int, fromPlace: Place? = nil, toPlace: Place? = nil, mode: TransportMode,
        lines: [LineString], drawn: Distance?, sailing: Distance? = nil, geodesic: Distance,
        range: ClosedRange<Distance>? = nil, passages: [String] = [], method: String,
        isSchematic: Bool, assumed: LegAssumption? = nil, roadSource: String? = nil
    ) {
        self.from = from
        self.to = to
        self.fromPlace = fromPlace
        self.toPlace = toPlace
        self.mode = mode
        self.lines = lines
        self.drawn = drawn
        self.sailing = sailing
        self.geodesic = geodesic
        self.range = range
        self.passages = passages
        self.method = method
        self.isSchematic = isSchematic
        self.assumed = assumed
        self.roadSource = roadSource
    }

    /// Whether it only says that something goes from one area to another: an arrow between points where
    /// pictures show them, to be drawn light and behind the ways.
    public var isArrow: Bool { assumed?.kind == .display }
}
