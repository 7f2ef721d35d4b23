extension Document {
    /// A document from a web page: the article found in it.
    ///
    /// The text is the headline and the article's paragraphs, an empty line between two.
    ///
    /// - Parameters:
    ///   - page: The page, decoded; what character set it declares no longer counts.
    ///   - name: What to call it in an error.
    ///   - source: The address it came from; nil takes the page's own.
    ///   - lexicon: The words by which furniture is known.
    /// - Throws: `DocumentError.noText` when there is none, `.tooComplex` for a page nested too
    ///   deeply.
    public init(
        page: String, name: String = "the page", source: String? = nil,
        lexicon: PageLexicon = .empty
    ) throws(DocumentError) {
        let tree: HTMLTree
        do {
            tree = try HTMLTree(page: page)
        } catch {
            throw error == .tooComplex ? .tooComplex(name) : .noText(name)
        }
        let outline = PageOutline(tree: tree, lexicon: lexicon)
        let metadata = outline.metadata
        let article = ArticleFinder.article(in: outline)
        let found = article.reduce(0) { $0 + outline.blocks[$1].text.utf8.count }
        // A page that a script would fill has its text in its data only.
        if let body = metadata.body, body.utf8.count > 2 * found {
            let layout = Layout(text: body.trimmingBlanks, lexicon: lexicon)
            self.init(
                layout: layout, date: metadata.date, title: metadata.socialTitle ?? metadata.title,
                source: source ?? metadata.address, mediaType: .html, language: metadata.language,
                lexicon: lexicon)
            return
        }
        guard !article.isEmpty else { throw .noText(name) }
        let layout = Self.layout(of: article, in: outline, lexicon: lexicon)
        let shown = layout.date ?? Self.dateAround(article, in: outline, lexicon: lexicon)
        self.init(
            layout: layout, date: metadata.plainDate ?? shown ?? metadata.date,
            title: metadata.socialTitle ?? layout.headline ?? metadata.title,
            source: source ?? metadata.address, mediaType: .html, language: metadata.language,
            lexicon: lexicon)
    }

    private static func layout(
        of blocks: [Int], in outline: PageOutline, lexicon: PageLexicon
    ) -> Layout {
        BlockSequence(outline.textBlocks(at: blocks)).layout(lexicon: lexicon)
    }

    /// A date shown on the page outside the article: the short blocks from the page's top to the
    /// article's end, and behind it those that say what day they tell, read as a plain text.
    private static func dateAround(
        _ article: [Int], in outline: PageOutline, lexicon: PageLexicon
    ) -> PublicationDate? {
        guard let last = article.last else { return nil }
        let inArticle = Set(article)
        let shown = outline.blocks.indices.filter { index in
            let block = outline.blocks[index]
            let isStamp = block.text.utf8.count <= 80 && block.linkedBytes == 0
            guard index <= last else {
                return isStamp && outline.isContent(index)
                    && FurnitureReader(
                        shape: ParagraphShape(block.text[...]), text: block.text[...],
                        lexicon: lexicon
                    ).isDateLabelled
            }
            return inArticle.contains(index) || isStamp
        }
        let date = layout(of: shown, in: outline, lexicon: lexicon).date
        return date.map { PublicationDate(day: $0.day, origin: .metadata("page")) }
    }
}
