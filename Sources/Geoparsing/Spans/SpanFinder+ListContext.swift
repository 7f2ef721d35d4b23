extension SpanFinder {
    /// What the word before a list says of a name further on in it: the "in" of "in Whitby, Filey and Selby"
    /// governs them all.
    ///
    /// - Returns: The word's weight in log odds; nil where the name stands in no list behind a name of the
    ///   gazetteer, or no word for places governs it.
    func weightBeforeList(of rows: Range<Int>) -> Float? {
        guard var join = table.previous(rows.lowerBound), isListed(rows, behind: join) else {
            return nil
        }
        if let comma = table.previous(join), table.isMark(comma, UInt8(ascii: ",")) { join = comma }
        guard behindListed.contains(join) else { return nil }
        // More words than these are no list that a reader would still connect with its preposition.
        let reach = 24
        for row in stride(from: join - 1, through: max(0, join - reach), by: -1) {
            guard table.segment[row] == table.segment[join] else { return nil }
            let word = table.word[row]
            if table.isMark(row, UInt8(ascii: ","))
                || !table.classes[row].isDisjoint(with: [.join, .definite])
            {
                continue
            }
            if table.isCapitalWord(row) {
                if table.shape[row].contains(.opensSentence) { return nil }
                continue
            }
            if table.isMark(row, UInt8(ascii: "-")) || table.classes[row].contains(.direction) {
                continue
            }
            guard let weight = lexicon.weightBefore[word], weight >= 1 else { return nil }
            return weight
        }
        return nil
    }

    /// Whether what stands before a name joins it to a list: "and", "or", or a comma where the list goes on.
    private func isListed(_ rows: Range<Int>, behind join: Int) -> Bool {
        if table.classes[join].contains(.join) { return true }
        guard table.isMark(join, UInt8(ascii: ",")), let behind = table.next(rows.upperBound - 1),
            let other = table.next(behind)
        else { return false }
        if table.classes[behind].contains(.join) { return table.isCapitalWord(other) }
        // "X, Y, and Z", "X, Y, Z and W": a comma alone may as well open a sentence of its own.
        guard table.isMark(behind, UInt8(ascii: ",")) else { return false }
        if table.classes[other].contains(.join) { return true }
        guard table.isCapitalWord(other), let last = table.next(other) else { return false }
        return table.isMark(last, UInt8(ascii: ",")) || table.classes[last].contains(.join)
    }
}
