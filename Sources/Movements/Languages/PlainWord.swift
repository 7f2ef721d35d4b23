internal import Gazetteers
internal import Geoparsing
internal import Language

/// A word, number or mark of a sentence in another language than English.
struct PlainWord: Sendable {
    /// It as it is compared, and what it is without particles joined before it.
    let forms: [String]
    /// Where it stands.
    let utf8Range: Range<Int>
    let isCapitalised: Bool
    let isMark: Bool
    /// Whether a place is named there.
    let isMention: Bool
    /// Whether it is in Latin letters.
    let isLatin: Bool

    /// The word as it is compared.
    var text: String { forms[0] }
    /// Whether it begins with a digit.
    var isFigure: Bool { Self.beginsWithDigit(text) }

    /// The form in which words and rows of tables are compared: folded as names are; of a figure only the digits.
    static func folded(_ text: String) -> String {
        if let first = text.unicodeScalars.first, first.properties.numericType == .decimal {
            return String(
                String.UnicodeScalarView(
                    text.lowercased().unicodeScalars.map { scalar in
                        guard scalar.value >= 0x80, scalar.properties.numericType == .decimal,
                            let value = scalar.properties.numericValue,
                            let digit = Unicode.Scalar(0x30 + UInt32(value))
                        else { return scalar }
                        return digit
                    }))
        }
        // A joiner inside a Persian word parts no words.
        let folded = NameFolding.fold(
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x200C })))
        return folded.isEmpty ? text.lowercased() : folded
    }

    static func beginsWithDigit(_ text: String) -> Bool {
        text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }
}

extension [PlainWord] {
    /// The words of a sentence, white space left out.
    ///
    /// - Parameters:
    ///   - sentence: The sentence.
    ///   - analysis: The analysis that it is of.
    ///   - mentions: The places of the mentions, in order and apart from one another.
    ///   - particles: What may stand joined before a word, folded, longer ones first.
    init(
        _ sentence: Sentence, of analysis: Analysis, mentions: [Range<Int>], particles: [String]
    ) {
        self = sentence.tokens.compactMap { token in
            let shape = analysis.tokens[token]
            guard !shape.isSpace else { return nil }
            let place = shape.utf8Range
            let folded = PlainWord.folded(String(decoding: analysis.utf8[place], as: UTF8.self))
            var forms = [folded]
            for particle in particles where folded.hasPrefix(particle) {
                let rest = String(folded.dropFirst(particle.count))
                // A letter by itself is no word; a figure is one: "و9".
                if rest.count >= 2 || PlainWord.beginsWithDigit(rest), !forms.contains(rest) {
                    forms.append(rest)
                }
            }
            return PlainWord(
                forms: forms, utf8Range: place, isCapitalised: shape.isCapitalised,
                isMark: shape.isPunctuation, isMention: mentions.containsOverlap(with: place),
                isLatin: (analysis.utf8[place.lowerBound] | 0x20) &- 0x61 < 26)
        }
    }

    /// Where some words stand, from the first's start to the last's end.
    func utf8Range(of words: Range<Int>) -> Range<Int> {
        self[words.lowerBound].utf8Range
            .lowerBound..<self[words.upperBound - 1].utf8Range.upperBound
    }

    /// The first word that ends behind an offset; the last where none does.
    func word(at offset: Int) -> Int {
        Swift.min(partitionPoint { $0.utf8Range.upperBound <= offset }, Swift.max(count - 1, 0))
    }
}
