/// The words that make a name a ship's, from `vessel-words.tsv`.
struct VesselWords: Sendable {
    /// Where a word stands to the name.
    enum Role: String, Sendable {
        case type, types, prefix, number, flag, named, sign
    }

    private struct Phrase: Sendable {
        var words: [String]
        var role: Role
    }

    /// The phrases by their first word, the longest first.
    private var phrases: [String: [Phrase]] = [:]

    mutating func add(_ text: String, as role: Role) {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { return }
        phrases[first, default: []].append(Phrase(words: words, role: role))
        phrases[first]?.sort { $0.words.count > $1.words.count }
    }

    /// The phrase that begins at a row: the row behind it and its role.
    ///
    /// Slashes and hyphens between its words do not count: "M/V".
    func phrase(at first: Int, in table: TokenTable) -> (end: Int, role: Role)? {
        if let whole = table.word[first].split(separator: " ").first,
            whole.count < table.word[first].count
        {
            // One token of two words: "m/v".
            let words = table.word[first].split(separator: " ").map(String.init)
            for phrase in phrases[String(whole)] ?? [] where phrase.words == words {
                return (first + 1, phrase.role)
            }
        }
        for phrase in phrases[table.word[first]] ?? [] {
            var row = first
            var fits = true
            for (number, word) in phrase.words.enumerated() {
                while number > 0, row < table.count, table.shape[row].contains(.mark),
                    table.isGlued(row)
                {
                    row += 1
                }
                guard row < table.count, table.segment[row] == table.segment[first],
                    table.word[row] == word
                else {
                    fits = false
                    break
                }
                row += 1
            }
            if fits { return (row, phrase.role) }
        }
        return nil
    }
}
