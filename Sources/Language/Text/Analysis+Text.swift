extension Analysis {
    /// The text of a token.
    public func text(of token: Int) -> String { text(in: tokens[token].utf8Range) }

    /// The text from the first to the last of some tokens.
    public func text(of tokens: Range<Int>) -> String { text(in: utf8Range(of: tokens)) }

    /// Where some tokens stand in the text's UTF-8, from the first's start to the last's end.
    public func utf8Range(of range: Range<Int>) -> Range<Int> {
        guard let last = range.last else {
            let place =
                range.lowerBound < tokens.count
                ? tokens[range.lowerBound].utf8Range.lowerBound : utf8.count
            return place..<place
        }
        let start = tokens[range.lowerBound].utf8Range.lowerBound
        return start..<max(start, tokens[last].utf8Range.upperBound)
    }

    private func text(in range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self)
    }
}
