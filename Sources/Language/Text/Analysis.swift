/// A text with its tokens and sentences and, for the sentences that were parsed, tags, heads,
/// labels, lemmas and named entities.
///
/// Token indices count over the whole text. Accessors give nil for tokens of sentences that were
/// not parsed.
public struct Analysis: Sendable {
    /// The text, in UTF-8, whose bytes positions count.
    public let utf8: [UInt8]
    /// The tokens, in order, without overlaps.
    public let tokens: [Token]
    /// The sentences; together they cover all tokens.
    public let sentences: [Sentence]
    /// The named entities, in order, without overlaps.
    public let entities: [Entity]
    let annotations: [TokenAnnotation?]
    let tree: DependencyTree

    /// Puts an analysis together, for instance by hand in a test.
    ///
    /// `annotations` has one entry a token, nil where its sentence was not parsed, or is empty where
    /// none was. A head outside its own sentence counts as the token itself.
    public init(
        utf8: [UInt8], tokens: [Token], sentences: [Sentence],
        annotations: [TokenAnnotation?] = [], entities: [Entity] = []
    ) {
        self.utf8 = utf8
        self.tokens = tokens
        self.sentences = sentences
        self.entities = entities
        let padded =
            annotations.count == tokens.count
            ? annotations
            : annotations.prefix(tokens.count)
                + Array(repeating: nil, count: max(0, tokens.count - annotations.count))
        (self.annotations, tree) = DependencyTree.checked(Array(padded), sentences: sentences)
    }

    /// The tagger's and parser's findings about a token.
    public func annotation(of token: Int) -> TokenAnnotation? { annotations[token] }
    /// The fine part of speech.
    public func tag(of token: Int) -> Tag? { annotations[token]?.tag }
    /// The coarse part of speech.
    public func partOfSpeech(of token: Int) -> PartOfSpeech? { annotations[token]?.partOfSpeech }
    /// The token that this one depends on; itself for the head of a sentence.
    public func head(of token: Int) -> Int? { annotations[token]?.head }
    /// The relation to the head.
    public func label(of token: Int) -> DependencyLabel? { annotations[token]?.label }
    /// The dictionary form.
    public func lemma(of token: Int) -> String? { annotations[token]?.lemma }
    /// Whether the token is the head of a parsed sentence or fragment.
    public func isRoot(_ token: Int) -> Bool { annotations[token]?.head == token }
}
