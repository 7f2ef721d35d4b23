internal import Language

extension SentenceReader {
    /// Whether a verb is in the passive, also where only its participle is there.
    func isPassive(_ verb: Int, depth: Int = 0) -> Bool {
        if view.hasChild(verb, .auxpass) { return true }
        if view.words[verb].tag == .vbd, depth < 4, isSharedParticiple(verb) {
            return isPassive(view.words[verb].head, depth: depth + 1)
        }
        guard view.words[verb].tag == .vbn, depth < 4 else { return false }
        if view.hasChild(verb, .agent), !view.hasChild(verb, .dobj) { return true }
        if view.hasChild(verb, .aux, .dobj, .nsubj) { return false }
        switch view.words[verb].label {
        case .acl, .advcl, .amod: return true
        case .conj: return isPassive(view.words[verb].head, depth: depth + 1)
        default: return view.hasChild(verb, .nsubjpass, .agent)
        }
    }

    /// "Was put on a ship and delivered to A": a participle read as a past of its own.
    private func isSharedParticiple(_ verb: Int) -> Bool {
        guard view.words[verb].label == .conj, let motion = triggers[verb]?.motion,
            motion.changesHands || motion == .carry || motion == .expel,
            !view.hasChild(verb, .dobj, .nsubj, .nsubjpass, .aux, .prt)
        else { return false }
        return view.hasChild(view.words[verb].head, .auxpass)
    }

    /// The words that head a verb's subject, its own or that of the verb that governs it.
    func subjects(of verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 6 else { return [] }
        if let own = view.children(of: verb, .nsubj, .nsubjpass).first {
            if isRelative(own), let noun = modifiedNoun(verb) { return [noun] }
            return [own]
        }
        let head = view.words[verb].head
        if head == verb {
            // No subject was found: the noun that stands just before.
            let before = verb - 1
            let isSubject =
                before >= 0 && view.isNoun(before) && view.words[before].mention == nil
                && [.vbz, .vbp, .vbd].contains(view.words[verb].tag)
            return isSubject ? [before] : []
        }
        switch view.words[verb].label {
        case .relcl where view.words[verb].tag != .vb: return []
        case .acl, .relcl:
            if view.words[verb].tag == .vb {
                let poss = view.children(of: head, .poss)
                if !poss.isEmpty { return poss }
                for prep in view.children(of: head, .prep, .agent)
                where lexicon.small.has(view.lowers[prep], .agent) {
                    return view.children(of: prep, .pobj)
                }
                return governingVerb(of: head).map { subjects(of: $0, depth: depth + 1) } ?? []
            }
            return [head]
        case .xcomp, .ccomp:
            if let controlled = view.children(of: head, .dobj).first,
                !isPlacePassed(controlled, by: head)
            {
                return [controlled]
            }
            if view.words[head].label == .amod || view.words[head].label == .appos {
                // "Migrants, desperate to leave".
                return [view.words[head].head]
            }
            return subjects(of: head, depth: depth + 1)
        case .advcl where beneficiary(of: head, before: verb) != nil:
            return beneficiary(of: head, before: verb).map { [$0] } ?? []
        case .advcl, .conj, .dep, .parataxis, .acomp, .attr, .oprd:
            return subjects(of: head, depth: depth + 1)
        case .pobj where view.words[verb].tag == .vbg:
            // "Wait for their train leaving for": a compound that is a noun and its verb.
            return view.children(of: verb, .compound).suffix(1)
        case .pcomp, .prep:
            let over = view.words[head].head
            if view.isVerb(over) {
                if let object = view.children(of: over, .dobj).first,
                    lexicon.small.has(view.lowers[head], .source)
                {
                    return [object]
                }
                return subjects(of: over, depth: depth + 1)
            }
            let poss = view.children(of: over, .poss)
            return poss.isEmpty ? (view.isNoun(over) ? [over] : []) : poss
        default: return []
        }
    }

    /// "Arranged for supplies to be delivered": the noun behind "for" is what the infinitive is of.
    private func beneficiary(of head: Int, before verb: Int) -> Int? {
        guard view.hasChild(verb, .aux), view.words[verb].tag != .vbg else { return nil }
        let isInfinitive = view.children(of: verb, .aux).contains {
            lexicon.small.has(view.lowers[$0], .infinitive)
        }
        guard isInfinitive else { return nil }
        for prep in view.children(of: head, .prep)
        where prep > head && prep < verb && lexicon.small.has(view.lowers[prep], .beneficiary) {
            return view.children(of: prep, .pobj).first {
                $0 < verb && view.words[$0].mention == nil
            }
        }
        return nil
    }

    /// The words that head what a verb acts on.
    func objects(of verb: Int) -> [Int] {
        if isPassive(verb) {
            if view.words[verb].label == .acl, !view.hasChild(verb, .nsubjpass, .nsubj) {
                return [view.words[verb].head]
            }
            if view.words[verb].label == .relcl, !view.hasChild(verb, .nsubjpass, .nsubj),
                let noun = modifiedNoun(verb)
            {
                return [noun]
            }
            return subjects(of: verb)
        }
        let own = view.children(of: verb, .dobj)
        if let first = own.first {
            if isRelative(first), let noun = modifiedNoun(verb) { return [noun] }
            return [first]
        }
        if view.words[verb].label == .relcl, !view.hasChild(verb, .mark),
            let subject = view.children(of: verb, .nsubj).first, !isRelative(subject),
            let noun = modifiedNoun(verb)
        {
            return [noun]
        }
        if view.words[verb].label == .conj, view.words[verb].tag != .vbn || !isPassive(verb) {
            // "buy the wheat and ship it": an object of its own; "load and ship the wheat": shared.
            for next in view.children(of: verb, .conj) where view.isVerb(next) {
                let shared = view.children(of: next, .dobj)
                if !shared.isEmpty { return shared }
            }
        }
        if !view.hasChild(verb, .prep) {
            for next in view.children(of: verb, .conj) where view.isVerb(next) && next - verb < 4 {
                let shared = view.children(of: next, .dobj)
                if !shared.isEmpty { return shared }
            }
        }
        return []
    }

    private func isRelative(_ word: Int) -> Bool {
        [.wdt, .wp, .wpPossessive].contains(view.words[word].tag)
            || (lexicon.small.has(view.lowers[word], .relative) && view.words[word].tag != .nn)
    }

    /// The noun that a relative clause belongs to.
    private func modifiedNoun(_ verb: Int) -> Int? {
        var word = verb
        for _ in 0..<4 {
            let head = view.words[word].head
            switch view.words[word].label {
            case .relcl, .acl: return head
            case .conj, .xcomp, .ccomp, .advcl: word = head
            default: return nil
            }
        }
        return nil
    }

    /// The verb that governs a noun, directly or through prepositions and other nouns.
    func governingVerb(of noun: Int) -> Int? {
        var word = noun
        for _ in 0..<5 {
            let head = view.words[word].head
            if head == word { return nil }
            if view.isVerb(head) { return head }
            word = head
        }
        return nil
    }

    /// "Crossed the Evros to reach B": who crossed reaches it, not the river.
    private func isPlacePassed(_ object: Int, by verb: Int) -> Bool {
        view.words[object].mention != nil && triggers[verb]?.motion == .cross
    }
}
