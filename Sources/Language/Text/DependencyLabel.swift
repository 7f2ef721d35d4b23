/// The relation of a token to its head, in the model's label set; for spaCy's English models that
/// of ClearNLP ("nsubj", "prep", "pobj").
public struct DependencyLabel: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The label as the model spells it.
    public let rawValue: String

    /// The label of that spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The label of that spelling.
    public init(stringLiteral value: String) { rawValue = value }

    /// The head of a sentence, which is its own head.
    public static let root: DependencyLabel = "ROOT"
}
