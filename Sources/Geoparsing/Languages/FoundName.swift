internal import Gazetteers

/// A name of the gazetteer as it stands in a text, in whatever form.
struct FoundName {
    /// Where it stands, in UTF-8 bytes, without particles joined to it.
    let utf8Range: Range<Int>
    /// Its tokens.
    let tokens: Range<Int>
    /// What it may mean, best first.
    let candidates: [NameMatch]
    /// Whether it is written as the gazetteer has it.
    let isWritten: Bool
    /// Whether it is an adjective or a people.
    let isDemonym: Bool
}
