/// Finds the paragraphs of a plain text.
///
/// A blank line always ends a paragraph. A single line break does too, unless the lines were broken
/// to a width (each was too full for the next one's first word) or one stops in mid-sentence and
/// the next goes on in lower case.
struct ParagraphSplitter {
    /// The widths to which people and programs break lines, in bytes.
    private static let widths = 40...130

    private let bytes: UnsafeBufferPointer<UInt8>

    /// The ranges of the paragraphs, without surrounding white space, in order.
    static func ranges(of text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { ParagraphSplitter(bytes: $0).ranges() }
    }

    private func ranges() -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var block: [Range<Int>] = []
        for line in lines() {
            if line.isEmpty {
                paragraphs += joined(block)
                block.removeAll(keepingCapacity: true)
            } else {
                block.append(line)
            }
        }
        return paragraphs + joined(block)
    }

    /// Every line without its surrounding white space; a blank line is an empty range.
    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
            // The feed of a return and feed makes no line of its own.
            if bytes[index] == 0x0A, index > 0, bytes[index - 1] == 0x0D {
                start = index + 1
                continue
            }
            lines.append(trimmed(start..<index))
            start = index + 1
        }
        lines.append(trimmed(start..<bytes.count))
        return lines
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let width = blank(at: low, before: high)
            guard width > 0 else { break }
            low += width
        }
        while high > low {
            if blank(at: high - 1, before: high) == 1 {
                high -= 1
            } else if high - low >= 2, blank(at: high - 2, before: high) == 2 {
                high -= 2
            } else if high - low >= 3, blank(at: high - 3, before: high) == 3 {
                high -= 3
            } else {
                break
            }
        }
        return low..<high
    }

    /// The length of the white space that begins at an offset: ASCII blanks, no-break space, the
    /// spaces of U+2000 to U+200A, the byte order mark; 0 for anything else.
    private func blank(at offset: Int, before end: Int) -> Int {
        switch bytes[offset] {
        case 0x20, 0x09, 0x0B, 0x0C: return 1
        case 0xC2 where offset + 2 <= end && bytes[offset + 1] == 0xA0: return 2
        case 0xE2 where offset + 3 <= end && bytes[offset + 1] == 0x80:
            return (0x80...0x8A).contains(bytes[offset + 2]) ? 3 : 0
        case 0xEF where offset + 3 <= end && bytes[offset + 1] == 0xBB:
            return bytes[offset + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The lines of a block put together where they are one paragraph.
    private func joined(_ block: [Range<Int>]) -> [Range<Int>] {
        guard block.count > 1 else { return block }
        let wrapped = isWrapped(block)
        var paragraphs: [Range<Int>] = []
        for line in block {
            if let last = paragraphs.last, wrapped || continues(line, from: last) {
                paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
            } else {
                paragraphs.append(line)
            }
        }
        return paragraphs
    }

    /// Whether every line but the last was full: its successor's first word would not have fitted.
    private func isWrapped(_ block: [Range<Int>]) -> Bool {
        let width = block.map(\.count).max() ?? 0
        guard Self.widths.contains(width) else { return false }
        return zip(block, block.dropFirst()).allSatisfy { line, next in
            let word = bytes[next].firstIndex { $0 == 0x20 } ?? next.upperBound
            return line.count + 1 + (word - next.lowerBound) > width - 2
        }
    }

    /// Whether a line goes on with the sentence of the one before.
    private func continues(_ line: Range<Int>, from previous: Range<Int>) -> Bool {
        guard previous.count >= 30, (0x61...0x7A).contains(bytes[line.lowerBound]) else {
            return false
        }
        let last = bytes[previous.upperBound - 1]
        return (0x61...0x7A).contains(last) || last == UInt8(ascii: ",")
    }
}
