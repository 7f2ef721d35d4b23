extension Analysis {
    /// A text with tokens and sentences only, for choosing what to parse.
    /// - Parameters:
    ///   - utf8: The text.
    ///   - tokenizer: Cuts it into tokens.
    ///   - splitter: Finds the sentences.
    ///   - breaks: Positions in the text, in order, that no sentence crosses.
    public init(
        segmenting utf8: [UInt8], tokenizer: Tokenizer, splitter: SentenceSplitter,
        breaks: [Int] = []
    ) {
        let tokens = tokenizer.tokens(in: utf8)
        let sentences = splitter.sentences(of: tokens, in: utf8, breaks: breaks).map {
            Sentence(tokens: $0)
        }
        self.init(utf8: utf8, tokens: tokens, sentences: sentences)
    }
}
