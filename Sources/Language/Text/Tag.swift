/// A fine part-of-speech tag of the model's tag set; for English the Penn Treebank's ("VBD").
///
/// The tags that rules ask for have names (`.vbd`): a tag that is misspelt is then found by the compiler.
public struct Tag: RawRepresentable, Sendable, Hashable {
    /// The tag as the model spells it.
    public let rawValue: String

    /// The tag of that spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
}
