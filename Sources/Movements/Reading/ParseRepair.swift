internal import Language

/// Puts right what a parser often gets wrong in news: a verb that is also a plural noun, taken for the
/// first part of the compound it governs ("ships coal to Japan and exports steel to Korea").
struct ParseRepair: Sendable {
    let lexicon: MovementLexicon

    /// Makes such words the verbs they are, with the noun behind as their object.
    func repair(_ words: inout [SentenceView.Word], lowers: [String]) {
        for index in words.indices.dropLast() where isVerb(index, words, lowers) {
            let object = words[index].head
            let head = words[object].head
            let before = head == object ? nil : head
            words[index].tag = "VBZ"
            if let (_, word) = lexicon.verbs.match(lowers, at: index) {
                words[index].lemma = word.lemma
            }
            words[index].label = before == nil ? "ROOT" : words[object].label
            words[index].head = before ?? index
            if words[index].label == "appos", let head = before, words[head].head == head {
                // "France, which ..., exports": the noun it was hung on is its subject.
                words[head].head = index
                words[head].label = "nsubj"
                words[index].head = index
                words[index].label = "ROOT"
            }
            words[object].head = index
            words[object].label = "dobj"
            // "Ships coal and exports steel": a verb joined to a verb, not to that verb's object.
            let joined = words[index].head
            if words[index].label == "conj", words[joined].label == "dobj",
                words[words[joined].head].tag.hasPrefix("VB"), words[joined].head < index
            {
                words[index].head = words[joined].head
            }
            for child in words.indices where words[child].head == object && child != object {
                let isBehind = child > object && words[child].label == "prep"
                if isBehind || words[child].label.hasPrefix("nsubj") { words[child].head = index }
            }
        }
    }

    private func isVerb(_ index: Int, _ words: [SentenceView.Word], _ lowers: [String]) -> Bool {
        let word = words[index]
        guard word.label == "compound", word.mention == nil, word.head > index,
            word.head - index < 5, lowers[index].hasSuffix("s"),
            words[word.head].tag.hasPrefix("NN"),
            let (count, _) = lexicon.verbs.match(lowers, at: index), count == 1
        else { return false }
        if word.tag == "VBZ" || word.tag == "VBP" { return true }
        guard word.tag == "NNS", index > 0, lexicon.nouns.match(lowers, at: word.head) == nil,
            let (length, kind) = lexicon.themes.match(lowers, at: word.head), length == 1
        else { return false }
        // A plural noun before another noun is rare; behind "and" or a comma it is a verb.
        let isJoint = lowers[index - 1] == "," || lexicon.small.has(lowers[index - 1], .conjunction)
        return isJoint && kind.isMovable
            && ["conj", "appos", "ROOT"].contains(words[word.head].label)
    }
}
