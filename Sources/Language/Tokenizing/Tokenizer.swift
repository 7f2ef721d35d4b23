public import Foundation

/// Cuts a text into tokens by the rules of a language, exactly as spaCy does.
///
/// Needs no model. Time and memory are linear in the text.
public struct Tokenizer: Sendable {
    let rules: TokenizerRules
    let sequences: SpecialSequences

    /// Reads the rules of a language, such as `Data/Language/en/tokenizer.tsv`.
    /// - Throws: `LanguageError`, for a file that cannot be read or a rule that makes no sense.
    public init(rules url: URL) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: url, requiring: ["kind", "value", "pieces", "norms"])
        rules = try TokenizerRules(table)
        sequences = SpecialSequences(rules)
    }

    /// The tokens of a text.
    ///
    /// White space is in no token where it is one space between two tokens; other white space makes
    /// tokens of its own. A text beyond 2 GiB is cut there.
    public func tokens(in utf8: UnsafeBufferPointer<UInt8>) -> [Token] {
        let text = UnsafeBufferPointer(rebasing: utf8.prefix(Int(Int32.max)))
        var pass = TokenizerPass(text, rules: rules, usesSpecials: true)
        pass.run()
        return sequences.applied(to: pass.takeTokens(), text: text, rules: rules)
    }

    /// The tokens of a text.
    public func tokens(in utf8: [UInt8]) -> [Token] {
        utf8.withUnsafeBufferPointer { tokens(in: $0) }
    }

    /// The tokens of a text.
    public func tokens(in utf8: Span<UInt8>) -> [Token] {
        utf8.withUnsafeBufferPointer { tokens(in: $0) }
    }
}
