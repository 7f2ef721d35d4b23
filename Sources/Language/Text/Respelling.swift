/// Another spelling under which a text is parsed, where its own would mislead a parser that was
/// trained on prose: headings with a capital on every word, names without one, hashtags.
///
/// Tokens keep their places; only what the parser sees of them changes.
public struct Respelling: Sendable {
    /// The text in UTF-8, as many bytes as the analysis has.
    public var utf8: [UInt8]
    /// Indices of tokens that the parser does not see.
    public var skipped: Set<Int>

    /// A spelling of a text.
    public init(utf8: [UInt8], skipped: Set<Int> = []) {
        self.utf8 = utf8
        self.skipped = skipped
    }
}
