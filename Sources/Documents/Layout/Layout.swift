/// What is found in a text by itself: its paragraphs, what they are, its datelines and date.
struct Layout {
    let text: String
    let paragraphs: [Paragraph]
    let datelines: [Range<Int>]
    let date: PublicationDate?
    let headline: String?

    /// The layout of a plain text.
    init(text: String, lexicon: PageLexicon) {
        let text = text.boundingMarks()
        self.init(text: text, ranges: ParagraphSplitter.ranges(of: text), lexicon: lexicon)
    }

    /// The layout of a text whose paragraphs are known, with what a page's mark-up says of them.
    init(text: String, ranges: [Range<Int>], hints: [ParagraphKind?] = [], lexicon: PageLexicon) {
        let utf8 = text.utf8
        let texts = ranges.map { range in
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return text[start..<utf8.index(start, offsetBy: range.count)]
        }
        let kinds = ParagraphClassifier.kinds(of: texts, lexicon: lexicon, hints: hints)
        let paragraphs = zip(ranges, kinds).map { Paragraph(utf8Range: $0, kind: $1) }
        self.text = text
        self.paragraphs = paragraphs
        headline = zip(kinds, texts).first { $0.0 == .headline }.map { String($0.1) }
        let finder = DatelineFinder(lexicon: lexicon)
        let found = zip(paragraphs, texts).flatMap { paragraph, part in
            guard paragraph.kind == .prose else { return [] as [(Substring, Range<Int>)] }
            return finder.datelines(in: part).map { range in
                let lower = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
                return (part[range], lower..<lower + part[range].utf8.count)
            }
        }
        datelines = found.map(\.1)
        date = PublicationDateFinder(
            lexicon: lexicon, paragraphs: paragraphs, texts: texts,
            datelines: found.map { (text: $0.0, utf8Range: $0.1) }
        ).date()
    }
}
