internal import Language

/// Puts right what a parser often gets wrong in news: a verb that is also a plural noun, taken for the
/// first part of the compound it governs ("ships coal to Japan and exports steel to Korea"), and goods
/// that are also an adjective ("exports crude").
struct ParseRepair: Sendable {
    let lexicon: MovementLexicon

    /// Makes such words the verbs and nouns they are, and hangs their neighbours on them.
    func repair(_ words: inout [SentenceView.Word], lowers: [String]) {
        for index in words.indices
        where words[index].label == .pcomp && words[index].tag.isNoun {
            // "From Windhoek", read as a clause.
            words[index].label = .pobj
        }
        for index in words.indices.dropLast(2) { joinName(behind: index, &words, lowers) }
        for index in words.indices.dropLast() {
            if let object = object(of: index, words, lowers) {
                makeVerb(index, object, &words, lowers)
            } else if isLinkingHead(index, words, lowers) || isSending(index, words, lowers)
                || isMovingHead(index, words, lowers)
            {
                makeHead(index, &words, lowers)
            } else if let subject = subject(ofPassing: index, words, lowers) {
                makePassing(index, subject, &words)
            } else if isMainClause(index, words, lowers) {
                makeMain(index, &words)
            } else if words[index].tag.isVerb,
                isAdjectiveOfGoods(index + 1, words, lowers),
                words[index + 1].head == index, lexicon.verbs.match(lowers, at: index) != nil
            {
                words[index + 1].tag = .nn
                words[index + 1].label = .dobj
            }
        }
    }

    /// "The tanker Gloria sailed to A", read as a tanker that Gloria sailed.
    private func joinName(
        behind noun: Int, _ words: inout [SentenceView.Word], _ lowers: [String]
    ) {
        guard words[noun].tag == .nn, words[noun + 1].tag.isProperNoun,
            let (count, kind) = lexicon.themes.match(lowers, at: noun), count == 1, kind.isVehicle
        else { return }
        var name = noun + 1
        while name + 1 < words.count, words[name].label == .compound,
            words[name + 1].tag.isProperNoun
        {
            name += 1
        }
        let verb = words[name].head
        guard words[name].label == .nsubj, verb > name, words[verb].label == .relcl,
            words[verb].head == noun
        else { return }
        let isRoot = words[noun].head == noun
        words[verb].head = isRoot ? verb : words[noun].head
        words[verb].label = isRoot ? .root : .ccomp
        words[noun].head = name
        words[noun].label = .compound
        for child in words.indices where words[child].head == noun && child != noun {
            words[child].head = child < noun ? name : verb
        }
    }

    private func makeVerb(
        _ index: Int, _ object: Int, _ words: inout [SentenceView.Word], _ lowers: [String]
    ) {
        let head = words[object].head
        let before = head == object ? nil : head
        retag(index, &words, lowers)
        if words[object].tag.isAdjective { words[object].tag = .nn }
        words[index].label = before == nil ? .root : words[object].label
        words[index].head = before ?? index
        if words[index].label == .appos, let head = before, words[head].head == head {
            // "France, which ..., exports": the noun it was hung on is its subject.
            words[head].head = index
            words[head].label = .nsubj
            words[index].head = index
            words[index].label = .root
        }
        words[object].head = index
        words[object].label = .dobj
        // "Ships coal and exports steel": a verb joined to a verb, not to that verb's object.
        let joined = words[index].head
        if words[index].label == .conj, words[joined].label == .dobj,
            words[words[joined].head].tag.isVerb, words[joined].head < index
        {
            words[index].head = words[joined].head
        }
        for child in words.indices where child != object && child != index {
            if words[child].head == object {
                let isBehind = child > object && words[child].label == .prep
                let isJoined = words[child].label == .conj && words[child].tag.isVerb
                if isBehind || isJoined || [.nsubj, .nsubjpass].contains(words[child].label) {
                    words[child].head = index
                }
            } else if words[child].head == index, child < index, words[child].label == .compound {
                words[child].label = .nsubj
            }
        }
    }

    /// "A railway links Addis Ababa with Djibouti", read as one long noun.
    private func makeHead(
        _ index: Int, _ words: inout [SentenceView.Word], _ lowers: [String]
    ) {
        retag(index, &words, lowers)
        for child in words.indices where words[child].head == index && child != index {
            if child < index, words[child].label == .compound {
                words[child].label = .nsubj
            } else if child > index, words[child].label == .appos {
                words[child].label = .dobj
                for part in words.indices
                where words[part].head == child && words[part].label == .prep {
                    words[part].head = index
                }
            }
        }
    }

    private func retag(
        _ index: Int, _ words: inout [SentenceView.Word], _ lowers: [String]
    ) {
        words[index].tag = .vbz
        if let (_, word) = lexicon.verbs.match(lowers, at: index) {
            words[index].lemma = word.lemma
        }
    }

    /// "Angola ships almost all its crude to China", read as one noun with another in apposition.
    private func isSending(
        _ index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        guard index > 0, words[index].tag == .nns, words[index].head == index,
            words[index - 1].mention != nil, words[index - 1].label == .compound,
            isVerbForm(index, words, lowers)
        else { return false }
        return words.indices.contains {
            $0 > index && words[$0].head == index && words[$0].label == .appos
                && isMovable($0, lowers)
        }
    }

