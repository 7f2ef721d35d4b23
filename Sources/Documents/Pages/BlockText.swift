/// Collects the text of one block: white space becomes one blank, a line break a line break.
struct BlockText {
    /// Whether what comes next stands in a link.
    var isLink = false
    /// Whether what comes next keeps its line breaks.
    var isPreformatted = false

    private var text: [UInt8] = []
    private var linked = 0
    private var startsWithLink = false

    mutating func append(_ content: String) {
        let start = text.count
        for scalar in content.unicodeScalars {
            switch scalar.value {
            case 0x0A where isPreformatted: breakLine()
            case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000:
                if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
            // Soft hyphens, zero-width blanks and marks are invisible, and hide names.
            case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: break
            default: text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        if isLink {
            if start == 0, !text.isEmpty { startsWithLink = true }
            linked += text.count - start
        }
    }

    /// Whether a word would go on into what is appended next.
    var endsInWord: Bool {
        text.last.map {
            $0 >= 0x80 || Character(Unicode.Scalar($0)).isLetter || (0x30...0x39).contains($0)
        }
            ?? false
    }

    mutating func breakLine() {
        if text.last == 0x20 { text.removeLast() }
        // Two breaks in a row are a blank line; more are not more.
        if !text.isEmpty, !text.suffix(2).elementsEqual([0x0A, 0x0A]) { text.append(0x0A) }
    }

    /// The text so far and how many of its bytes are linked, or nil for nothing; starts anew.
    mutating func take() -> (text: String, linked: Int, startsWithLink: Bool)? {
        while text.last == 0x20 || text.last == 0x0A { text.removeLast() }
        defer {
            text.removeAll(keepingCapacity: true)
            linked = 0
            startsWithLink = false
        }
        guard !text.isEmpty else { return nil }
        return (String(decoding: text, as: UTF8.self), min(linked, text.count), startsWithLink)
    }
}
