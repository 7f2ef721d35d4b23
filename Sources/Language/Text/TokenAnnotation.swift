/// What the tagger and parser say about a token.
public struct TokenAnnotation: Sendable, Hashable {
    /// The fine part of speech.
    public var tag: Tag
    /// The coarse part of speech.
    public var partOfSpeech: PartOfSpeech
    /// The index in `Analysis.tokens` of the token this one depends on; the token's own index for
    /// the head of a sentence.
    public var head: Int
    /// The relation to the head.
    public var label: DependencyLabel
    /// The dictionary form; "send" for "sent".
    public var lemma: String

    /// The findings about one token.
    public init(
        tag: Tag, partOfSpeech: PartOfSpeech, head: Int, label: DependencyLabel, lemma: String
    ) {
        self.tag = tag
        self.partOfSpeech = partOfSpeech
        self.head = head
        self.label = label
        self.lemma = lemma
    }
}
