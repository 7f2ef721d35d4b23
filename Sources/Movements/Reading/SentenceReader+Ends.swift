internal import Gazetteers
internal import Geoparsing
internal import Language

extension SentenceReader {
    /// The word of the sentence that stands for a mention's words in the arcs.
    private func isMentionHead(_ word: Int) -> Bool {
        guard let mention = view.words[word].mention else { return false }
        let head = view.words[word].head
        return head == word || view.words[head].mention != mention
    }

    /// The places that a noun phrase names as an end: itself, or the place it lies in.
    ///
    /// "Subic Bay", "the port of Subic Bay", "a refinery in Paulsboro", "Russian bases", "there".
    func ends(of word: Int, depth: Int = 0) -> [End] {
        guard depth < 14 else { return [] }
        if let mention = view.words[word].mention {
            var found = [End(mention: mention, word: word)]
            for part in mentionWords(around: word) {
                for next in view.children(of: part, .conj, .appos) {
                    found += listed(next, after: found, depth: depth)
                }
            }
            return found
        }
        var found = endsBeside(word, depth: depth)
        if found.isEmpty, let place = anaphor(word) { found = [place] }
        if !found.isEmpty || depth > 0 {
            for next in view.children(of: word, .conj) where !view.isVerb(next) {
                found += ends(of: next, depth: depth + 1).filter { new in
                    !found.contains { $0.mention == new.mention }
                }
            }
        }
        return found
    }

    /// "Such as", "including", "like": what follows names what the noun means.
    private func isExample(_ preposition: Int) -> Bool {
        let word = view.lowers[preposition]
        if lexicon.small.has(word, .example) { return true }
        return lexicon.small.has(word, .suchAs) && preposition > 0
            && lexicon.small.has(view.lowers[preposition - 1], .such)
    }

    /// The words of the same mention.
    func mentionWords(around word: Int) -> ClosedRange<Int> {
        let mention = view.words[word].mention
        var low = word
        var high = word
        while low > 0, view.words[low - 1].mention == mention { low -= 1 }
        while high + 1 < view.words.count, view.words[high + 1].mention == mention { high += 1 }
        return low...high
    }

    /// A further member of a list of places; what a place lies in is none ("Reston, Virginia").
    private func listed(_ word: Int, after found: [End], depth: Int) -> [End] {
        let next = ends(of: word, depth: depth + 1)
        guard let first = next.first, let last = found.last else { return [] }
        let mention = view.mentions[last.mention]
        if mention.container == first.mention { return Array(next.dropFirst()) }
        if view.words[first.word].mention == view.words[last.word].mention { return next }
        if !isCoordinated(last.word, first.word) { return [] }
        return next
    }

    /// Whether two places stand in a list with "and", "or" or a stroke, not as town and country.
    private func isCoordinated(_ left: Int, _ right: Int) -> Bool {
        guard left < right else { return false }
        if view.lowers[left..<right].contains(where: { lexicon.small.has($0, .joining) }) {
            return true
        }
        // "A, B and C": the joining word stands further on.
        var index = right
        while index < view.words.count, index < right + 12 {
            if lexicon.small.has(view.lowers[index], .joining) {
                return index + 1 < view.words.count && index > right
                    && view.words[(index + 1)..<min(index + 4, view.words.count)].contains {
                        $0.mention != nil
                    }
            }
            if view.words[index].mention == nil && view.lowers[index] != "," { return false }
            index += 1
        }
        return false
    }

