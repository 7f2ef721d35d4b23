/// A spatial claim as the text states it: "several hundred miles east of Moscow".
public struct StatedClaim: Sendable, Hashable {
    /// The words of the claim, in UTF-8 bytes of the text.
    public var utf8Range: Range<Int>
    /// The mention whose place the claim is about, where the text names it.
    public var subject: Int?
    /// The mention that the distance is measured from.
    public var reference: Int
    /// The stated distance as an interval in kilometres, where one is stated.
    public var kilometres: ClosedRange<Double>?
    /// The stated bearing in degrees clockwise from north, as centre and half-width.
    public var bearing: StatedBearing?

    /// A claim from its parts.
    public init(
        utf8Range: Range<Int>, subject: Int?, reference: Int, kilometres: ClosedRange<Double>?,
        bearing: StatedBearing?
    ) {
        self.utf8Range = utf8Range
        self.subject = subject
        self.reference = reference
        self.kilometres = kilometres
        self.bearing = bearing
    }

    /// A compass word as degrees: "east" is 90 give or take 30.
    public struct StatedBearing: Sendable, Hashable {
        /// Degrees clockwise from north.
        public var degrees: Double
        /// How far to either side still counts, in degrees.
        public var tolerance: Double

        /// A bearing and its tolerance, both in degrees.
        public init(degrees: Double, tolerance: Double) {
            self.degrees = degrees
            self.tolerance = tolerance
        }
    }
}
