extension SentenceReader {
    /// The date of a draft: the nearest one of its own clause, not the day on which it was told.
    func date(of draft: Draft, among dates: [StatedDate]) -> StatedDate? {
        let place = view.words[draft.trigger].utf8Range.lowerBound
        let verbs = Set([draft.trigger, governingVerb(of: draft.trigger) ?? draft.trigger]).filter {
            $0 == draft.trigger || lexicon.cue(view.words[$0].lemma, .speech) == nil
        }
        let own = dates.filter { date in
            guard
                let last = view.words.lastIndex(where: {
                    $0.utf8Range.upperBound <= date.utf8Range.upperBound
                })
            else { return false }
            return clauseHeads(of: last).contains(where: verbs.contains)
        }
        return own.min {
            abs($0.utf8Range.lowerBound - place) < abs($1.utf8Range.lowerBound - place)
        }
    }

    /// The words over a word up to the first verb, that included.
    private func clauseHeads(of word: Int) -> [Int] {
        var heads: [Int] = []
        var word = word
        for _ in 0..<8 {
            let head = view.words[word].head
            if head == word { break }
            heads.append(head)
            if view.isVerb(head) { break }
            word = head
        }
        return heads
    }
}