    /// The places beside a common noun, those behind "of" or "in" before its adjectives.
    private func endsBeside(_ word: Int, depth: Int) -> [End] {
        if lexicon.blockedEnds.contains(view.lowers[word]) { return [] }
        let isPlaceNoun = lexicon.anaphors[view.lowers[word]] != nil
        if !isPlaceNoun, let kind = themeKind(at: word) {
            // "To Iraqi oil" is no way to Iraq.
            if kind == .abstract || kind.comesFromItsCountry { return [] }
        }
        if lexicon.anaphors[view.lowers[word]] == .region {
            // "The Punjab province of Pakistan": its own name comes first.
            let named = adjectivePlaces(of: word, depth: depth + 1).filter {
                view.mentions[$0.mention].kind == .name
            }
            if !named.isEmpty { return named }
        }
        for name in view.children(of: word, .appos) {
            let found = ends(of: name, depth: depth + 1)
            if !found.isEmpty { return found }
        }
        if [.city, .capital].contains(lexicon.anaphors[view.lowers[word]]),
            word + 2 < view.words.count,
            view.lowers[word + 1] == ",", let mention = view.words[word + 2].mention,
            view.mentions[mention].kind == .name,
            !adjectivePlaces(of: word, depth: depth + 1).isEmpty
        {
            // "The Hungarian capital, Budapest", where the arcs hang the name elsewhere.
            return [End(mention: mention, word: word + 2)]
        }
        for prep in view.children(of: word, .prep) where isExample(prep) {
            for object in view.children(of: prep, .pobj) {
                let found = ends(of: object, depth: depth + 1)
                if !found.isEmpty { return found }
            }
        }
        for prep in view.children(of: word, .prep)
        where lexicon.small.has(view.lowers[prep], .inside) {
            for object in view.children(of: prep, .pobj) {
                let found = ends(of: object, depth: depth + 1)
                if !found.isEmpty { return found }
            }
        }
        if lexicon.small.has(view.lowers[word], .bordering) {
            // "The border with Austria".
            for prep in view.children(of: word, .prep)
            where lexicon.small.has(view.lowers[prep], .contents)
                || lexicon.prepositions.match(view.lowers, at: prep)?.value == .destination
            {
                for object in view.children(of: prep, .pobj)
                where view.words[object].mention != nil {
                    return ends(of: object, depth: depth + 1)
                }
            }
        }
        let beside = adjectivePlaces(of: word, depth: depth + 1)
        if beside.contains(where: { view.mentions[$0.mention].kind == .name }) { return beside }
        // "Territory in Syria", where the arcs hang "in" elsewhere.
        if word + 1 < view.words.count, lexicon.small.has(view.lowers[word + 1], .inside),
            depth == 0
        {
            for object in view.children(of: word + 1, .pobj) {
                let found = ends(of: object, depth: depth + 1)
                if !found.isEmpty { return found }
            }
        }
        // "The Yemeni army" is somewhere, "American art" is not.
        let isSomewhere =
            lexicon.anaphors[view.lowers[word]] != nil
            || view.words[word].tag.isProperNoun || themeKind(at: word) == .people
            || (triggers[word]?.motion == .link && isPassed(word))
        return isSomewhere ? beside : []
    }

    /// Whether a noun stands behind "through", "via" or "along".
    func isPassed(_ noun: Int) -> Bool {
        view.words[noun].label == .pobj
            && lexicon.prepositions.match(view.lowers, at: view.words[noun].head)?.value == .via
    }

    /// The places among a noun's adjectives, possessors and compounds: "Iraq's", "Russian".
    func adjectivePlaces(of word: Int, depth: Int = 0) -> [End] {
        guard depth < 14 else { return [] }
        for next in view.children[word].sorted(by: { abs($0 - word) < abs($1 - word) }) {
            guard [.poss, .amod, .compound, .nmod].contains(view.words[next].label) else {
                continue
            }
            // Names may hang on one another in a ring, so the depth is kept.
            if view.words[next].mention != nil { return ends(of: next, depth: depth + 1) }
            let inner = adjectivePlaces(of: next, depth: depth + 1)
            if !inner.isEmpty { return inner }
        }
        return []
    }

