import Testing

@testable import Documents

/// What is read of some bytes: the documents in them, and what could not be read.
struct Reading {
    private(set) var documents: [Document] = []
    private(set) var failures: [DocumentError] = []

    /// Read once: a thousand damaged files are read with it.
    private static let lexicon = Result { try PageLexicon.english() }

    init(_ bytes: [UInt8], name: String = "file", mediaType: MediaType? = nil) throws {
        let reader = DocumentReader(lexicon: try Self.lexicon.get())
        var reading = FileReading(reader: reader, date: nil, source: nil)
        var (documents, failures): ([Document], [DocumentError]) = ([], [])
        do {
            try reading.read(bytes, name: name, mediaType: mediaType) { result in
                switch result {
                case .success(let document): documents.append(document)
                case .failure(let error): failures.append(error)
                }
            }
        } catch {
            failures.append(error)
        }
        self.documents = documents
        self.failures = failures
    }

    /// The only document, and nothing that failed.
    func only() throws -> Document {
        #expect(failures.isEmpty, "\(failures)")
        #expect(documents.count == 1)
        return try #require(documents.first)
    }
}
