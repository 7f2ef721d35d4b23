/// The paragraphs of printed pages, from their lines: what a printer puts around a text is taken off.
///
/// Lines that stand at the head or foot of many pages, figures apart, are furniture; so are page numbers. Words cut
/// at a line's end are whole again, ligatures are letters, lines of a paragraph go on over the end of a page.
struct PrintedText {
    /// How many lines at a page's head and foot may be furniture.
    private static let reach = 3
    /// Lines shorter than this share of the page's width end a paragraph, if a sentence ends there.
    private static let shortShare = 0.75

    /// A paragraph whose end has not been seen.
    private struct OpenParagraph {
        var text: String
        /// The pages it began on and reaches, counted from 0.
        let page: Int
        var lastPage: Int
        /// The length of its last line, in characters.
        var last: Int
    }

    private(set) var blocks: [TextBlock] = []

    /// The blocks of pages, each a text with a line break behind every line.
    init(pages: [Substring]) {
        let lines = pages.map { page in
            page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
                Self.cleaned($0)
            }
        }
        let repeated = Self.repeatedLines(of: lines)
        let width = Self.width(of: lines)
        var open: OpenParagraph?
        for (number, page) in lines.enumerated() {
            for line in Self.withoutFurniture(page, repeated, isOnly: lines.count == 1) {
                guard !line.isEmpty else {
                    finish(&open)
                    continue
                }
                if let block = open, Self.goesOn(block, with: line, page: number, width: width) {
                    open?.text = Self.joined(block.text, line)
                    open?.lastPage = number
                    open?.last = line.count
                } else {
                    finish(&open)
                    open = OpenParagraph(
                        text: line, page: number, lastPage: number, last: line.count)
                }
            }
        }
        finish(&open)
    }

    private mutating func finish(_ open: inout OpenParagraph?) {
        if let block = open { blocks.append(TextBlock(block.text, page: block.page + 1)) }
        open = nil
    }

    // MARK: Lines

    /// A line in single blanks, its ligatures as letters.
    private static func cleaned(_ line: Substring) -> String {
        var result = ""
        result.reserveCapacity(line.utf8.count)
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\u{FB00}": result += "ff"
            case "\u{FB01}": result += "fi"
            case "\u{FB02}": result += "fl"
            case "\u{FB03}": result += "ffi"
            case "\u{FB04}": result += "ffl"
            case "\u{FB05}", "\u{FB06}": result += "st"
            // A soft hyphen matters at a line's end only, where it cuts a word.
            case "\u{AD}": result += "\u{AD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        let words = result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.contains("\u{AD}") else { return words }
        let isCut = words.last == "\u{AD}"
        return words.replacing("\u{AD}", with: "") + (isCut ? "-" : "")
    }

    /// A line with its figures taken alike: "Page 3 of 9" and "Page 4 of 9" are one.
    private static func key(_ line: String) -> String {
        var key = ""
        for character in line {
            if character.isNumber {
                if key.last != "0" { key += "0" }
            } else {
                key.append(character)
            }
        }
        return key
    }

    /// The lines, by their keys, that stand at the head or foot of a third of the pages, three at least.
    private static func repeatedLines(of pages: [[String]]) -> Set<String> {
        guard pages.count >= 3 else { return [] }
        var counts: [String: Int] = [:]
        for page in pages {
            let lines = page.filter { !$0.isEmpty }
            for key in Set((lines.prefix(reach) + lines.suffix(reach)).map(key)) {
                counts[key, default: 0] += 1
            }
        }
        let least = max(3, pages.count / 3)
        return Set(counts.filter { $0.value >= least }.keys)
    }

    private static func withoutFurniture(
        _ page: [String], _ repeated: Set<String>, isOnly: Bool
    ) -> [String] {
        let filled = page.indices.filter { !page[$0].isEmpty }
        var dropped: Set<Int> = []
        for index in filled.prefix(reach) + filled.suffix(reach) {
            let isNumber = !isOnly && isPageNumber(page[index])
            if repeated.contains(key(page[index])) || isNumber { dropped.insert(index) }
        }
        let kept = page.indices.filter { !dropped.contains($0) }.map { page[$0] }
        // Without empty lines at its ends, so that a paragraph goes on over the end of a page.
        guard let first = kept.firstIndex(where: { !$0.isEmpty }),
            let last = kept.lastIndex(where: { !$0.isEmpty })
        else { return [] }
        return Array(kept[first...last])
    }

    /// A number alone, perhaps between dashes: "12", "- 12 -", "xii".
    private static func isPageNumber(_ line: String) -> Bool {
        let inside = line.filter { !" -–—|[]".contains($0) }
        return (1...4).contains(inside.count)
            && (inside.allSatisfy(\.isNumber) || inside.allSatisfy { "ivxl".contains($0) })
    }

    /// The usual length of full lines, in characters: that which one line in ten passes.
    private static func width(of pages: [[String]]) -> Int {
        let lengths = pages.joined().map(\.count).filter { $0 > 0 }.sorted()
        return lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
    }

    // MARK: Paragraphs

    /// Whether a line goes on with the paragraph before it.
    private static func goesOn(
        _ block: OpenParagraph, with line: String, page: Int, width: Int
    ) -> Bool {
        guard let first = line.first, !"•◦▪●–*".contains(first) else { return false }
        if isOpenEnded(block.text), first.isLowercase || block.text.last == "-" { return true }
        let isFull = Double(block.last) >= Double(width) * shortShare
        guard isFull, block.lastPage == page || !endsSentence(block.text) else { return false }
        return !endsSentence(block.text) || Double(block.last) >= Double(width) * 0.85
    }

    /// Whether a text stops amid a sentence.
    private static func isOpenEnded(_ text: String) -> Bool {
        text.last.map { $0.isLetter || ",-;".contains($0) } ?? false
    }

    private static func endsSentence(_ text: String) -> Bool {
        text.last.map { ".!?:\"”)".contains($0) } ?? false
    }

    /// Two lines as one, a word cut between them whole again.
    private static func joined(_ text: String, _ line: String) -> String {
        guard text.last == "-", let before = text.dropLast().last, before.isLetter,
            let first = line.first
        else { return text + " " + line }
        // "Baku-" and "Tbilisi" keep their hyphen, "trans-" and "ported" lose it.
        return first.isLowercase ? text.dropLast() + line : text + line
    }
}
