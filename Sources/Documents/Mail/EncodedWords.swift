internal import Foundation

/// Words of a header in another character set: "=?utf-8?Q?M=C3=A4rz?=" (RFC 2047).
enum EncodedWords {
    /// The text with its encoded words decoded; blanks between two of them are none.
    static func decoded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        var wasEncoded = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            guard let (word, end) = word(in: rest, at: open.upperBound) else {
                result += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                wasEncoded = false
                continue
            }
            if !(wasEncoded && before.allSatisfy(\.isWhitespace)) { result += before }
            result += word
            rest = rest[end...]
            wasEncoded = true
        }
        return result + rest
    }

    private static func word(
        in text: Substring, at start: Substring.Index
    ) -> (String, Substring.Index)? {
        let parts = text[start...].prefix(400).split(
            separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == "=", parts[1].count == 1 else { return nil }
        // A language may stand behind the set: "utf-8*en".
        let charset = parts[0].prefix { $0 != "*" }.lowercased()
        let bytes: [UInt8]
        switch parts[1].lowercased() {
        case "b":
            guard
                let data = Data(base64Encoded: String(parts[2]), options: .ignoreUnknownCharacters)
            else { return nil }
            bytes = Array(data)
        case "q":
            bytes = QuotedPrintable.decoded(parts[2].utf8.map { $0 == 0x5F ? 0x20 : $0 })
        default: return nil
        }
        let text =
            (try? TextDecoder(name: "header").text(from: bytes, isPage: false, declared: charset))
            ?? HeaderText.text(of: bytes)
        return (text, parts[3].index(after: parts[3].startIndex))
    }
}
