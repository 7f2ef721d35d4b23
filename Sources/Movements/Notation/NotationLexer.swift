internal import Geoparsing

/// Cuts a line into places, labels, marks, numbers and words.
///
/// Linear in its length.
struct NotationLexer {
    let words: NotationWords
    let utf8: [UInt8]
    let mentions: [Mention]
    /// Whether each mention is a place that may be an end.
    let isUsable: [Bool]

    /// The pieces of a line; mentions are looked for from an index on, which moves past the line.
    func line(_ range: Range<Int>, from mention: inout Int) -> NotationLine {
        var line = NotationLine(utf8Range: range, items: [])
        var index = range.lowerBound
        var isSpaced = true
        while index < range.upperBound {
            while mention < mentions.count,
                mentions[mention].utf8Range.lowerBound < index || !isUsable[mention]
            {
                if mentions[mention].utf8Range.lowerBound >= range.upperBound { break }
                mention += 1
            }
            let byte = utf8[index]
            if let end = address(at: index, in: range) {
                append(.word, index..<end, isSpaced, to: &line)
                (index, isSpaced) = (end, false)
            } else if mention < mentions.count, mentions[mention].utf8Range.lowerBound == index,
                mentions[mention].utf8Range.upperBound <= range.upperBound,
                !mentions[mention].utf8Range.isEmpty
            {
                let place = mentions[mention].utf8Range
                append(.place(mention), place, isSpaced, to: &line)
                (index, isSpaced) = (place.upperBound, false)
            } else if let mark = words.mark(in: utf8, at: index),
                index + mark.utf8.count <= range.upperBound
            {
                let end = index + mark.utf8.count
                append(.label(mark.label), index..<end, isSpaced, to: &line)
                (index, isSpaced) = (end, false)
            } else if let length = spaceLength(at: index) {
                (index, isSpaced) = (index + length, true)
            } else {
                let stop =
                    mention < mentions.count
                    ? min(range.upperBound, max(index + 1, mentions[mention].utf8Range.lowerBound))
                    : range.upperBound
                let end = Self.isDigit(byte) ? endOfNumber(index, stop) : endOfWord(index, stop)
                let kind: NotationLine.Kind =
                    Self.isDigit(byte) ? .number : Self.isLetter(byte) ? .word : .mark
                append(kind, index..<end, isSpaced, to: &line)
                (index, isSpaced) = (end, false)
            }
        }
        addLabels(to: &line)
        line.joinPlaces(mentions)
        return line
    }

    private func append(
        _ kind: NotationLine.Kind, _ range: Range<Int>, _ isSpaced: Bool,
        to line: inout NotationLine
    ) {
        let text = String(decoding: utf8[range], as: UTF8.self)
        line.items.append(
            NotationLine.Item(
                kind: kind, utf8Range: range, hasSpaceBefore: isSpaced, text: text.lowercased(),
                isCapitalised: text.first?.isUppercase ?? false))
    }

    /// Makes labels of words, and before a colon of a place spelled like one: POL, Poland's code.
    private func addLabels(to line: inout NotationLine) {
        let texts = line.items.map(\.text)
        var items: [NotationLine.Item] = []
        var index = 0
        while index < line.items.count {
            var item = line.items[index]
            var count = 1
            if item.kind == .word || item.place != nil,
                let (length, label) = words.label(in: texts, at: index),
                item.kind == .word || line[index + length]?.isMark(":") == true
            {
                count = length
                item.kind = .label(label)
                item.utf8Range =
                    item.utf8Range.lowerBound..<line.items[index + length - 1].utf8Range.upperBound
            }
            items.append(item)
            index += count
        }
        line.items = items
    }

    // MARK: The pieces

    /// The end of an address of the web, "https://...", "www....": no shorthand is read in it.
    private func address(at index: Int, in range: Range<Int>) -> Int? {
        let rest = utf8[index..<range.upperBound]
        guard Self.addresses.contains(where: { rest.starts(with: $0) }) else { return nil }
        return rest.firstIndex { $0 <= 0x20 } ?? range.upperBound
    }

    private static let addresses = ["http://", "https://", "www."].map { Array($0.utf8) }

    /// Bytes of white space, or of the selector behind an emoji, that begin at an index.
    private func spaceLength(at index: Int) -> Int? {
        if utf8[index] <= 0x20 { return 1 }
        let rest = utf8[index...]
        if rest.starts(with: [0xC2, 0xA0]) { return 2 }
        return rest.starts(with: [0xEF, 0xB8, 0x8F]) ? 3 : nil
    }

    /// "33,000", "03/05", "2-1", "14:30Z" are one piece.
    private func endOfNumber(_ start: Int, _ stop: Int) -> Int {
        var end = start
        while end < stop {
            let byte = utf8[end]
            if Self.isDigit(byte) || Self.isASCIILetter(byte) {
                end += 1
            } else if let joint = joint(at: end), end + joint < stop,
                Self.isDigit(utf8[end + joint])
            {
                end += joint
            } else {
                break
            }
        }
        return end
    }

    private func joint(at index: Int) -> Int? {
        if utf8[index...].starts(with: [0xE2, 0x80, 0x93]) { return 3 }
        return ",.:/-".utf8.contains(utf8[index]) ? 1 : nil
    }

    private func endOfWord(_ start: Int, _ stop: Int) -> Int {
        guard Self.isLetter(utf8[start]) else { return start + 1 }
        var end = start + 1
        while end < stop {
            let byte = utf8[end]
            if byte < 0x80 {
                let isInside = Self.isASCIILetter(byte) || Self.isDigit(byte) || byte == 0x27
                if !isInside { break }
            } else if byte >= 0xC0,
                words.mark(in: utf8, at: end) != nil || spaceLength(at: end) != nil
            {
                break
            }
            end += 1
        }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    private static func isLetter(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte >= 0x80 }
}
