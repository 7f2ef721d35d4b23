/// What a paragraph looks like: its words, their case, how it ends.
struct ParagraphShape {
    /// Beyond this many bytes a paragraph is running text, whatever it looks like.
    static let longest = 1_500

    /// The paragraph in lower case.
    let lowercased: String
    /// Its words in lower case.
    let words: [String]
    /// Words that begin with a capital, and those of two letters or more all in capitals.
    private(set) var capitalised = 0
    private(set) var allCapitals = 0
    /// The words that begin with a small letter, as written.
    private(set) var smallWords: [String] = []
    /// Whether a sentence ends at its end, or somewhere inside.
    let endsSentence: Bool
    let holdsSentenceEnd: Bool

    /// How many words begin with a small letter.
    var small: Int { smallWords.count }

    /// Whether every word with letters is in capitals.
    var isInCapitals: Bool { allCapitals > 0 && allCapitals == capitalised && small == 0 }

    init(_ text: Substring) {
        lowercased = text.lowercased()
        var words: [String] = []
        var endsInside = false
        var lastEnd = text.startIndex
        for range in Self.wordRanges(of: text) {
            let word = text[range]
            if let previous = words.last,
                Self.breaksSentence(text[lastEnd..<range.lowerBound], after: previous)
            {
                endsInside = true
            }
            lastEnd = range.upperBound
            words.append(word.lowercased())
            guard let first = word.unicodeScalars.first else { continue }
            if first.properties.isUppercase {
                capitalised += 1
                let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
                if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) {
                    allCapitals += 1
                }
            } else if first.properties.isLowercase {
                smallWords.append(String(word))
            }
        }
        self.words = words
        endsSentence = text[lastEnd...].contains { ".!?…。".contains($0) }
        holdsSentenceEnd = endsSentence || endsInside
    }

    /// Whether what stands between two words ends a sentence; not after a short abbreviation.
    private static func breaksSentence(_ gap: Substring, after word: String) -> Bool {
        guard word.count > 2, gap.count > 1,
            let mark = gap.first(where: { !"\"”’')]".contains($0) })
        else { return false }
        return ".!?…".contains(mark)
    }

    /// The words of a text, in lower case.
    static func words(of text: String) -> [String] {
        let text = text.lowercased()
        return wordRanges(of: Substring(text)).map { String(text[$0]) }
    }

    /// Runs of letters and digits, with the apostrophes, points and hyphens inside them; "©" too.
    static func wordRanges(of text: Substring) -> [Range<Substring.Index>] {
        var ranges: [Range<Substring.Index>] = []
        let scalars = text.unicodeScalars
        var start: Substring.Index?
        var index = scalars.startIndex
        while index != scalars.endIndex {
            let next = scalars.index(after: index)
            let isJoint =
                start != nil && "'’.-".unicodeScalars.contains(scalars[index])
                && next != scalars.endIndex && isWord(scalars[next])
            if isWord(scalars[index]) || isJoint {
                start = start ?? index
            } else if let begin = start {
                ranges.append(begin..<index)
                start = nil
            }
            index = next
        }
        if let begin = start { ranges.append(begin..<scalars.endIndex) }
        return ranges
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
        }
        return scalar == "©" || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
