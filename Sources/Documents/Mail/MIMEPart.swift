internal import Foundation

/// A mail, or a part of one: its header and what lies below it.
struct MIMEPart {
    /// How deep parts may lie in one another, and how many one may have.
    private static let deepest = 30
    private static let mostParts = 2_000

    let headers: MIMEHeaders
    /// "text/html", in small letters; plain text where nothing is said.
    let type: String
    let parameters: [String: String]
    private let body: ArraySlice<UInt8>
    private let depth: Int

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        headers = MIMEHeaders(bytes)
        let (value, parameters) = headers.parameters(of: "content-type")
        type = value.isEmpty ? "text/plain" : value
        self.parameters = parameters
        body = bytes[headers.end...]
        self.depth = depth
    }

    /// What is inside, without its transfer encoding.
    var content: [UInt8] {
        switch headers["content-transfer-encoding"]?.lowercased() {
        case "base64":
            Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init) ?? []
        case "quoted-printable": QuotedPrintable.decoded(body)
        default: Array(body)
        }
    }

    /// The name of the file this is, where it has one; folders in it are left out.
    var fileName: String? {
        let name =
            headers.parameters(of: "content-disposition").parameters["filename"]
            ?? parameters["name"]
        return name.flatMap { $0.split { $0 == "/" || $0 == "\\" }.last }.map(String.init)
    }

    /// Whether it says it is an attachment.
    var isAttachment: Bool {
        headers.parameters(of: "content-disposition").value == "attachment"
    }

    /// The parts between the boundaries of a multipart; none of anything else, or too deep.
    var parts: [MIMEPart] {
        guard type.hasPrefix("multipart/"), depth < Self.deepest,
            let boundary = parameters["boundary"],
            !boundary.isEmpty
        else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MIMEPart] = []
        var start: Int?
        var index = body.startIndex
        while index < body.endIndex, parts.count < Self.mostParts {
            let feed = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[index..<feed].starts(with: mark) {
                if let start {
                    parts.append(MIMEPart(body[start..<max(start, index)], depth: depth + 1))
                }
                start = min(feed + 1, body.endIndex)
                if body[index..<feed].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) {
                    start = nil
                    break
                }
            }
            index = min(feed + 1, body.endIndex)
        }
        // A mail cut short still has its last part.
        if let start, start < body.endIndex, parts.count < Self.mostParts {
            parts.append(MIMEPart(body[start...], depth: depth + 1))
        }
        return parts
    }
}
