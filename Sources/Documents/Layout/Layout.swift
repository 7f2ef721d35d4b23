/// What is found in a text by itself: its paragraphs, what they are, its datelines and date.
struct Layout {
    let text: String
    let paragraphs: [Paragraph]
    let datelines: [Range<Int>]
    let date: PublicationDate?
    let headline: String?

    /// The layout of a plain text.
    init(text: String, lexicon: PageLexicon) {
        var text = text
        text.makeContiguousUTF8()
        let ranges = ParagraphSplitter.ranges(of: text)
        self.text = text
        paragraphs = ranges.map { Paragraph(utf8Range: $0, kind: .prose) }
        datelines = []
        date = nil
        headline = nil
    }
}
