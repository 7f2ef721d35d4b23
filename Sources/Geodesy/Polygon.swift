/// An area: one outer ring and its holes, each closed implicitly (the first position not repeated).
public struct Polygon: Hashable, Sendable {
    /// The outer ring, counter-clockwise.
    public var outer: [Coordinate]
    /// The holes, clockwise.
    public var holes: [[Coordinate]]

    /// An area from its rings.
    public init(outer: [Coordinate], holes: [[Coordinate]] = []) {
        self.outer = outer
        self.holes = holes
    }
}
