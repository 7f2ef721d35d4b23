extension Document {
    /// A document from a plain text, which is taken unchanged, but for marks beyond the thirtieth on one letter.
    ///
    /// - Parameters:
    ///   - text: The text; all offsets count in it, a byte order mark included.
    ///   - date: The day it was published; nil to look for it in the text.
    ///   - source: The address it came from.
    ///   - language: Its language (BCP 47), where the caller knows it.
    ///   - lexicon: The words by which furniture, captions, datelines and dates are known; without
    ///     them only the shape of the text counts.
    public init(
        text: String, date: CalendarDate? = nil, source: String? = nil, language: String? = nil,
        lexicon: PageLexicon = .empty
    ) {
        self.init(
            layout: Layout(text: text, lexicon: lexicon),
            date: date.map { PublicationDate(day: $0) },
            title: nil, source: source, mediaType: .plainText, language: language, lexicon: lexicon)
    }

    /// The same document, published on a day the caller gives.
    public func published(on day: CalendarDate) -> Document {
        published(PublicationDate(day: day))
    }

    /// The same document with another date.
    func published(_ date: PublicationDate) -> Document {
        var document = self
        document.date = date
        return document
    }

    /// A document from the blocks of a file.
    ///
    /// - Throws: `DocumentError.empty` when no block holds text.
    init(
        blocks: [TextBlock], name: String, date: PublicationDate?, title: String?, source: String?,
        mediaType: MediaType, language: String? = nil, lexicon: PageLexicon
    ) throws(DocumentError) {
        let sequence = BlockSequence(blocks)
        guard !sequence.text.isEmpty else { throw .empty(name) }
        self.init(
            layout: sequence.layout(lexicon: lexicon), date: date, title: title, source: source,
            mediaType: mediaType, language: language, lexicon: lexicon)
        marks = sequence.marks
    }

    /// A document from a text whose layout is known; what is not given is taken from the layout.
    init(
        layout: Layout, date: PublicationDate?, title: String?, source: String?,
        mediaType: MediaType, language: String?, lexicon: PageLexicon
    ) {
        // What is declared is often that of a template: "en" on a page in Russian. A dialect is kept.
        let found = lexicon.languages.language(of: layout.text)
        let isSame = found.map { language?.lowercased().hasPrefix($0) ?? false } ?? true
        let main = isSame ? language : found
        self.init(
            text: layout.text,
            paragraphs: layout.paragraphs.inLanguages(
                of: layout.text, besides: main, by: lexicon.languages),
            datelines: layout.datelines, date: date ?? layout.date,
            title: title ?? layout.headline, source: source, mediaType: mediaType,
            language: main)
    }
}
