/// A form under which a word of a text may stand in the gazetteer.
struct NameForm: Hashable {
    /// The form, folded.
    let folded: [UInt8]
    /// How many bytes of the word, as written, stand before the name: joined particles.
    let cut: Int
    /// How it differs from the word as it is written.
    let change: FoundName.Change
}
