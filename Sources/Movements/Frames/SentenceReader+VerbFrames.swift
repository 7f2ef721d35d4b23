internal import Geoparsing
internal import Language

extension SentenceReader {
    /// What a verb of movement says.
    func verbFrame(_ verb: Int, _ word: MotionWord) -> Frame {
        var frame = Frame(trigger: verb, word: word, isNoun: false)
        frame.isPassive = isPassive(verb)
        frame.paths = paths(of: verb)
        var objects = self.objects(of: verb)
        let subjects = self.subjects(of: verb)
        if !frame.isPassive, let actor = subjects.first {
            frame.actor = actor
            frame.actorPlaces = actorPlaces(of: actor)
        } else if frame.isPassive {
            for path in frame.paths where path.role == .agent && frame.actor == nil {
                frame.actor = path.object
                frame.actorPlaces = actorPlaces(of: path.object)
            }
        }
        for receiver in view.children(of: verb, .dative) where view.isNoun(receiver) {
            frame.recipients += actorPlaces(of: receiver)
        }
        if word.motion == .give { readGift(verb, &frame, &objects) }
        let isMover = word.motion.movesSubject && !frame.isPassive
        if isMover {
            if let object = objects.first {
                frame.objectPlaces = ends(of: object)
                frame.objectIsPlace =
                    view.words[object].mention != nil
                    || lexicon.anaphors[view.lowers[object]] != nil
            }
            frame.theme = subjects.first.map { theme(at: $0) }
            nameVessel(of: &frame)
            addLoad(to: &frame)
        } else if let object = objects.first {
            if view.words[object].mention != nil, !isPeople(object) {
                if frame.isPassive {
                    frame.theme = nil
                } else {
                    frame.objectPlaces = ends(of: object)
                }
            } else {
                frame.theme = theme(at: object)
                if word.motion.changesHands { frame.theme?.becomeCargo() }
            }
        } else if !frame.isPassive, word.motion != .buy, let subject = subjects.first {
            // "The aircraft flew to", "grain ships from": the subject itself moves.
            frame.theme = theme(at: subject)
        }
        addCarrier(to: &frame)
        return frame
    }

    /// "The Mercy Star docked at A": what docks by name is a ship.
    private func nameVessel(of frame: inout Frame) {
        guard frame.word.isStrong, frame.word.mode == .sea, var theme = frame.theme,
            theme.isProper, let word = theme.word, view.words[word].mention == nil
        else { return }
        theme.kind = .vessel
        theme.isProper = false
        theme.vehicle = view.utf8Range(of: nounPhrase(word))
        theme.cargo = nil
        frame.theme = theme
    }

    /// "Sailed for Cork with steel coils": what the vehicle that goes has aboard.
    private func addLoad(to frame: inout Frame) {
        guard frame.theme?.kind?.isVehicle == true, frame.theme?.cargo == nil else { return }
        let words = [frame.trigger] + frame.paths.flatMap { [$0.preposition, $0.object] }
        for prep in words.flatMap({ view.children(of: $0, .prep) })
        where prep > frame.trigger && lexicon.small.has(view.lowers[prep], .contents) {
            guard let load = view.children(of: prep, .pobj).first else { continue }
            let aboard = theme(at: load)
            guard let kind = aboard.kind, kind.isMovable, !kind.isVehicle else { continue }
            frame.theme?.cargo = aboard.cargo
            frame.theme?.quantity = aboard.quantity
            return
        }
    }

    /// "The tanker loaded crude", "put onto a barge": what carries the goods.
    private func addCarrier(to frame: inout Frame) {
        guard let theme = frame.theme, theme.carrier == nil, theme.kind?.isVehicle != true else {
            return
        }
        var nouns: [Int] = []
        if !frame.word.motion.movesSubject, !frame.word.motion.changesHands,
            let actor = frame.actor
        {
            nouns.append(actor)
        }
        for prep in view.children(of: frame.trigger, .prep)
        where lexicon.small.has(view.lowers[prep], .carrier) {
            nouns += view.children(of: prep, .pobj).filter {
                view.hasChild($0, .det, .poss, .nummod)
            }
        }
        let noun = nouns.first {
            view.words[$0].mention == nil && $0 != theme.word
                && self.theme(at: $0).kind?.isVehicle == true
        }
        guard let noun else { return }
        frame.theme?.carrier = view.words[noun].lemma
        if frame.theme?.vehicle == nil {
            frame.theme?.vehicle = view.utf8Range(of: nounPhrase(noun))
        }
    }

    /// "Provide Russia with drones" beside "provide drones to Russia".
    private func readGift(_ verb: Int, _ frame: inout Frame, _ objects: inout [Int]) {
        guard let object = objects.first,
            !frame.isPassive || frame.paths.allSatisfy({ $0.role != .destination })
        else { return }
        for prep in view.children(of: verb, .prep)
        where lexicon.small.has(view.lowers[prep], .contents) {
            if let gift = view.children(of: prep, .pobj).first {
                frame.recipients += actorPlaces(of: object)
                objects = [gift]
                return
            }
        }
    }

    /// Whether a mention's word means people, not the place: "Albanians", "Iraqis".
    private func isPeople(_ word: Int) -> Bool {
        guard let mention = view.words[word].mention else { return false }
        return view.mentions[mention].kind == .demonym && view.words[word].tag.isPlural
    }
}
