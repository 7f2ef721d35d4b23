/// The relation of a token to its head, in the model's label set; for spaCy's English models that
/// of ClearNLP ("nsubj", "prep", "pobj").
///
/// The labels that rules ask for have names (`.nsubj`): one that is misspelt is then found by the compiler.
public struct DependencyLabel: RawRepresentable, Sendable, Hashable {
    /// The label as the model spells it.
    public let rawValue: String

    /// The label of that spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The head of a sentence, which is its own head.
    public static let root = DependencyLabel(rawValue: "ROOT")
}
