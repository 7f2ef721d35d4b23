/// A name of a place that the reader sees where no mention is.
public struct SeenName: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes of the text.
    public let utf8Range: Range<Int>
    /// How surely it names a place, in 0...1.
    public let probability: Double
}
