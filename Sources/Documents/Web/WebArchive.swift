/// The records of an archive of the web (WARC, ISO 28500), one after another.
struct WebArchive: Sequence, IteratorProtocol {
    /// The answer of a server, as it came.
    struct Record {
        /// The address that was asked for.
        let address: String
        /// The page in it; nil where it is no page that was found.
        let page: [UInt8]?
    }

    private let bytes: ArraySlice<UInt8>
    /// Where the next record begins.
    private(set) var index: Int

    /// The records of some bytes, unpacked.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// The next answer of a server; other records are passed over, and what is cut short ends the archive.
    mutating func next() -> Record? {
        while index < bytes.endIndex {
            // Records end with two empty lines.
            while index < bytes.endIndex, bytes[index] == 0x0D || bytes[index] == 0x0A {
                index += 1
            }
            guard bytes[index...].starts(with: Array("WARC/".utf8)),
                let version = bytes[index...].firstIndex(of: 0x0A)
            else { return nil }
            let headers = MIMEHeaders(bytes[(version + 1)...])
            guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
                return nil
            }
            let end = Swift.min(headers.end + Swift.min(length, bytes.count), bytes.endIndex)
            let content = bytes[headers.end..<end]
            index = end
            guard headers["warc-type"] == "response" || headers["warc-type"] == "resource",
                let address = headers["warc-target-uri"]
            else { continue }
            return Record(
                address: address.filter { $0 != "<" && $0 != ">" },
                page: headers["warc-type"] == "resource" ? Array(content) : Self.page(in: content))
        }
        return nil
    }

    /// The length of the record that begins some bytes, its header included, if that much is there; nil while its
    /// header is not whole.
    ///
    /// - Throws: `NotAnArchive` for bytes that begin no record.
    static func length(ofRecordIn bytes: ArraySlice<UInt8>) throws(NotAnArchive) -> Int? {
        let start = bytes.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? bytes.endIndex
        guard bytes.endIndex - start > 8 else { return nil }
        guard bytes[start...].starts(with: Array("WARC/".utf8)) else { throw NotAnArchive() }
        guard bytes[start...].prefix(1 << 16).contains(Array("\r\n\r\n".utf8)),
            let version = bytes[start...].firstIndex(of: 0x0A)
        else {
            if bytes.endIndex - start > 1 << 16 { throw NotAnArchive() }
            return nil
        }
        let headers = MIMEHeaders(bytes[(version + 1)...])
        guard let length = headers["content-length"].flatMap({ Int($0) }),
            (0...1 << 40).contains(length)
        else { throw NotAnArchive() }
        return headers.end - bytes.startIndex + length
    }

    /// Bytes that begin no record.
    struct NotAnArchive: Error {}

    /// The body of an answer of HTTP that succeeded with a page or a text.
    private static func page(in answer: ArraySlice<UInt8>) -> [UInt8]? {
        guard let feed = answer.firstIndex(of: 0x0A) else { return nil }
        let status = String(decoding: answer[..<feed], as: UTF8.self).split(separator: " ")
        let headers = MIMEHeaders(answer[(feed + 1)...])
        let type = headers.parameters(of: "content-type").value
        guard status.count > 1, status[1] == "200",
            type.isEmpty || type == "text/html" || type == "application/xhtml+xml"
        else { return nil }
        var body = answer[headers.end...]
        if headers["transfer-encoding"]?.lowercased() == "chunked" {
            body = HTTPChunks.joined(body)[...]
        }
        return Array(body)
    }
}

/// A body of HTTP that was sent in chunks, each behind its length.
enum HTTPChunks {
    /// The chunks without their lengths; a body that is none stays as it is.
    static func joined(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = body.startIndex
        while let feed = body[index...].firstIndex(of: 0x0A) {
            let line = String(decoding: body[index..<feed], as: UTF8.self)
            let digits = line.prefix { $0.isHexDigit }
            guard let length = Int(digits, radix: 16) else {
                return result.isEmpty ? Array(body) : result
            }
            if length == 0 { break }
            let end = min(feed + 1 + min(length, body.count), body.endIndex)
            result += body[(feed + 1)..<end]
            index = end
            while index < body.endIndex, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
        }
        return result
    }
}
