extension SpanFinder {
    /// Whether a name is that of a language: "in Turkish", "she speaks Welsh and a little Portuguese", "the Hebrew
    /// edition", not "in Turkish waters".
    func isTongue(_ row: Int) -> Bool {
        guard table.classes[row].contains(.tongue), table.isCapitalWord(row) else { return false }
        if let behind = behindHyphen(row), isTongueNoun(behind) { return true }
        guard let end = endOfTongues(from: row) else { return false }
        return isGoverned(row)
            || table.previous(row).map { lexicon.tongues.owners.contains(table.word[$0]) } ?? false
                && table.next(end).map { table.classes[$0].contains(.auxiliary) } ?? false
    }

    /// The row behind one, past a hyphen that joins both.
    private func behindHyphen(_ row: Int) -> Int? {
        guard let next = table.next(row) else { return nil }
        return table.isMark(next, UInt8(ascii: "-")) && table.isGlued(next)
            ? table.next(next) : next
    }

    private func isTongueNoun(_ row: Int) -> Bool {
        lexicon.tongues.nouns.contains(table.word[row])
    }

    /// The last row of the languages listed from a row on; nil where a noun behind them makes peoples of them.
    private func endOfTongues(from first: Int) -> Int? {
        var last = first
        for _ in 0..<Self.longestList {
            guard let next = table.next(last) else { return last }
            if table.classes[next].contains(.tongue), table.isCapitalWord(next) {
                last = next
                continue
            }
            if table.shape[next].contains(.mark) || table.classes[next].contains(.join) {
                guard let beyond = table.next(next), table.classes[beyond].contains(.tongue) else {
                    return table.isMark(next, UInt8(ascii: "-")) ? nil : last
                }
                last = beyond
                continue
            }
            return table.classes[next].isDisjoint(with: [
                .preposition, .function, .connector, .auxiliary,
            ]) ? nil : last
        }
        return nil
    }

    private static let longestList = 12

    /// Whether what stands before a list of languages is a verb of speaking, or "in".
    private func isGoverned(_ first: Int) -> Bool {
        var row = first
        for _ in 0..<(2 * Self.longestList) {
            guard let before = table.previous(row) else { return false }
            row = before
            let word = table.word[row]
            if !table.classes[row].isDisjoint(with: [.tongue, .join])
                || table.isMark(row, UInt8(ascii: ",")) || lexicon.tongues.qualities.contains(word)
            {
                continue
            }
            return lexicon.tongues.verbs.contains(word)
        }
        return false
    }
}
