extension LanguageModel {
    /// Analyses a text: tokens, sentences as the parser finds them, tags, arcs, lemmas and, where
    /// wanted, named entities.
    ///
    /// Time is linear in the text. A text beyond 2 GiB is cut there.
    public func analyse(_ text: String, entities: Bool = true) -> Analysis {
        analyse(utf8: Array(text.utf8), entities: entities)
    }

    /// Analyses a text given in UTF-8.
    public func analyse(utf8: [UInt8], entities: Bool = true) -> Analysis {
        analyse(utf8: utf8, tokens: tokenizer.tokens(in: utf8), entities: entities)
    }

    private func analyse(utf8: [UInt8], tokens: [Token], entities wantsEntities: Bool) -> Analysis {
        var sentences: [Sentence] = []
        var annotations: [TokenAnnotation?] = []
        var entities: [Entity] = []
        annotations.reserveCapacity(tokens.count)
        withWorkspace { workspace in
            utf8.withUnsafeBufferPointer { text in
                var start = 0
                while start < tokens.count {
                    let piece = start..<min(start + Self.longestPiece, tokens.count)
                    guard
                        let found = run([piece], tokens, text, entities: wantsEntities, workspace)
                            .first
                    else {
                        return
                    }
                    let starts = found.tree.isStart.indices.filter { found.tree.isStart[$0] }
                    // The last sentence of a piece may go on; it is analysed again with the next one.
                    let isLast = piece.upperBound == tokens.count
                    let end = isLast ? piece.count : starts.last(where: { $0 > 0 }) ?? piece.count
                    for (index, first) in starts.enumerated() where first < end {
                        let next = index + 1 < starts.count ? starts[index + 1] : piece.count
                        sentences.append(
                            Sentence(
                                tokens: (start + first)..<(start + min(next, end)), isParsed: true,
                                hasEntities: wantsEntities))
                    }
                    let annotated = annotator.annotations(
                        of: piece, tokens, text, tags: found.tags, found.tree, workspace.annotations
                    )
                    for annotation in annotated.prefix(end) { annotations.append(annotation) }
                    entities += found.entities.filter { $0.tokens.upperBound <= end }.map {
                        $0.moved(by: start)
                    }
                    start += end
                }
            }
        }
        return Analysis(
            utf8: utf8, tokens: tokens, sentences: sentences, annotations: annotations,
            entities: entities)
    }

    /// Parses some sentences of a text and leaves the others as they are.
    ///
    /// Each sentence is parsed as if it stood alone. It stays one sentence, though the parser may find
    /// several fragments in it, each with a head of its own.
    ///
    /// - Parameters:
    ///   - chosen: Indices of sentences; the order does not matter.
    ///   - analysis: A text with tokens of this model's tokeniser.
    ///   - wantsEntities: Whether to look for named entities as well.
    ///   - respelling: How the text is to be read, where not as it is written. Tokens that it leaves
    ///     out get no annotation.
    /// - Returns: The same text, tokens and sentences, with more known of the chosen ones; of those that a cancelled task
    ///   did not come to, nothing.
    /// - Throws: `LanguageError.noSuchSentence`.
    public func parsing(
        sentences chosen: some Sequence<Int>, of analysis: Analysis,
        entities wantsEntities: Bool = true, as respelling: Respelling? = nil
    ) throws(LanguageError) -> Analysis {
        var sentences = analysis.sentences
        let chosen = Set(chosen).sorted()
        for index in chosen where !sentences.indices.contains(index) {
            throw .noSuchSentence(index: index, count: sentences.count)
        }
        var annotations = analysis.annotations
        var entities = analysis.entities
        let isChosen = Set(chosen)
        if wantsEntities {
            entities.removeAll { entity in
                analysis.sentenceIndex(ofToken: entity.tokens.lowerBound).map(isChosen.contains)
                    ?? true
            }
        }
        let seen = SeenTokens(
            of: chosen.flatMap { Self.pieces(of: sentences[$0].tokens) }, analysis, respelling)
        withWorkspace { workspace in
            seen.utf8.withUnsafeBufferPointer { text in
                for batch in Self.batches(of: seen.segments) where !Task.isCancelled {
                    for found in run(batch, seen.tokens, text, entities: wantsEntities, workspace) {
                        let annotated = annotator.annotations(
                            of: found.segment, seen.tokens, text, tags: found.tags, found.tree,
                            workspace.annotations)
                        for (offset, annotation) in annotated.enumerated() {
                            seen.put(
                                annotation, of: found.segment.lowerBound + offset, &annotations)
                        }
                        entities += found.entities.map {
                            seen.inText($0.moved(by: found.segment.lowerBound))
                        }
                    }
                }
            }
        }
        for index in chosen {
            sentences[index] = Sentence(
                tokens: sentences[index].tokens, isParsed: true,
                hasEntities: wantsEntities || sentences[index].hasEntities)
        }
        entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return Analysis(
            utf8: analysis.utf8, tokens: analysis.tokens, sentences: sentences,
            annotations: annotations,
            entities: entities)
    }

    /// A sentence, cut where it is longer than can be parsed at once.
    private static func pieces(of tokens: Range<Int>) -> [Range<Int>] {
        stride(from: tokens.lowerBound, to: tokens.upperBound, by: longestPiece).map {
            $0..<min($0 + longestPiece, tokens.upperBound)
        }
    }

    /// Segments in groups that can be parsed at once.
    private static func batches(of segments: [Range<Int>]) -> [[Range<Int>]] {
        var batches: [[Range<Int>]] = []
        var room = 0
        for segment in segments {
            if segment.count > room {
                batches.append([])
                room = longestPiece
            }
            batches[batches.count - 1].append(segment)
            room -= segment.count
        }
        return batches
    }
}
