internal import Language

extension Tag {
    /// That of an auxiliary, where no parser has told its form.
    static let aux = Tag(rawValue: "AUX")
    /// That of a word of which nothing is known.
    static let unknown = Tag(rawValue: "")
}
