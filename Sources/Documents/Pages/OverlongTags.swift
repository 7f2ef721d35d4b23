/// Takes attributes off tags that have more than any honest page's: the parser compares each with all others.
///
/// What stands in scripts, styles and comments is no tag, however it looks.
enum OverlongTags {
    private typealias Border = (open: [UInt8], close: [UInt8])

    private static let comment: Border = (Array("!--".utf8), Array("-->".utf8))
    /// Elements whose content is text to the parser, up to their closing tag.
    private static let rawElements: [Border] = ["script", "style", "textarea"].map {
        (Array($0.utf8), Array("</\($0)".utf8))
    }

    /// The page with the attributes of each tag behind the last it may have made blank; nil where none has more.
    static func shortened(
        _ bytes: UnsafeBufferPointer<UInt8>, most: Int
    ) -> String? {
        var excess: [Range<Int>] = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count else { break }
            if starts(bytes, index, comment.open) {
                index = end(of: comment.close, in: bytes, from: index + comment.open.count)
            } else if (0x61...0x7A).contains(bytes[index] | 0x20) {
                let raw = rawElements.first { starts(bytes, index, $0.open) }
                index = endOfTag(bytes, from: index, most: most, &excess)
                if let raw { index = end(of: raw.close, in: bytes, from: index) }
            }
        }
        guard !excess.isEmpty else { return nil }
        var copy = Array(bytes)
        for range in excess { for index in range { copy[index] = 0x20 } }
        return String(decoding: copy, as: UTF8.self)
    }

    /// Where a tag ends, its bracket included; attributes beyond the last it may have are noted.
    private static func endOfTag(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, most: Int,
        _ excess: inout [Range<Int>]
    ) -> Int {
        var attributes = 0
        var quote: UInt8 = 0
        var last: UInt8 = 0
        var cut: Int?
        for index in start..<bytes.count {
            let byte = bytes[index]
            defer { last = byte }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                if let cut { excess.append(cut..<index) }
                return index + 1
            } else if last == UInt8(ascii: "="),
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            {
                quote = byte
            } else if byte > 0x20, last <= 0x20 || last == UInt8(ascii: "\"") {
                attributes += 1
                if attributes > most, cut == nil { cut = index }
            }
        }
        // A tag that never ends goes on to the end of the page.
        if let cut { excess.append(cut..<bytes.count) }
        return bytes.count
    }

    /// Whether a word in small letters stands at an index.
    private static func starts(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: [UInt8]
    ) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        return word.indices.allSatisfy { offset in
            let byte = bytes[index + offset]
            return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == word[offset]
        }
    }

    /// Behind the next such word; the end of the page where there is none.
    private static func end(
        of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        var index = start
        while index + word.count <= bytes.count {
            guard let next = bytes[index...].firstIndex(of: word[0]) else { break }
            if starts(bytes, next, word) { return next + word.count }
            index = next + 1
        }
        return bytes.count
    }
}