    /// The place that "there" or "the country" points back to.
    private func anaphor(_ word: Int) -> End? {
        guard let kind = lexicon.anaphors[view.lowers[word]],
            !view.children(of: word, .prep).contains(where: {
                lexicon.small.has(view.lowers[$0], .possessive)
            })
        else { return nil }
        let isDefinite = view.children(of: word, .det).contains {
            lexicon.small.has(view.lowers[$0], .definite)
        }
        switch kind {
        case .theme, .facility: return nil
        case .place: break
        case .country, .city, .capital, .region: if !isDefinite { return nil }
        }
        let offset = view.words[word].utf8Range.lowerBound
        var index = SentenceView.firstMention(endingAfter: offset, view.mentions)
        let reach = 800
        while index > 0 {
            index -= 1
            let mention = view.mentions[index]
            if offset - mention.utf8Range.upperBound > reach { break }
            if mention.use.isPlaced, mention.use != .dateline, mention.use != .institution,
                mention.kind == .name, fits(mention, kind)
            {
                return End(mention: index, word: word, isAnaphor: true)
            }
        }
        return nil
    }

    private func fits(_ mention: Mention, _ kind: Anaphor) -> Bool {
        guard let place = mention.candidates.first?.place else { return kind == .place }
        switch kind {
        case .country: return place.kind == .country
        case .city: return place.kind == .city || place.kind == .port
        case .capital: return place.isCapital
        case .region: return place.kind.isAreal && place.kind != .country && !place.kind.isWater
        case .place, .theme, .facility: return !place.kind.isWater
        }
    }

    /// "Russia sought more drones after using those it had bought": the subject just before.
    private func subjectPlaces(before pronoun: Int) -> [End]? {
        let before = (0..<pronoun).reversed().first {
            [.nsubj, .nsubjpass].contains(view.words[$0].label)
                && !view.words[$0].tag.isQuestionWord && !view.words[$0].tag.isPronoun
        }
        guard let before, view.words[before].mention != nil else { return nil }
        return ends(of: before).map { End(mention: $0.mention, word: pronoun, isAnaphor: true) }
    }

    /// "Iran has said it provided": the places of the one who says so.
    private func speakerPlaces(over pronoun: Int) -> [End]? {
        var verb = view.words[pronoun].head
        for _ in 0..<4 {
            let head = view.words[verb].head
            if head == verb { return nil }
            if view.words[verb].label == .ccomp,
                let speaker = view.children(of: head, .nsubj).first, speaker != pronoun,
                view.words[speaker].mention != nil
            {
                return ends(of: speaker).map {
                    End(mention: $0.mention, word: pronoun, isAnaphor: true)
                }
            }
            verb = head
        }
        return nil
    }

    /// The place of somebody who acts: a country, or the one whose firm, army or people it is.
    func actorPlaces(of word: Int, depth: Int = 0) -> [End] {
        guard depth < 3 else { return [] }
        if let mention = view.words[word].mention {
            // "A Korean in Japan".
            if view.mentions[mention].kind == .demonym, view.isNoun(word) {
                let place = location(beside: word)
                if !place.isEmpty { return place }
            }
            return ends(of: word)
        }
        if let place = anaphor(word) { return [place] }
        if lexicon.small.has(view.lowers[word], .speaker), let speaker = speakerPlaces(over: word) {
            return speaker
        }
        if lexicon.small.has(view.lowers[word], .subject), let before = subjectPlaces(before: word)
        {
            return before
        }
        if lexicon.small.has(view.lowers[word], .speaker), let subject = discourse.subject,
            discourse.sentence - subject.sentence <= 1
        {
            return subject.ends.map { End(mention: $0.mention, word: word, isAnaphor: true) }
        }
        let beside = adjectivePlaces(of: word)
        if !beside.isEmpty { return beside }
        for name in view.children(of: word, .appos) {
            let found = actorPlaces(of: name, depth: depth + 1)
            if !found.isEmpty { return found }
        }
        for prep in view.children(of: word, .prep) where isExample(prep) {
            for object in view.children(of: prep, .pobj) where view.words[object].mention != nil {
                return ends(of: object)
            }
        }
        for prep in view.children(of: word, .prep)
        where lexicon.small.has(view.lowers[prep], .belonging) {
            for object in view.children(of: prep, .pobj) where view.words[object].mention != nil {
                return ends(of: object)
            }
        }
        return []
    }
}
