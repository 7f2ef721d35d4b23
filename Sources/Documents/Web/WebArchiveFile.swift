/// The pages of an archive of the web on disk, in gzip or not, of which one record is held at a time.
public struct WebArchiveFile {
    /// A page and its address.
    public struct Page: Sendable {
        /// The address it came from.
        public let address: String
        /// The page, as it came.
        public let bytes: [UInt8]
    }

    /// The most bytes of a record; larger ones are passed over.
    private static let longest = 50_000_000

    private let name: String
    private let archive: Archive
    private var buffer: [UInt8] = []
    private var position = 0
    /// Bytes of a record too large to hold that are still to be passed over.
    private var skipping = 0
    private var isAtEnd = false

    /// Opens a file.
    ///
    /// - Throws: `DocumentError.damaged`, when it cannot be opened as such.
    public init(path: String) throws(DocumentError) {
        name = path
        do throws(Archive.Failure) {
            archive = try Archive(path: path)
            _ = try archive.next()
        } catch {
            throw error.documentError(path, format: "WARC")
        }
    }

    /// The next page, or nil at the end.
    ///
    /// - Throws: `DocumentError.damaged`, where the file is cut short or does not follow its format.
    public mutating func next() throws(DocumentError) -> Page? {
        while true {
            guard let record = try nextRecord() else { return nil }
            var records = WebArchive(record)
            if let found = records.next(), let page = found.page, !page.isEmpty {
                return Page(address: found.address, bytes: page)
            }
        }
    }

    private mutating func nextRecord() throws(DocumentError) -> ArraySlice<UInt8>? {
        while true {
            if skipping > 0 {
                let count = min(skipping, buffer.count - position)
                position += count
                skipping -= count
            } else if let length = try length() {
                if buffer.count - position >= length {
                    defer { position += length }
                    return buffer[position..<position + length]
                }
                if length > Self.longest { skipping = length }
            }
            guard !isAtEnd else { return nil }
            try fill()
        }
    }

    private func length() throws(DocumentError) -> Int? {
        do throws(WebArchive.NotAnArchive) {
            return try WebArchive.length(ofRecordIn: buffer[position...])
        } catch {
            throw .damaged(name, format: "WARC", reason: "no record where one should begin")
        }
    }

    private mutating func fill() throws(DocumentError) {
        buffer.removeFirst(position)
        position = 0
        do throws(Archive.Failure) {
            if let piece = try archive.piece() { buffer += piece } else { isAtEnd = true }
        } catch {
            throw error.documentError(name, format: "WARC")
        }
    }
}
