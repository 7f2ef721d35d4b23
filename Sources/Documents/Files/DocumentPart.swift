/// One document of a file that holds several, not yet read: what a reader takes to read it alone.
public struct DocumentPart: Sendable, Hashable {
    /// What it holds.
    public enum Content: Sendable, Hashable {
        /// A file.
        case bytes([UInt8])
        /// A text that needs no reading.
        case text(String)
    }

    /// Where it lies in the file: "reports.zip/june.pdf".
    public var name: String
    /// What it holds.
    public var content: Content
    /// What kind of file it is, where its name or the file around it says so.
    public var mediaType: MediaType?
    /// The day of publication, where the file around it says so.
    public var date: CalendarDate?
    /// Where it comes from, where the file around it says so.
    public var source: String?
    /// Its language, where the file around it says so.
    public var language: String?
}

extension DocumentReader {
    /// Every document in some bytes as a part that can be read apart from the others.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - name: What to call them.
    ///   - mediaType: Their kind; nil to tell it by what they hold.
    ///   - source: The address they came from.
    ///   - each: Is given each part, or why there is none, in the file's order; of a file that is one document, itself.
    /// - Throws: `DocumentError`, when nothing of the bytes can be told apart.
    public func parts(
        of bytes: [UInt8], name: String, mediaType: MediaType? = nil, source: String? = nil,
        each: @escaping (Result<DocumentPart, DocumentError>) -> Void
    ) throws(DocumentError) {
        var reading = FileReading(reader: self, date: nil, source: source)
        reading.keep = { each(.success($0)) }
        try reading.read(bytes, name: name, mediaType: mediaType) { result in
            if case .failure(let error) = result { each(.failure(error)) }
        }
    }
}
