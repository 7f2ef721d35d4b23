extension SpanFinder {
    /// Set phrases with a name inside that is no place there: "West Nile virus", "the Geneva Conventions".
    mutating func findExpressions(in segment: TextSegment) {
        for row in segment.rows where table.isCapitalWord(row) {
            guard let phrases = lexicon.expressions[table.word[row]] else { continue }
            for phrase in phrases {
                guard let end = end(of: phrase, from: row, in: segment) else { continue }
                // A longer name that opens so is meant.
                if listedEnd[row] > end { continue }
                var evidence = Evidence()
                evidence.add(.expression)
                add(row..<end, .expression, evidence)
                break
            }
        }
    }

    /// The row behind a phrase's words that begin at a row; hyphens between them do not count.
    private func end(of phrase: [String], from first: Int, in segment: TextSegment) -> Int? {
        var row = first
        for (number, word) in phrase.enumerated() {
            if number > 0, row < segment.rows.upperBound, table.isMark(row, UInt8(ascii: "-")) {
                row += 1
            }
            guard row < segment.rows.upperBound, table.word[row] == word else { return nil }
            row += 1
        }
        return row
    }
}
