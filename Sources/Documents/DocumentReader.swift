public import Foundation

/// Reads documents from files, from standard input and from bytes.
public struct DocumentReader: Sendable {
    /// The most bytes a document may have unless told otherwise: 20 MB, some 3,000 pages of print.
    ///
    /// Reading takes about ten times a page's size in memory, for the tree of its elements.
    public static let defaultLimit = 20_000_000

    /// The most bytes of a printed document, an archive or a mailbox: 200 MB.
    public static let packedLimit = 200_000_000

    /// The words by which furniture, captions, datelines and dates are known.
    public let lexicon: PageLexicon
    /// The most bytes a document may have.
    public let limit: Int

    /// The names of the columns of tables; those of the lexicon unless told otherwise.
    public var columns: ColumnNames

    /// A reader with a lexicon and a limit in bytes.
    public init(lexicon: PageLexicon = .empty, limit: Int = defaultLimit) {
        self.lexicon = lexicon
        columns = lexicon.columns
        self.limit = limit
    }

    /// The document in a file; its format is told by what it holds.
    ///
    /// - Returns: The document; of a file that holds several, the first.
    /// - Throws: `DocumentError`, for no such file, a folder, an empty or too large file, or one
    ///   that is no text.
    public func document(
        at file: URL, date: CalendarDate? = nil, source: String? = nil
    ) throws(DocumentError) -> Document {
        try first { (read) throws(DocumentError) in
            try self.read(file, date: date, source: source, each: read)
        }
    }

    /// The document on an open file, for example standard input, read to its end.
    public func document(
        from handle: FileHandle, name: String = "standard input", date: CalendarDate? = nil,
        source: String? = nil
    ) throws(DocumentError) -> Document {
        try document(
            from: bytes(from: handle, name: name), name: name, date: date, source: source)
    }

    /// The document in some bytes.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, in any encoding that is declared or can be told.
    ///   - name: What to call them in an error.
    ///   - mediaType: Their kind; nil to tell it by what they hold.
    ///   - date: The day of publication; nil to look for it.
    ///   - source: The address they came from.
    /// - Returns: The document, of a page the article found in it; of several the first.
    /// - Throws: `DocumentError`, when there are too many, or none, or they are no text.
    public func document(
        from bytes: [UInt8], name: String = "input", mediaType: MediaType? = nil,
        date: CalendarDate? = nil, source: String? = nil
    ) throws(DocumentError) -> Document {
        try first { (read) throws(DocumentError) in
            var reading = FileReading(reader: self, date: date, source: source)
            try reading.read(bytes, name: name, mediaType: mediaType, each: read)
        }
    }

    /// Every document in a file: one, or those of an archive, a mailbox, a mail with its attachments, lines
    /// of JSON.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - date: The day of publication of all; nil to look for each.
    ///   - source: The address they came from.
    ///   - each: Is given each document, or why it could not be read, in the file's order.
    /// - Throws: `DocumentError`, when nothing of the file could be read.
    public func read(
        _ file: URL, date: CalendarDate? = nil, source: String? = nil,
        each: (Result<Document, DocumentError>) -> Void
    ) throws(DocumentError) {
        // The path as given is what the user knows the file by.
        let name = file.relativePath
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory) else {
            throw .noSuchFile(name)
        }
        guard !isDirectory.boolValue else { throw .isDirectory(name) }
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: file)
        } catch {
            throw .unreadable(name, reason: "permission denied")
        }
        defer { try? handle.close() }
        let bytes = try bytes(from: handle, name: name)
        var reading = FileReading(reader: self, date: date, source: source)
        try reading.read(
            bytes, name: name, mediaType: MediaType(fileExtension: file.pathExtension), each: each)
    }

    /// Every document on an open file, for example standard input, read to its end.
    ///
    /// - Throws: as `read(_:date:source:each:)` does.
    public func read(
        from handle: FileHandle, name: String = "standard input", date: CalendarDate? = nil,
        source: String? = nil, each: (Result<Document, DocumentError>) -> Void
    ) throws(DocumentError) {
        var reading = FileReading(reader: self, date: date, source: source)
        try reading.read(bytes(from: handle, name: name), name: name, mediaType: nil, each: each)
    }

    /// The first document that a reading gives.
    private func first(
        _ read: ((Result<Document, DocumentError>) -> Void) throws(DocumentError) -> Void
    ) throws(DocumentError) -> Document {
        var found: Document?
        var failure: DocumentError?
        try read { result in
            switch result {
            case .success(let document): found = found ?? document
            case .failure(let error): failure = failure ?? error
            }
        }
        guard let found else { throw failure ?? .noText("input") }
        return found
    }

    /// Everything on a handle, but no more than one byte over what any format may have.
    private func bytes(from handle: FileHandle, name: String) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        let most = max(limit, Self.packedLimit)
        do {
            while bytes.count <= most, let chunk = try handle.read(upToCount: 1 << 20),
                !chunk.isEmpty
            {
                bytes += chunk
            }
        } catch {
            throw .unreadable(name, reason: "read error")
        }
        guard bytes.count <= most else { throw .tooLarge(name, limit: most) }
        return bytes
    }
}
