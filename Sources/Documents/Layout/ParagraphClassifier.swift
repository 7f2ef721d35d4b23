/// Tells what each paragraph of a text is, by its shape, its place and a list of words.
///
/// Three passes: what a paragraph shows by itself (a share bar, a byline, a caption), where the
/// article begins and ends (its first and last paragraph of sentences), and what the short lines
/// before, inside and after it are. In doubt a paragraph is prose, and a text in which nothing but
/// furniture was found is taken for prose as a whole.
struct ParagraphClassifier {
    let lexicon: PageLexicon
    let shapes: [ParagraphShape?]
    let texts: [Substring]
    private(set) var kinds: [ParagraphKind?]
    /// Whether a paragraph says that the article is over ("Related articles").
    private(set) var endsArticle: [Bool]

    /// The kinds of the paragraphs; `hints` are those a page's mark-up tells already.
    static func kinds(
        of texts: [Substring], lexicon: PageLexicon, hints: [ParagraphKind?] = []
    ) -> [ParagraphKind] {
        guard texts.count > 1 else { return texts.map { _ in .prose } }
        var classifier = ParagraphClassifier(texts: texts, lexicon: lexicon, hints: hints)
        classifier.classifyAlone()
        classifier.markRepetitions()
        classifier.classifyAroundArticle()
        classifier.classifyInsideArticle()
        let kinds = classifier.kinds.map { $0 ?? .prose }
        let content = kinds.contains { $0 == .prose || $0 == .caption }
        return content ? kinds : zip(kinds, texts).map { kind, _ in kind == .list ? .list : .prose }
    }

    private init(texts: [Substring], lexicon: PageLexicon, hints: [ParagraphKind?]) {
        self.texts = texts
        self.lexicon = lexicon
        shapes = texts.map { text in
            text.utf8.count <= ParagraphShape.longest ? ParagraphShape(text) : nil
        }
        kinds = hints.count == texts.count ? hints : texts.map { _ in nil }
        endsArticle = texts.map { _ in false }
    }

    // MARK: A paragraph by itself

    private mutating func classifyAlone() {
        for index in texts.indices {
            guard let shape = shapes[index] else {
                kinds[index] = kinds[index] ?? .prose
                continue
            }
            let reader = FurnitureReader(shape: shape, text: texts[index], lexicon: lexicon)
            if reader.endsArticle {
                endsArticle[index] = true
                kinds[index] = .furniture
            } else if reader.isFurniture {
                kinds[index] = .furniture
            } else if kinds[index] == nil, reader.isCaption {
                kinds[index] = .caption
            }
        }
    }

    /// A paragraph of six words or more that stood before is printed a second time.
    private mutating func markRepetitions() {
        var seen: Set<Substring> = []
        for (index, text) in texts.enumerated() where kinds[index] != .furniture {
            guard (shapes[index]?.words.count ?? .max) >= 6 else { continue }
            if !seen.insert(text).inserted { kinds[index] = .furniture }
        }
    }

    // MARK: Around and inside the article

    /// Whether a paragraph, known or not, reads as running text.
    private func isRunningText(_ index: Int) -> Bool {
        switch kinds[index] {
        case .prose: true
        case nil:
            shapes[index].map { shape in
                shape.words.count > 25 || shape.holdsSentenceEnd && shape.words.count >= 8
            } ?? true
        default: false
        }
    }

    private mutating func classifyAroundArticle() {
        guard let first = texts.indices.first(where: isRunningText) else { return }
        markMenus(in: 0..<first)
        for index in 0..<first where kinds[index] == nil { kinds[index] = .headline }
        // Behind "Related articles" only running text belongs to the article again.
        var isOver = false
        let last = texts.indices.last(where: isRunningText) ?? first
        // Of a text in capitals, as telegrams are, lines in capitals are no furniture.
        let running = texts.indices.filter(isRunningText)
        let isTelegraphic = running.count { shapes[$0]?.isInCapitals ?? false } * 2 > running.count
        for index in first..<texts.count {
            if endsArticle[index] {
                isOver = true
            } else if isRunningText(index) {
                isOver = false
            } else if kinds[index] == nil, let shape = shapes[index] {
                if isOver
                    ? !shape.holdsSentenceEnd
                    : index > last && shape.isInCapitals && !isTelegraphic
                {
                    kinds[index] = .furniture
                }
            }
        }
        if last + 1 < texts.count { markMenus(in: last + 1..<texts.count) }
    }

    /// A run of lines of up to four words, a third of them known furniture, is a menu as a whole.
    private mutating func markMenus(in range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, (shapes[end]?.words.count ?? .max) <= 4,
                kinds[end] == nil || kinds[end] == .furniture
            {
                end += 1
            }
            let known = (start..<end).count { kinds[$0] == .furniture }
            if end - start >= 3, known * 3 >= end - start {
                for index in start..<end { kinds[index] = .furniture }
            }
            start = max(end, start + 1)
        }
    }

    /// Short lines between running text: four or more in a row are a list, one or two a heading.
    private mutating func classifyInsideArticle() {
        var start = 0
        while start < texts.count {
            var end = start
            while end < texts.count, kinds[end] == nil, isShortLine(end) { end += 1 }
            let isBulleted = (start..<end).contains {
                texts[$0].first.map("•◦▪●*-–".contains) ?? false
            }
            let kind: ParagraphKind? =
                end - start >= 4 || isBulleted
                ? .list
                : end - start <= 2 && end < texts.count && isRunningText(end) ? .headline : nil
            for index in start..<end { kinds[index] = kind }
            start = max(end, start + 1)
        }
    }

    private func isShortLine(_ index: Int) -> Bool {
        guard let shape = shapes[index] else { return false }
        return !shape.holdsSentenceEnd && shape.words.count <= 10
    }
}
