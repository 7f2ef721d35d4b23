internal import Gazetteers

/// A name of the gazetteer as it stands in a text, in whatever form.
struct FoundName {
    /// Where it stands, in UTF-8 bytes, without particles joined to it.
    let utf8Range: Range<Int>
    /// Its tokens.
    let tokens: Range<Int>
    /// What it may mean, best first.
    let candidates: [NameMatch]
    /// The name as the gazetteer has it, folded.
    let name: [UInt8]
    /// How it differs from that.
    let change: Change
    /// Whether it is an adjective or a people.
    let isDemonym: Bool

    /// What a text has made of a name.
    enum Change: Int, Comparable {
        case none, particle, ending

        static func < (a: Change, b: Change) -> Bool { a.rawValue < b.rawValue }
    }
}
