public import Foundation

/// Finds sentences by punctuation and abbreviations, without a model, in linear time.
///
/// Made for deciding which sentences are worth parsing. A parser's own sentences differ here and
/// there.
public struct SentenceSplitter: Sendable {
    /// A sentence of more tokens is cut.
    public static let longestSentence = 400

    private enum Kind: String {
        case never
        case number
        case maybe
        case opener
    }

    private let kinds: [UInt64: Kind]

    /// Reads the abbreviations of a language, such as `Data/Lexicon/en/abbreviations.tsv`.
    /// - Throws: `LanguageError`, for a file that cannot be read or a row that makes no sense.
    public init(abbreviations url: URL) throws(LanguageError) {
        try self.init(LexiconTable(contentsOf: url, requiring: ["word", "kind"]))
    }

    /// A splitter with abbreviations, in a table with the columns `word` and `kind`.
    /// - Throws: `LanguageError`, for a row that makes no sense.
    public init(_ abbreviations: LexiconTable) throws(LanguageError) {
        var kinds: [UInt64: Kind] = [:]
        for row in abbreviations.rows {
            guard let kind = try row.value("kind", as: Kind.self) else {
                throw row.error("kind", "must not be empty")
            }
            kinds[MurmurHash.hash64(Array(try row.required("word").utf8))] = kind
        }
        self.kinds = kinds
    }

    /// The sentences of a text, as ranges of its tokens.
    ///
    /// White space between two sentences belongs to the first. A blank line ends a sentence; a
    /// single line break does so only after a mark that can end one, since lines may be wrapped.
    ///
    /// - Parameters:
    ///   - tokens: The tokens of the text.
    ///   - utf8: The text.
    ///   - breaks: Positions in the text, in order, that no sentence crosses, such as the starts of
    ///     paragraphs.
    /// - Returns: Ranges that cover all tokens.
    public func sentences(of tokens: [Token], in utf8: [UInt8], breaks: [Int] = []) -> [Range<Int>]
    {
        utf8.withUnsafeBufferPointer { text in
            var sentences: [Range<Int>] = []
            var start = 0
            var nextBreak = 0
            for index in tokens.indices.dropFirst() {
                let position = tokens[index].utf8Range.lowerBound
                var isForced = false
                while nextBreak < breaks.count, breaks[nextBreak] <= position {
                    isForced = isForced || breaks[nextBreak] > tokens[start].utf8Range.lowerBound
                    nextBreak += 1
                }
                if isForced || index - start >= Self.longestSentence
                    || begins(at: index, tokens, text)
                {
                    sentences.append(start..<index)
                    start = index
                }
            }
            if start < tokens.count { sentences.append(start..<tokens.count) }
            return sentences
        }
    }

    /// Whether a sentence begins at a token.
    private func begins(at index: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        let token = tokens[index]
        if token.isSpace { return false }
        var previous = index - 1
        var lineBreaks = 0
        while previous >= 0, tokens[previous].isSpace, index - previous < 8 {
            lineBreaks += text[tokens[previous].utf8Range].count { $0 == 0x0A }
            previous -= 1
        }
        if lineBreaks >= 2 { return true }
        if previous < 0 || tokens[previous].isSpace || isCloser(index, tokens, text) {
            return false
        }
        // Back over the quotation marks and brackets that close after the end of a sentence.
        while previous > 0, index - previous < 12, isCloser(previous, tokens, text) {
            previous -= 1
        }
        guard text[Int(tokens[previous].end) - 1] != 0x2C, endsSentence(previous, tokens, text)
        else { return false }
        return canOpen(index, tokens, text)
            && !isAbbreviation(previous, before: index, tokens, text)
    }

    private func isCloser(_ index: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        let token = tokens[index]
        guard token.isPunctuation, index > 0, !tokens[index - 1].isFollowedBySpace,
            !tokens[index - 1].isSpace
        else {
            return false
        }
        return switch Array(text[token.utf8Range]) {
        case [0x22], [0x27], [0x27, 0x27], [0x29], [0x5D], [0x7D], [0xE2, 0x80, 0x9D],
            [0xE2, 0x80, 0x99], [0xC2, 0xBB], [0xE3, 0x80, 0x8D], [0xE3, 0x80, 0x8F],
            [0xEF, 0xBC, 0x89]:
            true
        default: false
        }
    }

    /// Whether a token is, or ends in, a mark that can end a sentence.
    private func endsSentence(_ index: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        let range = tokens[index].utf8Range
        let last = text[range.upperBound - 1]
        if last == 0x2E || last == 0x21 || last == 0x3F { return true }
        // The Arabic question mark and the full stop of Urdu.
        if range.count >= 2, text[range.upperBound - 2] == 0xD8, last == 0x9F { return true }
        if range.count >= 2, text[range.upperBound - 2] == 0xDB, last == 0x94 { return true }
        guard range.count >= 3 else { return false }
        // "…" and the full-width 。！？
        let tail = (text[range.upperBound - 3], text[range.upperBound - 2], last)
        return tail == (0xE2, 0x80, 0xA6) || tail == (0xE3, 0x80, 0x82)
            || tail == (0xEF, 0xBC, 0x81)
            || tail == (0xEF, 0xBC, 0x9F)
    }

    /// Whether a token can begin a sentence: anything but a small letter, after opening marks.
    private func canOpen(_ index: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        var index = index
        while index + 1 < tokens.count, tokens[index].isPunctuation,
            !tokens[index].isFollowedBySpace
        {
            index += 1
        }
        let token = tokens[index]
        if token.isPunctuation {
            return !(text[Int(token.start)] == 0x2C || text[Int(token.start)] == 0x3B)
                && !endsSentence(index, tokens, text)
        }
        guard token.isAlphabetic, !token.isCapitalised else { return true }
        return text[Int(token.start)] >= 0x80 && !isSmall(at: Int(token.start), text)
    }

    /// Whether a small letter beyond ASCII stands somewhere; letters without case are none.
    private func isSmall(at position: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (scalar, _) = ScalarDecoding.scalar(at: position, in: text)
        return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    private func isAbbreviation(
        _ index: Int, before next: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var range = tokens[index].utf8Range
        guard text[range.upperBound - 1] == 0x2E else { return false }
        if range.count == 1 {
            // The tokeniser cut the dot off: look at the word with it.
            guard index > 0, tokens[index - 1].utf8Range.upperBound == range.lowerBound else {
                return false
            }
            range = tokens[index - 1].utf8Range.lowerBound..<range.upperBound
        } else if tokens[index].isPunctuation {
            return false
        }
        let isInitial = range.count == 2 && text[range.lowerBound] &- 0x41 < 26
        switch kind(of: range, text) ?? (isInitial ? .maybe : nil) {
        case .never: return true
        case .number: return tokens[next].isLikeNumber
        case .maybe:
            return kind(of: tokens[next].utf8Range, text) != .opener && !tokens[next].isPunctuation
                || tokens[next].isLikeNumber
        case .opener, nil: return false
        }
    }

    private func kind(of range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Kind? {
        kinds[MurmurHash.hash64(UnsafeBufferPointer(rebasing: text[range]))]
    }
}
