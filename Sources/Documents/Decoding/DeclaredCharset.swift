/// The character set a page declares in its first bytes, if it does.
///
/// A scan for `<meta charset=...>`, `<meta http-equiv content="...; charset=...">` and
/// `<?xml encoding="..."?>`, as browsers make it before they parse.
enum DeclaredCharset {
    /// Browsers look at the first 1,024 bytes; pages exist that need more.
    private static let reach = 8_192

    static func find(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(reach), as: UTF8.self).lowercased()
        var rest = head[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[open...]
            let tag = rest.prefix { $0 != ">" }
            if tag.hasPrefix("<meta"), let name = value(of: "charset", in: tag) { return name }
            if tag.hasPrefix("<?xml"), let name = value(of: "encoding", in: tag) { return name }
            rest = rest.dropFirst()
        }
        return nil
    }

    private static func value(of key: String, in tag: Substring) -> String? {
        guard let range = tag.firstRange(of: key) else { return nil }
        var rest = tag[range.upperBound...].drop(while: \.isWhitespace)
        guard rest.first == "=" else { return nil }
        rest = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        let name = rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
        return name.isEmpty ? nil : String(name)
    }

    /// The name by which the system's converter knows what browsers read under a declared name
    /// (WHATWG Encoding Standard, "Names and labels": Latin-1 is read as windows-1252, and so on).
    static func converterName(of declared: String) -> String {
        switch declared {
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii": "WINDOWS-1252"
        case "iso-8859-9", "latin5": "WINDOWS-1254"
        case "gb2312", "gbk", "x-gbk": "GB18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis": "CP932"
        case "euc-kr", "ks_c_5601-1987": "CP949"
        case "iso-8859-8-i": "ISO-8859-8"
        default: declared.uppercased()
        }
    }
}
