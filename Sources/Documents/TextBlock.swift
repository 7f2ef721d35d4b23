/// A stretch of text on its way from a file into a document.
struct TextBlock {
    /// The text; line breaks inside are kept.
    var text: String
    /// What it is, where the file says so.
    var kind: ParagraphKind?
    /// The page or row it begins on.
    var unit: SourceMark.Unit?
    var number = 0
    /// Whether it stands on the line below the block before, as the rows of a table do.
    var isNextLine = false

    init(
        _ text: String, kind: ParagraphKind? = nil, page: Int? = nil, row: Int? = nil,
        isNextLine: Bool = false
    ) {
        self.text = text.boundingMarks()
        self.kind = kind
        unit = page != nil ? .page : row != nil ? .row : nil
        number = page ?? row ?? 0
        self.isNextLine = isNextLine
    }
}

/// The text of a document put together from its blocks.
struct BlockSequence {
    private(set) var text = ""
    private(set) var ranges: [Range<Int>] = []
    private(set) var hints: [ParagraphKind?] = []
    private(set) var marks: [SourceMark] = []

    /// The blocks in order, an empty line between two; those without text are left out.
    init(_ blocks: [TextBlock]) {
        for block in blocks { append(block) }
    }

    private mutating func append(_ block: TextBlock) {
        let content = block.text.trimmingBlanks
        guard !content.isEmpty else { return }
        if !text.isEmpty { text += block.isNextLine ? "\n" : "\n\n" }
        let start = text.utf8.count
        text += content
        if let unit = block.unit, marks.last?.number != block.number || marks.last?.unit != unit {
            marks.append(SourceMark(utf8Offset: start, unit: unit, number: block.number))
        }
        let parts = ParagraphSplitter.ranges(of: content)
        ranges += parts.map { start + $0.lowerBound..<start + $0.upperBound }
        hints += parts.map { _ in block.kind }
    }

    /// What is found in the text by itself.
    func layout(lexicon: PageLexicon) -> Layout {
        Layout(text: text, ranges: ranges, hints: hints, lexicon: lexicon)
    }
}
