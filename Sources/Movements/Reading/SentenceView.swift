internal import Geoparsing
internal import Language

/// One sentence as the rules read it: its words with their arcs, and the places among them.
///
/// Indices of words count from the sentence's first token.
struct SentenceView: Sendable {
    /// The words in order.
    var words: [Word]
    /// The words in lower case, for look-ups.
    let lowers: [String]
    /// Each word's dependents, in order.
    private(set) var children: [[Int]]
    /// The document's mentions.
    let mentions: [Mention]
    /// Whether the arcs are a parser's; else they are guessed from the order of the words.
    let isParsed: Bool

    /// A word, with what the parser says of it.
    struct Word: Sendable {
        var lemma: String
        var tag: Tag
        var label: DependencyLabel
        var head: Int
        let utf8Range: Range<Int>
        /// The mention the word is part of.
        var mention: Int?
        let isCapitalised: Bool
    }

    /// A view of words whose arcs are known.
    init(words: [Word], lowers: [String], mentions: [Mention], isParsed: Bool) {
        self.words = words
        self.lowers = lowers
        self.mentions = mentions
        self.isParsed = isParsed
        children = Self.children(of: words)
    }

    /// Where the sentence stands.
    var utf8Range: Range<Int> {
        guard let first = words.first, let last = words.last else { return 0..<0 }
        return first.utf8Range.lowerBound..<last.utf8Range.upperBound
    }

    /// Where some words stand, from the first's start to the last's end.
    func utf8Range(of range: ClosedRange<Int>) -> Range<Int> {
        words[range.lowerBound].utf8Range.lowerBound..<words[range.upperBound].utf8Range.upperBound
    }

    /// The first word that ends behind an offset; the last where none does.
    func word(at offset: Int) -> Int {
        min(words.partitionPoint { $0.utf8Range.upperBound <= offset }, max(words.count - 1, 0))
    }

    /// The dependents in one of some relations.
    func children(of word: Int, _ labels: DependencyLabel...) -> [Int] {
        children[word].filter { labels.contains(words[$0].label) }
    }

    /// Whether a dependent stands in one of some relations.
    func hasChild(_ word: Int, _ labels: DependencyLabel...) -> Bool {
        children[word].contains { labels.contains(words[$0].label) }
    }

    /// Whether the word is a verb by its tag.
    func isVerb(_ word: Int) -> Bool { words[word].tag.isVerb }
    /// Whether the word is a common or proper noun by its tag.
    func isNoun(_ word: Int) -> Bool { words[word].tag.isNoun }

    /// The first and last word of a word's subtree.
    func span(of word: Int) -> ClosedRange<Int> {
        var low = word
        var high = word
        var stack = children[word]
        var budget = words.count
        while let next = stack.popLast(), budget > 0 {
            budget -= 1
            low = min(low, next)
            high = max(high, next)
            stack.append(contentsOf: children[next])
        }
        return low...high
    }

    private static func children(of words: [Word]) -> [[Int]] {
        var children = [[Int]](repeating: [], count: words.count)
        for (index, word) in words.enumerated() where word.head != index {
            children[word.head].append(index)
        }
        return children
    }
}
