internal import Documents
internal import Gazetteers
internal import Language

/// The tokens of a document without white space, as columns, with what the lexicon knows of each.
///
/// Row numbers are the indices of all spans in this room.
struct TokenTable: Sendable {
    /// The text, in UTF-8.
    let utf8: [UInt8]
    /// The index of each row in `Analysis.tokens`.
    private(set) var analysisIndex: [Int] = []
    private(set) var start: [Int] = []
    private(set) var end: [Int] = []
    /// The folded form; empty for punctuation.
    private(set) var word: [String] = []
    private(set) var classes: [WordClasses] = []
    private(set) var shape: [WordShape] = []
    /// The number of each row's segment.
    private(set) var segment: [Int] = []
    private(set) var segments: [TextSegment] = []

    var count: Int { start.count }

    /// Reads the tokens of an analysed document.
    init(document: Document, analysis: Analysis, lexicon: PlaceLexicon) {
        utf8 = analysis.utf8
        reserve(analysis.tokens.count)
        var paragraphs = document.paragraphs[...]
        for sentence in analysis.sentences {
            var first = count
            var opens = true
            for index in sentence.tokens {
                let token = analysis.tokens[index]
                let range = token.utf8Range
                if token.isSpace {
                    // A line break inside a sentence parts it only where a paragraph ends.
                    continue
                }
                while let next = paragraphs.first, next.utf8Range.upperBound <= range.lowerBound {
                    paragraphs.removeFirst()
                    if count > first {
                        close(first, kind: next.kind)
                        first = count
                        opens = true
                    }
                }
                for part in Self.parts(of: range, in: utf8) {
                    append(part, index: index, opensSentence: opens, lexicon: lexicon)
                    if !shape[count - 1].contains(.mark) { opens = false }
                }
            }
            if count > first { close(first, kind: paragraphs.first?.kind ?? .prose) }
        }
        markLowerCaseText()
    }

    /// The parts of a token: three of initials that a word hangs on by a hyphen ("U.S.-led"), else the token.
    private static func parts(of token: Range<Int>, in utf8: [UInt8]) -> [Range<Int>] {
        let least = 7
        guard token.count >= least, utf8[token.lowerBound + 1] == UInt8(ascii: "."),
            let hyphen = utf8[token].firstIndex(of: UInt8(ascii: "-")),
            hyphen + 1 < token.upperBound,
            utf8[hyphen - 1] == UInt8(ascii: "."),
            utf8[token.lowerBound..<hyphen].allSatisfy({
                $0 == UInt8(ascii: ".") || (0x41...0x5A).contains($0)
            })
        else { return [token] }
        return [
            token.lowerBound..<hyphen, hyphen..<(hyphen + 1), (hyphen + 1)..<token.upperBound,
        ]
    }

    private mutating func reserve(_ capacity: Int) {
        analysisIndex.reserveCapacity(capacity)
        start.reserveCapacity(capacity)
        end.reserveCapacity(capacity)
        word.reserveCapacity(capacity)
        classes.reserveCapacity(capacity)
        shape.reserveCapacity(capacity)
        segment.reserveCapacity(capacity)
    }

    private mutating func append(
        _ range: Range<Int>, index: Int, opensSentence: Bool, lexicon: PlaceLexicon
    ) {
        let (shape, folded) = WordShape.read(utf8[range])
        analysisIndex.append(index)
        start.append(range.lowerBound)
        end.append(range.upperBound)
        word.append(folded)
        classes.append(folded.isEmpty ? [] : lexicon.classes(of: folded))
        self.shape.append(opensSentence ? shape.union(.opensSentence) : shape)
        segment.append(segments.count)
    }

    private mutating func close(_ first: Int, kind: ParagraphKind) {
        let rows = first..<count
        segments.append(TextSegment(rows: rows, paragraph: kind, casing: casing(of: rows)))
    }

    private func casing(of rows: Range<Int>) -> TextSegment.Casing {
        var words = 0
        var capital = 0
        var upper = 0
        var upperLetters = 0
        for row in rows where shape[row].contains(.letters) {
            let small = classes[row].contains(.connector) || classes[row].contains(.preposition)
            if small && !shape[row].contains(.capital) { continue }
            words += 1
            if shape[row].contains(.capital) { capital += 1 }
            if shape[row].contains(.upper) {
                upper += 1
                upperLetters = max(upperLetters, end[row] - start[row])
            }
        }
        if words >= 2, upper * 10 >= words * 8, upperLetters >= 4 { return .upper }
        if words >= 4, capital * 10 >= words * 8 { return .title }
        return .sentence
    }

    /// Text that has no capitals anywhere is read as lower-case text.
    private mutating func markLowerCaseText() {
        var words = 0
        var capitals = 0
        for row in 0..<count where shape[row].contains(.letters) {
            words += 1
            if shape[row].contains(.capital) { capitals += 1 }
        }
        guard words > 0, capitals * 50 < words else { return }
        for index in segments.indices { segments[index].casing = .lower }
    }
}
