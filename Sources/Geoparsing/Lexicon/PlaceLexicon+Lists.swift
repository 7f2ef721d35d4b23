extension PlaceLexicon {
    /// The type that a name shares with others of a list: "Barrow, Jackson and Madison counties", "the
    /// villages of Nuli, Prisi and Dvani".
    ///
    /// - Parameters:
    ///   - rows: The rows of the name.
    ///   - table: The document's tokens.
    /// - Returns: The type; nil where the name is the one beside the word, or in no such list.
    func listedType(of rows: Range<Int>, in table: TokenTable) -> PlaceType? {
        listedTypeAfter(rows.upperBound, in: table) ?? listedTypeBefore(rows.lowerBound, in: table)
    }

    /// More names than this in a list say nothing of the first.
    private var longestList: Int { 24 }

    private func listedTypeAfter(_ end: Int, in table: TokenTable) -> PlaceType? {
        guard end < table.count, joins(end, in: table) else { return nil }
        for row in end..<min(end + longestList, table.count) {
            guard table.segment[row] == table.segment[end - 1] else { return nil }
            if table.isCapitalWord(row) || joins(row, in: table) { continue }
            return placeTypes[table.word[row]]?.first { $0.side == .afterList }
        }
        return nil
    }

    private func listedTypeBefore(_ start: Int, in table: TokenTable) -> PlaceType? {
        guard start > 1, joins(start - 1, in: table) else { return nil }
        for row in stride(from: start - 1, through: max(start - longestList, 1), by: -1) {
            guard table.segment[row] == table.segment[start] else { return nil }
            if table.isCapitalWord(row) || joins(row, in: table) { continue }
            guard table.classes[row].contains(.of) else { return nil }
            return placeTypes[table.word[row - 1]]?.first { $0.side == .ofList }
        }
        return nil
    }

    /// Whether a row stands between the names of a list.
    private func joins(_ row: Int, in table: TokenTable) -> Bool {
        table.isMark(row, UInt8(ascii: ",")) || table.classes[row].contains(.join)
    }
}
