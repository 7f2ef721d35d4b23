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
        case "gb2312", "gbk", "x-gbk", "chinese", "csgb2312", "gb_2312", "gb_2312-80", "iso-ir-58": "GB18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis": "CP932"
        case "euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean", "iso-ir-149", "windows-949", "cseuckr", "csksc56011987", "uhc": "CP949"
        case "iso-8859-8-i", "iso-8859-8-e", "csiso88598e", "csiso88598i", "logical", "visual":
            "ISO-8859-8"
        case "x-cp1250": "WINDOWS-1250"
        case "x-cp1251": "WINDOWS-1251"
        case "x-cp1252": "WINDOWS-1252"
        case "x-cp1253": "WINDOWS-1253"
        case "x-cp1254": "WINDOWS-1254"
        case "x-cp1255": "WINDOWS-1255"
        case "x-cp1256": "WINDOWS-1256"
        case "x-cp1257": "WINDOWS-1257"
        case "x-cp1258": "WINDOWS-1258"
        case "x-mac-cyrillic", "x-mac-ukrainian", "mac-cyrillic": "MACCYRILLIC"
        case "x-mac-roman", "mac": "MACINTOSH"
        case "dos-874", "windows-874", "tis-620", "iso-8859-11": "CP874"
        case "big5-hkscs", "x-x-big5", "cn-big5": "BIG5-HKSCS"
        case "x-euc-jp": "EUC-JP"
        case "unicode-1-1-utf-8", "utf8": "UTF-8"
        case "koi", "koi8": "KOI8-R"
        case "sun_eu_greek": "ISO-8859-7"
        case "windows-31j", "ms_kanji", "csshiftjis": "CP932"
        default: declared.uppercased()
        }
    }
}
