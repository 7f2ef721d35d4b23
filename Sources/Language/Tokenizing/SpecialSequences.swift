/// Special texts that the affix rules cut up, to be put together again afterwards.
///
/// This is spaCy's `Tokenizer._apply_special_cases`: ":)" is one token even where the colon was a
/// suffix of a longer run.
struct SpecialSequences: Sendable {
    /// For each first byte, the sequences of tokens that make up a special text.
    private var byFirstByte: [[[[UInt8]]]] = Array(repeating: [], count: 256)

    init(_ rules: TokenizerRules) {
        var pass = TokenizerPass(
            UnsafeBufferPointer(start: nil, count: 0), rules: rules, usesSpecials: false)
        for text in rules.specialTexts {
            text.withUnsafeBufferPointer { buffer in
                pass.restart(buffer)
                pass.run()
                if pass.scalarCount == 0 || !pass.hasAffixes(0, pass.scalarCount) { return }
                let pieces = pass.tokens.map { Array(buffer[$0.utf8Range]) }
                byFirstByte[Int(text[0])].append(pieces)
            }
        }
    }

    /// The tokens with the special texts among them put together.
    func applied(to tokens: [Token], text: UnsafeBufferPointer<UInt8>, rules: TokenizerRules)
        -> [Token]
    {
        var matches: [Range<Int>] = []
        for (index, token) in tokens.enumerated() {
            for sequence in byFirstByte[Int(text[Int(token.start)])] {
                if matchesSequence(sequence, tokens, index, text) {
                    matches.append(index..<(index + sequence.count))
                }
            }
        }
        if matches.isEmpty { return tokens }
        return retokenized(tokens, chosen(from: matches), text, rules)
    }

    private func matchesSequence(
        _ sequence: [[UInt8]], _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if index + sequence.count > tokens.count { return false }
        for (offset, piece) in sequence.enumerated() {
            let token = tokens[index + offset]
            if Int(token.end - token.start) != piece.count
                || !text[token.utf8Range].elementsEqual(piece)
            {
                return false
            }
        }
        return true
    }

    /// The longest matches, of equal ones the first, that do not share an end with one chosen before.
    private func chosen(from matches: [Range<Int>]) -> [Range<Int>] {
        let sorted = matches.sorted { one, other in
            one.count == other.count ? one.lowerBound < other.lowerBound : one.count > other.count
        }
        var seen: Set<Int> = []
        var chosen: [Range<Int>] = []
        for match in sorted {
            if !seen.contains(match.lowerBound), !seen.contains(match.upperBound - 1) {
                chosen.append(match)
            }
            seen.formUnion(match)
        }
        return chosen.sorted { $0.lowerBound < $1.lowerBound }
    }

    private func retokenized(
        _ tokens: [Token], _ matches: [Range<Int>], _ text: UnsafeBufferPointer<UInt8>,
        _ rules: TokenizerRules
    ) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count + 8)
        var done = 0
        for match in matches {
            let start = Int(tokens[match.lowerBound].start)
            let last = tokens[match.upperBound - 1]
            guard
                let special = rules.special(
                    UnsafeBufferPointer(rebasing: text[start..<Int(last.end)]))
            else {
                continue
            }
            result += tokens[done..<match.lowerBound]
            done = match.upperBound
            let buffer = UnsafeBufferPointer(rebasing: text[start..<Int(last.end)])
            var pass = TokenizerPass(buffer, rules: rules, usesSpecials: true)
            pass.run()
            for (token, norm) in zip(pass.takeTokens(), special.norms) {
                result.append(
                    Token(
                        start: start + Int(token.start), end: start + Int(token.end),
                        shape: token.shape, norm: norm))
            }
            if last.isFollowedBySpace { result[result.count - 1].markFollowedBySpace() }
        }
        return result + tokens[done...]
    }
}
