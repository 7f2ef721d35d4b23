/// The header of a mail or of one of its parts (RFC 5322, RFC 2045).
struct MIMEHeaders {
    /// The most bytes of a header; more is no mail's.
    private static let longest = 1 << 20

    private var fields: [String: String] = [:]
    /// Where the body begins.
    let end: Int

    /// Reads the lines up to the first empty one; of a field written twice the first counts.
    init(_ bytes: ArraySlice<UInt8>) {
        var name = ""
        var value: [UInt8] = []
        var fields: [String: String] = [:]
        func finish() {
            if !name.isEmpty, fields[name] == nil {
                fields[name] = EncodedWords.decoded(HeaderText.text(of: value))
            }
        }
        var index = bytes.startIndex
        let stop = min(bytes.endIndex, bytes.startIndex + Self.longest)
        while index < stop {
            let feed = bytes[index..<stop].firstIndex(of: 0x0A) ?? stop
            var line = bytes[index..<feed]
            if line.last == 0x0D { line.removeLast() }
            index = min(feed + 1, stop)
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09 {
                value += line
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                finish()
                name = String(decoding: line[..<colon], as: UTF8.self).lowercased().trimmingBlanks
                value = Array(line[(colon + 1)...])
            }
        }
        finish()
        self.fields = fields
        end = index
    }

    /// The value of a field by its name in small letters, without blanks around it.
    subscript(_ name: String) -> String? { fields[name]?.trimmingBlanks }

    /// A field's first word in small letters and its parameters: "text/html; charset=utf-8".
    func parameters(of name: String) -> (value: String, parameters: [String: String]) {
        var pieces: [String] = [""]
        var isQuoted = false
        for character in self[name] ?? "" {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let key = piece[..<equals].lowercased().trimmingBlanks
            let value = String(piece[piece.index(after: equals)...]).trimmingBlanks
            // "filename*=utf-8''M%C3%A4rz.pdf" (RFC 2231), cut in pieces or not.
            let plain = key.prefix { $0 != "*" }
            let isEncoded = key.hasSuffix("*")
            let decoded =
                isEncoded
                ? String(value.split(separator: "'").last ?? "").removingPercentEscapes : value
            parameters[String(plain), default: ""] += decoded
        }
        return (pieces[0].lowercased().trimmingBlanks, parameters)
    }
}

/// Bytes of a header as text: UTF-8, else windows-1252, which takes any byte.
enum HeaderText {
    static func text(of bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(decoding: StrayBytes.repaired(bytes), as: UTF8.self)
    }
}
