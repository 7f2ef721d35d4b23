internal import Documents

/// A stretch of text that no name crosses the ends of: a sentence, or a line of one.
struct TextSegment: Sendable {
    /// The rows of the token table.
    var rows: Range<Int>
    /// What its paragraph is.
    var paragraph: ParagraphKind
    /// How capitals are used in it.
    var casing: Casing

    /// How capitals are used in a stretch of text.
    enum Casing: Sendable {
        /// As in prose.
        case sentence
        /// Nearly every word has one: a heading.
        case title
        /// There is nothing else.
        case upper
        /// There are none.
        case lower
    }
}
