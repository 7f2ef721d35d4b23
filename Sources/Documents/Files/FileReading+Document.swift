/// Files that are one document.
extension FileReading {
    mutating func document(
        _ bytes: [UInt8], as format: FileFormat, name: String, mediaType: MediaType?
    ) throws(DocumentError) -> Document {
        switch format {
        case .page: return try page(text(bytes, name: name, isPage: true), name: name)
        case .pdf:
            let pdf = try PDFText(bytes, name: name, limit: reader.limit)
            return try Document(
                blocks: PrintedText(pages: pdf.pages).blocks, name: name, date: pdf.date,
                title: nil, source: source, mediaType: .pdf, lexicon: lexicon)
        case .word:
            let parts = try PackedParts(
                bytes, name: name, format: "Word", budget: &budget, WordDocument.isWanted)
            let word = try WordDocument(parts, name: name)
            return try document(word.blocks, word.properties, .docx, name: name)
        case .openDocument:
            let parts = try PackedParts(
                bytes, name: name, format: "OpenDocument", budget: &budget, OpenDocument.isWanted)
            let text = try OpenDocument(parts, name: name)
            return try document(text.blocks, text.properties, .openDocument, name: name)
        case .book:
            let parts = try PackedParts(
                bytes, name: name, format: "EPUB", budget: &budget, Book.isWanted)
            let book = try Book(parts, name: name, lexicon: lexicon)
            return try document(book.blocks, book.properties, .epub, name: name)
        case .workbook:
            let parts = try PackedParts(
                bytes, name: name, format: "Excel", budget: &budget, Workbook.isWanted)
            let book = try Workbook(parts, name: name)
            let rows = book.sheets.joined().map { (line: $0.number, cells: $0.cells) }
            return try table(Array(rows), .xlsx, name: name)
        case .table(let type):
            let text = try text(bytes, name: name, isPage: false)
            let separator = type == .tsv ? "\t" : TableShape.separator(of: text)
            return try table(
                TableShape.rows(of: text, separator: separator), type, name: name)
        case .foreign(let format): throw .foreignFormat(name, format: format)
        case .oldOffice(let kind): return try converted(bytes, of: kind, name: name)
        default:
            let text = try text(bytes, name: name, isPage: false)
            guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
            // In UTF-16 or behind a mark a page shows only now.
            if format == .text, PageShape.isPage(text.utf8.prefix(4_096)) {
                return try page(text, name: name)
            }
            if format == .markdown {
                return try Document(
                    markdown: text, name: name, source: source, lexicon: lexicon)
            }
            return Document(
                layout: Layout(text: text, lexicon: lexicon), date: nil, title: nil,
                source: source, mediaType: .plainText, language: nil, lexicon: lexicon)
        }
    }

    /// A file that LibreOffice turns into one that is read.
    private mutating func converted(
        _ bytes: [UInt8], of kind: OldOffice, name: String
    ) throws(DocumentError) -> Document {
        if kind == .locked { throw .encrypted(name, format: kind.rawValue) }
        guard let target = kind.target else {
            throw .foreignFormat(name, format: kind.rawValue)
        }
        let made = try ConvertedOffice(
            bytes, of: kind, to: target, name: name, limit: reader.limit)
        var document = try document(
            made.bytes, as: kind == .workbook ? .workbook : .word, name: name, mediaType: nil)
        document.mediaType = kind.mediaType
        return document
    }

    private func text(
        _ bytes: [UInt8], name: String, isPage: Bool
    ) throws(DocumentError) -> String {
        let text = try TextDecoder(name: name).text(from: bytes, isPage: isPage)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        return text
    }

    private func page(_ text: String, name: String) throws(DocumentError) -> Document {
        try Document(page: text, name: name, source: source, lexicon: lexicon)
    }

    private func document(
        _ blocks: [TextBlock], _ properties: OfficeProperties, _ type: MediaType, name: String
    ) throws(DocumentError) -> Document {
        // What stands in the text is the text's own day; the file's may be that of a template.
        let document = try Document(
            blocks: blocks, name: name, date: nil, title: properties.title, source: source,
            mediaType: type, language: properties.language, lexicon: lexicon)
        guard document.date == nil, let known = properties.date else { return document }
        return document.published(known)
    }

    private func table(
        _ rows: [(line: Int, cells: [String])], _ type: MediaType, name: String
    ) throws(DocumentError) -> Document {
        let table = ShipmentTable(rows: rows, columns: reader.columns, lexicon: lexicon)
        var document = try Document(
            blocks: table.blocks, name: name, date: nil, title: nil, source: source,
            mediaType: type, lexicon: lexicon)
        document.shipments = table.shipments
        return document
    }
}
