/// A fine part-of-speech tag of the model's tag set; for English the Penn Treebank's ("VBD").
public struct Tag: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The tag as the model spells it.
    public let rawValue: String

    /// The tag of that spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The tag of that spelling.
    public init(stringLiteral value: String) { rawValue = value }
}
