internal import Language

extension SentenceReader {
    /// What a noun of movement says.
    func nounFrame(_ noun: Int, _ word: MotionWord) -> Frame {
        var frame = Frame(trigger: noun, word: word, isNoun: true)
        frame.paths = paths(of: noun)
        for prep in view.children(of: noun, .prep)
        where lexicon.small.has(view.lowers[prep], .possessive) {
            for object in view.children(of: prep, .pobj) {
                if view.words[object].mention != nil, word.motion != .arrive {
                    frame.objectPlaces = ends(of: object)
                } else {
                    frame.theme = theme(at: object)
                }
            }
        }
        if frame.theme == nil { frame.theme = compoundTheme(noun) }
        if frame.theme == nil { frame.theme = governedTheme(noun) }
        if frame.theme == nil, let owner = view.children(of: noun, .poss).first,
            let kind = themeKind(at: owner), kind == .people || kind == .official
        {
            // "The prisoner's transfer".
            frame.theme = theme(at: owner)
        }
        if word.motion.changesHands { frame.theme?.becomeCargo() }
        let beside = adjectivePlaces(of: noun)
        if !beside.isEmpty {
            frame.actorPlaces = beside
        } else if let owner = view.children(of: noun, .poss).first {
            frame.actor = owner
            frame.actorPlaces = actorPlaces(of: owner)
        }
        if frame.actorPlaces.isEmpty {
            for path in frame.paths where path.role == .agent {
                frame.actor = path.object
                frame.actorPlaces = actorPlaces(of: path.object)
            }
        }
        if frame.actorPlaces.isEmpty, let verb = governingVerb(of: noun), isDoing(verb, noun) {
            if isPassive(verb) {
                for agent in view.children(of: verb, .agent) {
                    for object in view.children(of: agent, .pobj) {
                        frame.actorPlaces = actorPlaces(of: object)
                    }
                }
            } else if let actor = subjects(of: verb).first, actor != noun {
                frame.actor = actor
                frame.actorPlaces = actorPlaces(of: actor)
            }
        }
        return frame
    }

    /// "Oil exports", "fuel oil shipments".
    private func compoundTheme(_ noun: Int) -> Theme? {
        let parts = view.children(of: noun, .compound, .amod, .nmod).filter {
            view.words[$0].mention == nil && $0 < noun
        }
        guard let last = parts.last(where: { themeKind(at: $0)?.isMovable == true }) else {
            return nil
        }
        var theme = self.theme(at: last)
        var start = last
        while start > 0, view.words[start - 1].mention == nil,
            [.compound, .amod].contains(view.words[start - 1].label),
            view.words[start - 1].head == last || view.words[start - 1].head == noun,
            view.words[start - 1].tag.isNoun
        {
            start -= 1
        }
        let phrase = view.utf8Range(of: start...last)
        if theme.kind?.isVehicle == true { theme.vehicle = phrase } else { theme.cargo = phrase }
        theme.ends = []
        return theme
    }

    /// "A transfer that took 63 kg": what the verb over a noun moves.
    private func governedTheme(_ noun: Int) -> Theme? {
        guard view.words[noun].label == .dobj || view.words[noun].label == .pobj,
            let verb = governingVerb(of: noun)
        else { return nil }
        if triggers[noun]?.motion == .link { return nil }
        if triggers[noun]?.motion.movesSubject == true, let subject = subjects(of: verb).first {
            return theme(at: subject)
        }
        return nil
    }

    /// Whether the subject of a verb is the one that does what its object names: "halted exports".
    private func isDoing(_ verb: Int, _ noun: Int) -> Bool {
        var word = noun
        for _ in 0..<5 where word != verb {
            let label = view.words[word].label
            if ![.dobj, .pobj, .prep, .conj, .pcomp, .attr, .xcomp].contains(label) {
                return false
            }
            word = view.words[word].head
        }
        return lexicon.cue(view.words[verb].lemma, .speech) == nil
    }
}