    /// "The tournament moves from A to B", read as a noun without a verb.
    private func isMovingHead(
        _ index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        guard index > 0, words[index].tag == .nns, words[index].head == index,
            words[index - 1].tag == .nn, words[index - 1].head == index,
            words[index - 1].label == .compound, isVerbForm(index, words, lowers),
            lexicon.nouns.match(lowers, at: index) == nil,
            lexicon.themes.match(lowers, at: index) == nil
        else { return false }
        let role = lexicon.prepositions.match(lowers, at: index + 1)?.value
        return role == .origin || role == .destination || role == .via
    }

    /// The subject of "the pipeline from A crosses B", where "A crosses" was read as a name behind
    /// "from" in a sentence without a verb; nil for any other word.
    private func subject(
        ofPassing verb: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Int? {
        guard verb > 1, words[verb].tag == .nns, words[verb].label == .pobj,
            words[verb - 1].mention != nil, words[verb - 1].head == verb,
            words[verb + 1].mention != nil, isVerbForm(verb, words, lowers),
            lexicon.nouns.match(lowers, at: verb) == nil
        else { return nil }
        let noun = words[words[verb].head].head
        guard noun < verb, words[noun].head == noun, words[noun].tag.isNoun else {
            return nil
        }
        return noun
    }

    private func makePassing(_ verb: Int, _ noun: Int, _ words: inout [SentenceView.Word]) {
        let preposition = words[verb].head
        words[verb].tag = .vbz
        words[verb].label = .root
        words[verb].head = verb
        words[verb - 1].head = preposition
        words[verb - 1].label = .pobj
        words[noun].head = verb
        words[noun].label = .nsubj
        for child in words.indices where child > verb {
            if words[child].head == noun { words[child].head = verb }
            if words[child].head == verb, words[child].label == .appos {
                words[child].label = .dobj
            }
        }
    }

    /// "The column pulled out of A", read as a noun with a participle and no verb.
    private func isMainClause(
        _ verb: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        let noun = words[verb].head
        guard words[verb].label == .acl, words[verb].tag == .vbn || words[verb].tag == .vbd,
            noun < verb, words[noun].head == noun, words[noun].tag.isNoun,
            !words.contains(where: { $0.tag == .vbz || $0.tag == .vbp }),
            let (_, word) = lexicon.verbs.match(lowers, at: verb)
        else { return false }
        switch word.motion {
        case .leave, .stop, .cross, .arrive: break
        case .move:
            if word.mode == nil && words[verb].tag == .vbn && word.needsGoal { return false }
        default: return false
        }
        return !words.indices.contains { words[$0].head == verb && words[$0].label == .agent }
    }

    private func makeMain(_ verb: Int, _ words: inout [SentenceView.Word]) {
        let noun = words[verb].head
        words[verb].head = verb
        words[verb].label = .root
        words[verb].tag = .vbd
        words[noun].head = verb
        words[noun].label = .nsubj
    }

    /// The object of a verb that the parser took for a noun before it; nil for any other word.
    private func object(
        of index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Int? {
        let word = words[index]
        guard isVerbForm(index, words, lowers), word.head > index, word.head - index < 5 else {
            return nil
        }
        let head = word.head
        let isGoods = isMovable(head, lowers)
        let isHead = words[head].head == head
        if word.label == .nsubj, isHead, isGoods, head == index + 1,
            !words[head].tag.isVerb
        {
            return head
        }
        guard word.label == .compound, words[head].tag.isNoun else { return nil }
        if word.tag == .vbz || word.tag == .vbp { return head }
        guard word.tag == .nns, index > 0, isGoods,
            [.conj, .appos, .root].contains(words[head].label)
        else { return nil }
        // A plural noun before another noun is rare; behind "and" or a comma, or behind a name in a
        // sentence without a verb, it is a verb.
        let isJoint = lowers[index - 1] == "," || lexicon.small.has(lowers[index - 1], .conjunction)
        return isJoint || (isHead && words[index - 1].mention != nil) ? head : nil
    }

    /// Whether a plural noun heads a sentence without a verb, between a singular noun and a name.
    private func isLinkingHead(
        _ index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        guard index > 0, words[index].tag == .nns, words[index].head == index,
            isVerbForm(index, words, lowers), words[index + 1].mention != nil,
            words[index - 1].tag == .nn, words[index - 1].head == index,
            let (_, verb) = lexicon.verbs.match(lowers, at: index), verb.motion == .link
        else { return false }
        return words[index - 1].label == .compound
    }

    private func isVerbForm(
        _ index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        guard words[index].mention == nil, lowers[index].hasSuffix("s"),
            let (count, _) = lexicon.verbs.match(lowers, at: index)
        else { return false }
        return count == 1
    }

    private func isMovable(_ index: Int, _ lowers: [String]) -> Bool {
        guard lexicon.nouns.match(lowers, at: index) == nil,
            let (count, kind) = lexicon.themes.match(lowers, at: index)
        else { return false }
        return count == 1 && kind.isMovable
    }

    private func isAdjectiveOfGoods(
        _ index: Int, _ words: [SentenceView.Word], _ lowers: [String]
    ) -> Bool {
        words[index].tag == .jj && isMovable(index, lowers)
            && [.advmod, .acomp, .oprd, .dobj].contains(words[index].label)
    }
}
