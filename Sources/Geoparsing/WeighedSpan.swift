/// A run of words that may be a name, with all that was weighed of it: what the weights are fitted to.
package struct WeighedSpan: Sendable {
    /// Where it stands, in UTF-8 bytes of the text.
    package let utf8Range: Range<Int>
    /// What it may name.
    package let label: String
    /// The evidence by its rows in `mention-weights.tsv`.
    package let evidence: [(name: String, value: Float)]
    /// The weighted sum.
    package let score: Float
    /// The two folded words before it and the two behind it, nearest first; empty at the ends of its segment.
    package let before: [String]
    package let after: [String]
    /// How capitals are used around it.
    package let casing: String
    /// Whether a mention of it would never be on a map.
    package let isOffMap: Bool
}
