internal import Gazetteers

/// A run of words that may be a name, with what speaks for it.
struct CandidateSpan: Sendable {
    /// The rows of the token table.
    var rows: Range<Int>
    var label: SpanLabel
    var evidence: Evidence
    /// The words as written.
    var text: String
    /// What the gazetteer has under the name; nil for a name without an entry.
    var entry: NameEntry?
    /// The name inside the span that gives it its position, where it has no entry of its own.
    var anchor: NameEntry?
    /// The kinds a word beside or inside asks for.
    var expectedKinds: [PlaceKind] = []
    /// The weighted sum of the evidence.
    var score: Float = 0
    /// How much of it comes from the words around.
    var contextScore: Float = 0

    /// Whether words with capitals beside it make a longer name of it: "Manila" in "Manila Cathedral".
    var isPartOfName: Bool {
        evidence[.nameAfter] > 0 || evidence[.nameBefore] > 0 || evidence[.hyphenAfter] > 0
            || evidence[.hyphenBefore] > 0 || evidence[.insideName] > 0
    }
}
