/// Turns tags and arcs into annotations: coarse parts of speech, lemmas, names for numbers.
struct Annotator: Sendable {
    private let rules: TagRules
    private let lemmatizer: Lemmatizer
    private let tags: [Tag]
    private let labels: [DependencyLabel]

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, tags: [Tag], labels: [DependencyLabel]) throws(LanguageError) {
        rules = try TagRules(file, tags: tags)
        lemmatizer = try Lemmatizer(file)
        self.tags = tags
        self.labels = labels
    }

    /// The annotations of the tokens of a segment; `found` counts tokens from the segment's start.
    func annotations(
        of segment: Range<Int>, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
        tags found: ArraySlice<UInt8>,
        _ tree: ResolvedTree, _ cache: AnnotationCache
    ) -> [TokenAnnotation] {
        func looked(_ index: Int) -> TagRules.Token {
            let token = tokens[segment.lowerBound + index]
            let word = UnsafeBufferPointer(rebasing: text[token.utf8Range])
            return TagRules.Token(
                tag: tags[Int(found[found.startIndex + index])],
                word: word.withLowercase { MurmurHash.hash64($0) },
                label: labels[Int(tree.labels[index])], isSpace: token.isSpace)
        }
        return tree.heads.indices.map { index in
            let token = tokens[segment.lowerBound + index]
            let word = UnsafeBufferPointer(rebasing: text[token.utf8Range])
            let (tag, label) = (found[found.startIndex + index], tree.labels[index])
            let key =
                MurmurHash.hash64(word) &+ (UInt64(tag) << 8 | UInt64(label) + 1)
                &* 0x9E37_79B9_7F4A_7C15
            var annotation: TokenAnnotation
            if let known = cache[key] {
                annotation = known
            } else {
                let seen = looked(index)
                let isPair = rules.pairWords.contains(seen.word)
                annotation = annotate(
                    seen, String(decoding: word, as: UTF8.self),
                    before: isPair && index > 0 ? looked(index - 1) : nil,
                    after: isPair && index + 1 < tree.heads.count ? looked(index + 1) : nil)
                if !isPair { cache[key] = annotation }
            }
            annotation.head = segment.lowerBound + Int(tree.heads[index])
            return annotation
        }
    }

    private func annotate(
        _ token: TagRules.Token, _ word: String, before: TagRules.Token?, after: TagRules.Token?
    ) -> TokenAnnotation {
        let found = rules.finding(token, before: before, after: after)
        let part = found.partOfSpeech ?? .other
        let lemma =
            found.lemma
            ?? lemmatizer.lemma(of: word, part, isBaseForm: found.baseForms.contains(part))
        return TokenAnnotation(
            tag: found.tag ?? token.tag, partOfSpeech: part, head: 0,
            label: found.label ?? token.label, lemma: lemma)
    }
}
