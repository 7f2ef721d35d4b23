internal import Gazetteers

extension SpanFinder {
    /// Whether a name opens its paragraph as a dateline does: in capitals, with a dash behind it or
    /// behind what follows after a comma ("CLINTON, Miss., March 3 -").
    func isDateline(_ rows: Range<Int>, in segment: TextSegment) -> Bool {
        guard rows.lowerBound == segment.rows.lowerBound,
            rows.allSatisfy({ !table.shape[$0].isDisjoint(with: [.upper, .mark]) })
        else { return false }
        for row in rows.upperBound..<min(rows.upperBound + 9, segment.rows.upperBound) {
            if table.isDash(row) { return true }
            let continues =
                !table.shape[row].isDisjoint(with: [.capital, .digits, .mark])
                && (row > rows.upperBound || table.isMark(row, UInt8(ascii: ","))
                    || table.isMark(row, UInt8(ascii: "(")))
            if !continues { return false }
        }
        return false
    }

    /// Whether a name in capitals opens its paragraph, or stands behind a year and before a dash, where the story
    /// begins: "SAN ANTONIO The league", "March 24, 2009 MANSFIELD -- The mayor".
    func isBareDateline(_ span: CandidateSpan, in segment: TextSegment) -> Bool {
        let rows = span.rows
        let least = 5
        guard segment.casing == .sentence, span.label == .place, span.entry?.isWeak == false,
            table.end[rows.upperBound - 1] - table.start[rows.lowerBound] >= least,
            rows.allSatisfy({ table.shape[$0].contains(.upper) }),
            let behind = table.next(rows.upperBound - 1)
        else { return false }
        if rows.lowerBound == segment.rows.lowerBound {
            return table.isCapitalWord(behind) && !table.shape[behind].contains(.upper)
                && table.end[behind] > table.start[behind] + 1
        }
        return table.isDash(behind) && table.shape[rows.lowerBound - 1].contains(.digits)
    }
}
