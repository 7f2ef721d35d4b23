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
        case "csiso88596e", "csiso88596i", "iso-8859-6-e", "iso-8859-6-i": "ISO-8859-6"
        case "sun_eu_greek": "ISO-8859-7"
        case "csiso88598e", "csiso88598i", "iso-8859-8-e", "iso-8859-8-i", "logical", "visual":
            "ISO-8859-8"
        case "csisolatin9", "l9": "ISO-8859-15"
        case "koi", "koi8_r": "KOI8-R"
        case "mac", "x-mac-roman": "MACINTOSH"
        case "x-mac-cyrillic", "x-mac-ukrainian": "MAC-CYRILLIC"
        case "dos-874", "tis-620", "iso-8859-11": "CP874"
        case "gb2312", "gbk", "x-gbk", "chinese", "csgb2312", "csiso58gb231280", "gb_2312",
            "gb_2312-80", "iso-ir-58":
            "GB18030"
        case "cn-big5", "csbig5", "x-x-big5": "BIG5-HKSCS"
        case "x-euc-jp": "EUC-JP"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": "CP932"
        case "euc-kr", "uhc", "korean", "windows-949", "iso-ir-149", "csksc56011987", "ksc5601",
            "ksc_5601", "ks_c_5601-1987", "ks_c_5601-1989":
            "CP949"
        case "unicode-1-1-utf-8": "UTF-8"
        case "iso-10646-ucs-2": "UTF-16LE"
        default:
            declared.hasPrefix("x-cp125")
                ? "WINDOWS-" + declared.dropFirst(4) : declared.uppercased()
        }
    }

    /// The set of Windows that has letters where an ISO set has control characters, which no text uses.
    static func windowsName(of charset: String) -> String {
        switch charset {
        case "ISO-8859-1", "ISO-8859-15": "WINDOWS-1252"
        case "ISO-8859-2": "WINDOWS-1250"
        case "ISO-8859-5": "WINDOWS-1251"
        case "ISO-8859-6": "WINDOWS-1256"
        case "ISO-8859-7": "WINDOWS-1253"
        case "ISO-8859-8": "WINDOWS-1255"
        case "ISO-8859-13", "ISO-8859-4": "WINDOWS-1257"
        default: charset
        }
    }
}
