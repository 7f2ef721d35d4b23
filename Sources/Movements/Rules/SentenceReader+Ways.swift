extension SentenceReader {
    /// "A Jakarta-bound airliner": where it goes stands before it.
    func boundDrafts() -> [Draft] {
        var drafts: [Draft] = []
        for index in view.words.indices.dropFirst(2)
        where lexicon.small.has(view.lowers[index], .boundFor)
            && lexicon.small.has(view.lowers[index - 1], .joint)
        {
            guard let place = view.words[index - 2].mention else { continue }
            let noun = view.words[index].head
            guard noun > index, noun - index < 4, view.isNoun(noun) else { continue }
            let theme = theme(at: noun)
            guard theme.kind?.isMovable == true else { continue }
            let motion = MotionWord(
                lemma: view.lowers[index], motion: .move, mode: nil, isStrong: false, themes: [])
            var draft = Draft(
                trigger: index, word: motion, isNoun: true, origins: [], via: [],
                destinations: [End(mention: place, word: index - 2)], theme: theme,
                rule: "way.bound", confidence: 0.7)
            finish(&draft)
            drafts.append(draft)
        }
        return drafts
    }

    /// "Was intercepted on its way from A to B": a way told beside a verb that moves nothing.
    ///
    /// Whole ways are read first, then those with one end that nothing else has found.
    func wayDrafts(besides known: [Draft], areWhole: Bool) -> [Draft] {
        let owned = Set(ownPaths.values.joined().map(\.preposition))
        var drafts: [Draft] = []
        for index in view.words.indices where !owned.contains(index) && !blocked.contains(index) {
            guard view.words[index].mention == nil,
                let (count, _) = lexicon.links.match(view.lowers, at: index), count > 2
            else { continue }
            let theme = wayTheme(of: index)
            guard let theme, theme.kind?.isMovable == true || isShipment(theme) else { continue }
            let motion = MotionWord(
                lemma: view.lowers[index + count - 1], motion: .move, mode: nil, isStrong: false,
                themes: [])
            var frame = Frame(trigger: index, word: motion, isNoun: true)
            frame.paths = linkedPaths(of: index)
            var draft = Draft(
                trigger: index, word: motion, isNoun: true, origins: frame.ends(.origin),
                via: frame.ends(.via), destinations: frame.ends(.destination), theme: theme,
                rule: "way.link", confidence: 0.75)
            let isKnown = known.contains { other in
                other.origins.contains { end in draft.origins.contains { $0.mention == end.mention }
                }
                    || other.destinations.contains { end in
                        draft.destinations.contains { $0.mention == end.mention }
                    }
            }
            guard draft.hasEnd, draft.isWhole == areWhole, !isKnown else { continue }
            finish(&draft)
            drafts.append(draft)
        }
        return drafts
    }

    /// "The consignment": goods by the word for their way.
    private func isShipment(_ theme: Theme) -> Bool {
        guard let word = theme.word, isNominal(word), let motion = triggers[word]?.motion else {
            return false
        }
        return motion == .send || motion == .carry || motion == .move
    }

    /// What is on its way: the noun it hangs on, else what the verb is done to, else its subject.
    private func wayTheme(of link: Int) -> Theme? {
        let head = view.words[link].head
        guard head != link else { return nil }
        if view.isNoun(head), view.words[head].mention == nil { return theme(at: head) }
        guard view.isVerb(head) else { return nil }
        let noun = objects(of: head).first ?? subjects(of: head).first
        return noun.map { theme(at: $0) }
    }

    /// "To B, C and finally D": one leg after another; nil for anything else.
    func orderedLegs(of draft: Draft) -> [Draft]? {
        guard draft.destinations.count > 1, draft.relation == .transport,
            draft.origins.count == 1, let last = draft.destinations.last
        else { return nil }
        let before = draft.destinations[draft.destinations.count - 2]
        guard before.word < last.word,
            view.lowers[before.word..<last.word].contains(where: {
                lexicon.small.has($0, .sequence)
            })
        else { return nil }
        return legs(of: draft, through: draft.origins + draft.destinations)
    }

    /// One draft from each stop to the next.
    func legs(of draft: Draft, through stops: [End]) -> [Draft] {
        zip(stops, stops.dropFirst()).map { origin, destination in
            var leg = draft
            leg.origins = [origin]
            leg.destinations = [destination]
            return leg
        }
    }
}
