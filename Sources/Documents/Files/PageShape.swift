/// Tells a web page by how it begins.
enum PageShape {
    /// Whether bytes begin like a page, after blanks, a mark, comments and declarations.
    static func isPage(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes.prefix(4_096))
        // In UTF-16 every other byte of a tag is zero.
        let head = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self).lowercased()
        var rest = head[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        while rest.hasPrefix("<!--") || rest.hasPrefix("<?xml") {
            let end = rest.hasPrefix("<?") ? "?>" : "-->"
            guard let close = rest.firstRange(of: end) else { return false }
            rest = rest[close.upperBound...].drop(while: \.isWhitespace)
        }
        return ["<!doctype html", "<html", "<head", "<body"].contains { rest.hasPrefix($0) }
    }
}
