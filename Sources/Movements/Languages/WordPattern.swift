internal import Gazetteers
internal import Language

/// A phrase of a table as it may stand in a text: its words, folded, each with what may be joined to it.
///
/// A star behind a word stands for up to four letters more ("танкер*"), a star before it for any letters ("*schiff").
/// Where words are not parted by blanks each ideograph is a word.
struct WordPattern: Sendable, Hashable {
    /// One word of a phrase.
    struct Word: Sendable, Hashable {
        var text: String
        var beginsOpen = false
        var endsOpen = false

        /// The most letters that a star behind a word stands for.
        private static let longestEnding = 4

        /// Whether the word may stand as it does in a form.
        func matches(_ form: String) -> Bool {
            switch (beginsOpen, endsOpen) {
            case (false, false): form == text
            case (false, true):
                form.hasPrefix(text) && form.count - text.count <= Self.longestEnding
            case (true, false): form.hasSuffix(text)
            case (true, true):
                (0...Self.longestEnding).contains { form.dropLast($0).hasSuffix(text) }
            }
        }
    }

    let words: [Word]

    /// A pattern from the cell of a table.
    init(_ cell: String) {
        let utf8 = Array(cell.utf8)
        var words: [Word] = []
        var opens = false
        var last = 0
        for token in PlainTokenizer().tokens(in: utf8) where !token.isSpace {
            let text = String(decoding: utf8[token.utf8Range], as: UTF8.self)
            if text == "*" {
                let isBehind = token.utf8Range.lowerBound == last && !words.isEmpty
                if isBehind { words[words.count - 1].endsOpen = true } else { opens = true }
            } else {
                words.append(Word(text: PlainWord.folded(text), beginsOpen: opens))
                opens = false
            }
            last = token.utf8Range.upperBound
        }
        self.words = words
    }
}

/// What phrases of a table mean, found at the words of a sentence.
struct WordPatterns<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let pattern: WordPattern
        let value: Value
    }

    /// Those whose first word is whole, by it; by its letters where more may follow; and those that begin with a star.
    private var whole: [String: [Entry]] = [:]
    private var stems: [String: [Entry]] = [:]
    private var endings: [Entry] = []
    private var longestStem = 0

    /// Adds a phrase.
    mutating func add(_ cell: String, _ value: Value) {
        let pattern = WordPattern(cell)
        guard let first = pattern.words.first else { return }
        let entry = Entry(pattern: pattern, value: value)
        if first.beginsOpen {
            endings.append(entry)
        } else if first.endsOpen {
            stems[first.text, default: []].append(entry)
            longestStem = max(longestStem, first.text.count)
        } else {
            whole[first.text, default: []].append(entry)
        }
    }

    /// The longest phrase at a word, what is written whole before what has a star, the first in the table of two alike.
    func match(_ words: [PlainWord], at index: Int) -> (count: Int, value: Value)? {
        var best: (count: Int, value: Value)?
        for match in matches(words, at: index) where match.count > best?.count ?? 0 {
            best = match
        }
        return best
    }

    /// All phrases at a word, what is written whole before what has a star.
    func matches(_ words: [PlainWord], at index: Int) -> [(count: Int, value: Value)] {
        candidates(for: words[index]).compactMap { entry in
            let pattern = entry.pattern.words
            guard index + pattern.count <= words.count,
                zip(pattern, words[index...]).allSatisfy({ $1.forms.contains(where: $0.matches) })
            else { return nil }
            return (pattern.count, entry.value)
        }
    }

    private func candidates(for word: PlainWord) -> [Entry] {
        var found: [Entry] = []
        for form in word.forms {
            found += whole[form] ?? []
            var length = min(form.count, longestStem)
            while length > 0, form.count - length <= 4 {
                found += stems[String(form.prefix(length))] ?? []
                length -= 1
            }
        }
        return found + endings
    }
}
