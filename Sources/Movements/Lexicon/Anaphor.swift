/// What a word points back to, or says an end lies in; the raw values are those of `anaphors.tsv`.
enum Anaphor: String, Sendable, CaseIterable {
    /// "The country".
    case country
    /// "There".
    case place
    /// "The city".
    case city
    /// A capital named before: "the capital".
    case capital
    /// "The territory".
    case region
    /// "They", of what moves.
    case theme
    /// No pointer: a noun whose "in" or "of" tells where an end lies.
    case facility
}
