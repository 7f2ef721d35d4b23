internal import Foundation

/// Documents as JSON, one object a line: {"text", "date"?, "title"?, "source"? or "url"?, "lang"?, "id"?}.
enum JSONDocuments {
    /// One of them.
    struct Entry {
        var text: String
        var date: CalendarDate?
        var title: String?
        var source: String?
        var language: String?
        var id: String?
    }

    /// Whether bytes begin with a line that is an object with a text.
    static func areIn(_ bytes: [UInt8]) -> Bool {
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
        return lines(of: bytes).first { !$0.isEmpty }.map { entry(of: bytes[$0]) != nil } ?? false
    }

    /// The ranges of the lines.
    static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append(start..<feed)
            start = feed + 1
        }
        return lines
    }

    /// The document of a line; nil for one that is none.
    static func entry(of line: ArraySlice<UInt8>) -> Entry? {
        let data = Data(LoneSurrogates.replacedInJSON(Array(line)))
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let text = object["text"] as? String
        else { return nil }
        func string(_ keys: String...) -> String? {
            keys.compactMap { object[$0] as? String }.first
        }
        let date = string("date", "published").flatMap { CalendarDate(String($0.prefix(10))) }
        return Entry(
            text: text, date: date, title: string("title"), source: string("source", "url"),
            language: string("lang"), id: string("id") ?? (object["id"] as? Int).map(String.init))
    }
}
