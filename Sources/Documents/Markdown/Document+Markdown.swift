extension Document {
    /// A document from Markdown: its text without the marks, tables row by row, blocks of code left out.
    ///
    /// - Parameters:
    ///   - markdown: The text with its marks, perhaps behind front matter ("title:", "date:").
    ///   - name: What to call it in an error.
    ///   - source: The address it came from; nil takes that of the front matter.
    ///   - lexicon: The words by which furniture and dates are known.
    /// - Throws: `DocumentError.noText` when nothing but code is in it, `.tooComplex` for quotations or lists
    ///   nested too deeply.
    init(
        markdown: String, name: String, source: String?, lexicon: PageLexicon
    ) throws(DocumentError) {
        let front = FrontMatter(markdown)
        guard let html = MarkdownParser()?.html(of: String(front.rest)) else { throw .noText(name) }
        let tree: HTMLTree
        do {
            tree = try HTMLTree(page: "<body>" + html)
        } catch {
            throw error == .tooComplex ? .tooComplex(name) : .noText(name)
        }
        let outline = PageOutline(tree: tree, lexicon: lexicon)
        let blocks = outline.blocks.indices.filter {
            outline.isContent($0) && outline.elements[outline.blocks[$0].element].name != "pre"
        }
        guard !blocks.isEmpty else { throw .noText(name) }
        let day = front.value("date", "published").flatMap { CalendarDate(String($0.prefix(10))) }
        try self.init(
            blocks: outline.textBlocks(at: blocks), name: name,
            date: day.map { PublicationDate(day: $0, origin: .metadata("front matter")) },
            title: front.value("title"), source: source ?? front.value("source", "url"),
            mediaType: .markdown, language: front.value("lang", "language"), lexicon: lexicon)
    }
}
