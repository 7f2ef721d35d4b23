extension TokenizerPass {
    /// Cuts prefixes and suffixes, emitting the prefixes and setting the suffixes aside.
    ///
    /// This is spaCy's `Tokenizer._split_affixes`. Ranges count characters of the run at hand.
    mutating func splitAffixes(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var start = start
        var end = end
        var lastCount = 0
        while start < end, end - start != lastCount {
            if usesSpecials, isSpecial(start, end) { break }
            lastCount = end - start
            let prefix = prefixLength(start, end)
            if prefix > 0, start + prefix < end, usesSpecials, isSpecial(start + prefix, end) {
                emit(start, start + prefix)
                start += prefix
                break
            }
            let suffix = suffixLength(start + prefix, end)
            if suffix > 0, end - suffix > start, usesSpecials, isSpecial(start, end - suffix) {
                suffixes.append((end - suffix, end))
                end -= suffix
                break
            }
            if prefix > 0 {
                emit(start, start + prefix)
                start += prefix
            }
            if suffix > 0 {
                suffixes.append((end - suffix, end))
                end -= suffix
            }
        }
        return (start, end)
    }

    /// Emits what is left between the affixes: a special text, a web address, or parts cut at infixes.
    mutating func emitCore(_ start: Int, _ end: Int) {
        guard start < end else { return }
        if usesSpecials, let special = special(Int(offsets[start]), Int(offsets[end])) {
            return emit(special, from: start)
        }
        if isAddress(start, end) { return emit(start, end, adding: .address) }
        var done = start
        var position = start
        let text = run(start, end)
        while position < end {
            guard rules.infixes.mayMatch(scalars[position]),
                let found = rules.infixes.firstMatch(in: text, at: position - start),
                found > position - start
            else {
                position += 1
                continue
            }
            let infixEnd = start + found
            if position != start {
                if done < position { emit(done, position) }
                emit(position, infixEnd)
                done = infixEnd
            }
            position = infixEnd
        }
        if done < end { emit(done, end) }
    }

    func hasAffixes(_ start: Int, _ end: Int) -> Bool {
        if prefixLength(start, end) > 0 || suffixLength(start, end) > 0 { return true }
        let text = run(start, end)
        return (0..<text.count).contains { rules.infixes.firstMatch(in: text, at: $0) != nil }
    }

    private func run(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: scalars[start..<end])
    }

    private func isSpecial(_ start: Int, _ end: Int) -> Bool {
        special(Int(offsets[start]), Int(offsets[end])) != nil
    }

    private func prefixLength(_ start: Int, _ end: Int) -> Int {
        guard start < end, rules.prefixes.mayMatch(scalars[start]) else { return 0 }
        return rules.prefixes.firstMatch(in: run(start, end), at: 0) ?? 0
    }

    private func suffixLength(_ start: Int, _ end: Int) -> Int {
        guard start < end, rules.suffixes.mayMatch(scalars[end - 1]) else { return 0 }
        return rules.suffixes.longestSuffix(of: run(start, end))
    }

    private func isAddress(_ start: Int, _ end: Int) -> Bool {
        guard let address = rules.address, end - start <= Self.longestAddress else { return false }
        let text = run(start, end)
        for scalar in address.required where !text.contains(scalar) { return false }
        return address.program.matchesAll(of: text)
    }
}
