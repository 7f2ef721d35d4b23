extension TokenizerPass {
    /// Adds a token of some characters of the run at hand.
    mutating func emit(_ start: Int, _ end: Int, adding extra: TokenShape = [], norm: UInt16 = 0) {
        guard start < end else { return }
        let text = UnsafeBufferPointer(rebasing: scalars[start..<end])
        tokens.append(
            Token(
                start: Int(offsets[start]), end: Int(offsets[end]),
                shape: TokenShape(of: text, numberWords: rules.numberWords).union(extra), norm: norm
            ))
    }

    /// Adds the tokens of a special text that begins at a character of the run at hand.
    mutating func emit(_ special: TokenizerRules.Special, from start: Int) {
        var start = start
        for (length, norm) in zip(special.lengths, special.norms) {
            var end = start
            while end < scalarCount, offsets[end] < offsets[start] + length { end += 1 }
            emit(start, end, norm: norm)
            start = end
        }
    }
}
