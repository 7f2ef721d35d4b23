public import Foundation

/// Reads documents from files, from standard input and from bytes.
public struct DocumentReader: Sendable {
    /// The most bytes a document may have unless told otherwise: 20 MB, some 3,000 pages of print.
    ///
    /// Reading takes about ten times a page's size in memory, for the tree of its elements.
    public static let defaultLimit = 20_000_000

    /// The words by which furniture, captions, datelines and dates are known.
    public let lexicon: PageLexicon
    /// The most bytes a document may have.
    public let limit: Int

    /// A reader with a lexicon and a limit in bytes.
    public init(lexicon: PageLexicon = .empty, limit: Int = defaultLimit) {
        self.lexicon = lexicon
        self.limit = limit
    }

    /// The document in a file; its kind is told by the file's name and its first bytes.
    ///
    /// - Throws: `DocumentError`, for no such file, a folder, an empty or too large file, or one
    ///   that is no text.
    public func document(
        at file: URL, date: CalendarDate? = nil, source: String? = nil
    ) throws(DocumentError) -> Document {
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
        return try document(
            from: bytes, name: name, mediaType: MediaType(fileExtension: file.pathExtension),
            date: date, source: source)
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
    ///   - mediaType: Their kind; nil to tell it by the first bytes.
    ///   - date: The day of publication; nil to look for it.
    ///   - source: The address they came from.
    /// - Returns: The document, of a page the article found in it.
    /// - Throws: `DocumentError`, when there are too many, or none, or they are no text.
    public func document(
        from bytes: [UInt8], name: String = "input", mediaType: MediaType? = nil,
        date: CalendarDate? = nil, source: String? = nil
    ) throws(DocumentError) -> Document {
        guard bytes.count <= limit else { throw .tooLarge(name, limit: limit) }
        guard !bytes.isEmpty else { throw .empty(name) }
        let mayBePage = mediaType != .markdown
        let isPage = mediaType == .html || mayBePage && Self.looksLikePage(bytes)
        let text = try TextDecoder(name: name).text(from: bytes, isPage: isPage)
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(name) }
        if isPage || mayBePage && Self.looksLikePage(Array(text.utf8.prefix(2_048))) {
            let page = try Document(page: text, name: name, source: source, lexicon: lexicon)
            return date.map(page.published) ?? page
        }
        return Document(
            layout: Layout(text: text, lexicon: lexicon),
            date: date.map { PublicationDate(day: $0) }, title: nil, source: source,
            mediaType: mediaType ?? .plainText, language: nil)
    }

    /// Everything on a handle, but no more than one byte over the limit.
    private func bytes(from handle: FileHandle, name: String) throws(DocumentError) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while bytes.count <= limit, let chunk = try handle.read(upToCount: 1 << 20),
                !chunk.isEmpty
            {
                bytes += chunk
            }
        } catch {
            throw .unreadable(name, reason: "read error")
        }
        guard bytes.count <= limit else { throw .tooLarge(name, limit: limit) }
        return bytes
    }

    /// Whether bytes begin like a web page, after blanks, a mark, comments and declarations.
    private static func looksLikePage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        var rest = head[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        while rest.hasPrefix("<!--") || rest.hasPrefix("<?xml") {
            let end = rest.hasPrefix("<?") ? "?>" : "-->"
            guard let close = rest.firstRange(of: end) else { return false }
            rest = rest[close.upperBound...].drop(while: \.isWhitespace)
        }
        return ["<!doctype html", "<html", "<head", "<body"].contains { rest.hasPrefix($0) }
    }
}
