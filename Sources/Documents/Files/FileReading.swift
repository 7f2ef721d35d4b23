/// Reads one file the user gave, with all that is packed inside it.
struct FileReading {
    typealias Each = (Result<Document, DocumentError>) -> Void

    let reader: DocumentReader
    /// What holds of every document inside.
    let date: CalendarDate?
    let source: String?
    var budget = UnpackingBudget()
    var depth = 0
    /// Takes documents as they are, in the place of reading them.
    var keep: ((DocumentPart) -> Void)?

    init(reader: DocumentReader, date: CalendarDate?, source: String?) {
        self.reader = reader
        self.date = date
        self.source = source
    }

    var lexicon: PageLexicon { reader.lexicon }

    /// Gives each document in some bytes.
    ///
    /// - Throws: `DocumentError`, when nothing of them could be read.
    mutating func read(
        _ bytes: [UInt8], name: String, mediaType: MediaType?, each: Each
    ) throws(DocumentError) {
        guard !bytes.isEmpty else { throw .empty(name) }
        let format = FileFormat(of: bytes, mediaType: mediaType, lexicon: lexicon)
        guard bytes.count <= (format.isPacked ? DocumentReader.packedLimit : reader.limit) else {
            throw .tooLarge(
                name, limit: format.isPacked ? DocumentReader.packedLimit : reader.limit)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= UnpackingBudget.deepest else { throw .tooComplex(name) }
        switch format {
        case .archive: try readArchive(bytes, name: name, each: each)
        case .gzip: try readUnpacked(bytes, name: name, mediaType: mediaType, each: each)
        case .mail: try readMail(bytes, name: name, each: each)
        case .mailbox: readMailbox(bytes, name: name, each: each)
        case .jsonLines: readJSON(bytes, name: name, each: each)
        case .webArchive: try readWebArchive(bytes, name: name, each: each)
        default:
            if let keep {
                return keep(part(bytes, name: name, mediaType: mediaType))
            }
            give(try document(bytes, as: format, name: name, mediaType: mediaType), name, each)
        }
    }

    /// A document that is to be read apart.
    func part(_ bytes: [UInt8], name: String, mediaType: MediaType?) -> DocumentPart {
        DocumentPart(name: name, content: .bytes(bytes), mediaType: mediaType, source: source)
    }

    /// Hands a document on with what is known of all.
    func give(_ document: Document, _ name: String, _ each: Each) {
        var document = date.map(document.published) ?? document
        document.file = name
        each(.success(document))
    }

    /// Reads one file among several: what is wrong with it is told and stops no other.
    mutating func readInside(
        _ bytes: [UInt8], name: String, mediaType: MediaType?, each: Each
    ) {
        do throws(DocumentError) {
            try read(bytes, name: name, mediaType: mediaType, each: each)
        } catch {
            each(.failure(error))
        }
    }
}
