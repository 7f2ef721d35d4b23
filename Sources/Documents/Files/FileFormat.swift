/// The format of a file, found by what it holds; its name counts only where the content leaves it open.
enum FileFormat: Hashable {
    case text, markdown, page
    case pdf, word, workbook, openDocument, book
    case mail, mailbox
    case table(MediaType)
    case jsonLines
    /// ZIP or tar, with any files inside.
    case archive
    /// One file in gzip.
    case gzip
    /// An archive of the web (ISO 28500).
    case webArchive
    /// A format that is not read, by its name.
    case foreign(String)
    /// Office's form of before 2007, which locked files of today have too, and RTF.
    case oldOffice(OldOffice)

    /// The format of some bytes, with the type the caller or the name says they have.
    init(of bytes: [UInt8], mediaType: MediaType?, lexicon: PageLexicon) {
        if let known = Self.signed(bytes) {
            self = known
        } else if mediaType == .mail || mediaType == .savedPage
            || MailShape.isMail(bytes[...], needsProof: true)
        {
            self = .mail
        } else if Mailbox.isMailbox(bytes) {
            self = .mailbox
        } else if mediaType == .markdown {
            self = .markdown
        } else if mediaType == .html || PageShape.isPage(bytes) {
            self = .page
        } else if mediaType == .csv || mediaType == .tsv {
            self = .table(mediaType ?? .csv)
        } else if JSONDocuments.areIn(bytes) {
            self = .jsonLines
        } else if let table = TableShape.mediaType(of: bytes, columns: lexicon.columns) {
            self = .table(table)
        } else {
            self = .text
        }
    }

    /// Whether it is larger than the text it holds.
    var isPacked: Bool {
        switch self {
        case .text, .markdown, .page, .table, .jsonLines: false
        default: true
        }
    }

    /// Formats that begin with bytes of their own.
    private static func signed(_ bytes: [UInt8]) -> FileFormat? {
        let head = bytes.prefix(1_024)
        if head.contains(Array("%PDF-".utf8)) { return .pdf }
        if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            return packed(bytes)
        }
        if head.starts(with: Array("WARC/".utf8)) { return .webArchive }
        if head.starts(with: [0x1F, 0x8B]) { return .gzip }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .oldOffice(OldOffice(compound: bytes))
        }
        if head.starts(with: Array("{\\rtf".utf8)) { return .oldOffice(.rich) }
        if head.count > 262, Array(head)[257..<262].elementsEqual("ustar".utf8) { return .archive }
        let foreign: [(name: String, bytes: [UInt8])] = [
            ("PNG", [0x89, 0x50, 0x4E, 0x47]),
            ("JPEG", [0xFF, 0xD8, 0xFF]), ("GIF", Array("GIF8".utf8)),
            ("TIFF", [0x49, 0x49, 0x2A, 0]), ("TIFF", [0x4D, 0x4D, 0, 0x2A]),
            ("SQLite", Array("SQLite format 3".utf8)), ("7z", [0x37, 0x7A, 0xBC, 0xAF]),
            ("RAR", Array("Rar!".utf8)), ("bzip2", Array("BZh".utf8)),
            ("xz", [0xFD, 0x37, 0x7A, 0x58]),
            ("Parquet", Array("PAR1".utf8)), ("DjVu", Array("AT&TFORM".utf8)),
        ]
        return foreign.first { head.starts(with: $0.bytes) }.map { .foreign($0.name) }
    }

    /// What a ZIP is, by the names at the head of its files' entries.
    private static func packed(_ bytes: [UInt8]) -> FileFormat {
        if bytes.contains(Array("word/document.xml".utf8)) { return .word }
        if bytes.contains(Array("xl/workbook.xml".utf8)) { return .workbook }
        // These two write what they are, unpacked, into their first entry.
        let head = bytes.prefix(200)
        if head.contains(Array("application/epub+zip".utf8)) { return .book }
        if head.contains(Array("application/vnd.oasis.opendocument.text".utf8)) {
            return .openDocument
        }
        if bytes.contains(Array("ppt/presentation.xml".utf8)) { return .foreign("PowerPoint") }
        if head.contains(Array("application/vnd.oasis.opendocument".utf8)) {
            return .foreign("OpenDocument table or slides")
        }
        return .archive
    }
}
