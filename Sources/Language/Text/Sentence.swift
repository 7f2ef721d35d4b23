/// A sentence: a range of tokens, and what was found out about it.
public struct Sentence: Sendable, Hashable {
    /// The sentence's tokens, as indices into `Analysis.tokens`.
    public let tokens: Range<Int>
    /// Whether its tokens carry tags, heads, labels and lemmas.
    public let isParsed: Bool
    /// Whether named entities were looked for in it.
    public let hasEntities: Bool

    /// A sentence of some tokens.
    public init(tokens: Range<Int>, isParsed: Bool = false, hasEntities: Bool = false) {
        self.tokens = tokens
        self.isParsed = isParsed
        self.hasEntities = hasEntities
    }
}
