internal import Geoparsing
internal import Language

/// A sentence with all that the rules need to read it: the words of movement, and what the text
/// has spoken of before.
struct SentenceReader: Sendable {
    let view: SentenceView
    let lexicon: MovementLexicon
    /// What the sentences before have left to point back to.
    var discourse: Discourse
    /// The motion words of the sentence, by word.
    private(set) var triggers: [Int: MotionWord] = [:]
    /// Those of them that are nouns.
    private(set) var nominal: Set<Int> = []
    /// Words inside phrases that only look like a movement.
    private(set) var blocked: Set<Int> = []
    /// The paths of each word of movement.
    var ownPaths: [Int: [Path]] = [:]

    private static let mostTriggers = 60

    init(view: SentenceView, lexicon: MovementLexicon, discourse: Discourse) {
        self.view = view
        self.lexicon = lexicon
        self.discourse = discourse
        findTriggers()
        if triggers.count > Self.mostTriggers {
            // No sentence of prose has so many; a list or noise is not read word by word.
            triggers = [:]
            nominal = []
        }
        assignPaths()
    }

    private mutating func findTriggers() {
        let lowers = view.lowers
        for index in lowers.indices {
            if let (count, _) = lexicon.blockedPhrases.match(lowers, at: index) {
                blocked.formUnion(index..<(index + count))
            }
        }
        for index in lowers.indices where !blocked.contains(index) {
            if view.words[index].mention != nil { continue }
            let tag = view.words[index].tag
            if tag.isVerb, view.words[index].label != .amod, !isGerundNoun(index),
                let (_, word) = lexicon.verbs.match(lowers, at: index),
                word.motion != .stop || !view.hasChild(index, .dobj, .auxpass, .xcomp)
            {
                triggers[index] = word
            } else if let word = mistagged(index) {
                triggers[index] = word
                if lowers[index].hasSuffix("ing") { nominal.insert(index) }
            } else if let (count, word) = lexicon.nouns.match(lowers, at: index) {
                let head = index + count - 1
                // "The Movement for Georgia" is a name; "the Basin Pipeline" is one too, of a link.
                let isName = view.words[head].tag.isProperNoun && view.words[head].isCapitalised
                // "Air service" says more than the "service" in it.
                if triggers[head] == nil,
                    view.words[head].tag.isNoun || isGerundNoun(head),
                    !isName || word.motion == .link || head < 2,
                    !isCompoundOfTrigger(head), !(word.motion == .link && isBareMeans(index))
                {
                    triggers[head] = word
                    nominal.insert(head)
                }
            }
        }
    }

    /// "By ferry", "by pipeline": a noun that only tells by what means.
    private func isBareMeans(_ first: Int) -> Bool {
        first > 0 && lexicon.small.has(view.lowers[first - 1], .means)
    }

    /// A verb that the tagger took for a noun: the head of its sentence, or a form in "ing".
    private func mistagged(_ index: Int) -> MotionWord? {
        let lower = view.lowers[index]
        guard view.words[index].tag.isNoun, index > 0,
            lexicon.nouns.match(view.lowers, at: index) == nil,
            let (count, word) = lexicon.verbs.match(view.lowers, at: index), count == 1
        else { return nil }
        if lower.hasSuffix("ing"), view.words[index].label != .compound {
            return MotionWord(
                lemma: word.lemma, motion: word.motion, mode: word.mode, isStrong: false,
                themes: word.themes)
        }
        let isHead = view.words[index].label == .root && view.hasChild(index, .nsubj, .prep)
        return isHead && view.isNoun(index - 1) ? word : nil
    }

    /// "The smuggling of oil": a noun whatever its tag.
    private func isGerundNoun(_ word: Int) -> Bool {
        view.words[word].tag == .vbg && lexicon.nouns.match(view.lowers, at: word) != nil
            && view.children[word].contains { child in
                view.words[child].label == .det
                    || (lexicon.small.has(view.lowers[child], .possessive) && child == word + 1)
                    || (view.words[child].label == .amod && child < word)
            }
    }

    /// "The pipeline system": the noun behind counts, unless it says nothing of movement.
    private func isCompoundOfTrigger(_ word: Int) -> Bool {
        guard view.words[word].label == .compound else { return false }
        return lexicon.nouns.match(view.lowers, at: view.words[word].head) != nil
    }
}
