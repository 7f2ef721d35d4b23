/// Finds the brackets that credit reporters, as in "(Reporting by our desk in Tokyo; editing by the night desk)".
///
/// Where they sat is no place of the report. The words that open such a bracket are in `credit-words.tsv`.
struct CreditFinder {
    let table: TokenTable
    /// The phrases, as folded words.
    let phrases: [[String]]
    /// No credit is longer, in tokens.
    private static let longest = 120

    /// The rows inside such brackets, in the order of the text.
    func rows() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var row = 0
        while row < table.count {
            if table.isMark(row, UInt8(ascii: "(")), opensCredit(at: row + 1) {
                let limit = min(table.count, row + Self.longest)
                let close = (row..<limit).first { table.isMark($0, UInt8(ascii: ")")) } ?? limit
                found.append(row..<close)
                row = close
            } else {
                row += 1
            }
        }
        return found
    }

    private func opensCredit(at first: Int) -> Bool {
        phrases.contains { phrase in
            first + phrase.count <= table.count
                && zip(first..., phrase).allSatisfy { table.word[$0] == $1 }
        }
    }
}
