/// Phrases of one or more words, each with a value, found by their first word.
struct PhraseTable<Value: Sendable>: Sendable {
    private var entries: [String: [Entry]] = [:]

    private struct Entry: Sendable {
        let rest: [String]
        let value: Value
    }

    /// Adds a phrase whose words are given as tokens; the first of two equal phrases stays.
    mutating func add(_ words: [String], _ value: Value) {
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        var known = entries[first] ?? []
        if known.contains(where: { $0.rest == rest }) { return }
        let place = known.firstIndex { $0.rest.count < rest.count } ?? known.endIndex
        known.insert(Entry(rest: rest, value: value), at: place)
        entries[first] = known
    }

    /// The longest phrase that begins at a word, and how many words it has.
    func match(_ words: [String], at index: Int) -> (count: Int, value: Value)? {
        guard let known = entries[words[index]] else { return nil }
        for entry in known {
            let end = index + 1 + entry.rest.count
            if end <= words.count, words[(index + 1)..<end].elementsEqual(entry.rest) {
                return (entry.rest.count + 1, entry.value)
            }
        }
        return nil
    }

    /// Whether a phrase begins with a word.
    func hasPhrase(beginningWith word: String) -> Bool { entries[word] != nil }
}
