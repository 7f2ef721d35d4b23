/// The number of letters to insert, delete, exchange or swap between one text and many others.
///
/// The optimal string alignment distance (V. I. Levenshtein 1966, with the adjacent swaps of F. J.
/// Damerau 1964), in rows that stop early.
struct EditDistance {
    private let pattern: [Unicode.Scalar]
    private var rows: [[Int]]
    private var letters: [Unicode.Scalar] = []

    init(to text: [UInt8]) {
        pattern = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        rows = Array(repeating: Array(repeating: 0, count: pattern.count + 1), count: 3)
    }

    /// The letters of the text.
    var length: Int { pattern.count }

    /// The edits to a text in UTF-8, or nil when they are more than a limit.
    mutating func edits(to text: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int? {
        letters.removeAll(keepingCapacity: true)
        letters.append(contentsOf: String(decoding: text, as: UTF8.self).unicodeScalars)
        guard abs(letters.count - pattern.count) <= limit else { return nil }
        for column in 0...pattern.count { rows[1][column] = column }
        for (line, letter) in letters.enumerated() {
            let (now, before, older) = ((line + 2) % 3, (line + 1) % 3, line % 3)
            rows[now][0] = line + 1
            var least = line + 1
            for column in 1...max(1, pattern.count) where column <= pattern.count {
                var edits = min(rows[before][column], rows[now][column - 1]) + 1
                let cost = pattern[column - 1] == letter ? 0 : 1
                edits = min(edits, rows[before][column - 1] + cost)
                if line > 0, column > 1, letters[line - 1] == pattern[column - 1],
                    letter == pattern[column - 2]
                {
                    edits = min(edits, rows[older][column - 2] + 1)
                }
                rows[now][column] = edits
                least = min(least, edits)
            }
            if least > limit { return nil }
        }
        let edits = rows[(letters.count + 1) % 3][pattern.count]
        return edits <= limit ? edits : nil
    }
}
