internal import Language

extension SentenceReader {
    /// Where the sentence has things that may move later: "the crates were stored in A", "the Aurora
    /// left B on Monday".
    func sightings() -> [Sighting] {
        var found: [Sighting] = []
        for verb in view.words.indices where view.isVerb(verb) && view.words[verb].mention == nil {
            if let (_, word) = lexicon.stays.match(view.lowers, at: verb), word.motion == .stay {
                let places = location(besideOrBelow: verb)
                if let place = places.first {
                    found += (movers(of: verb) + carriers(of: verb)).map {
                        sighting(of: $0, at: place)
                    }
                }
            } else if let word = triggers[verb], word.motion == .leave, !isNominal(verb) {
                let frame = verbFrame(verb, word)
                let places = frame.ends(.origin).isEmpty ? frame.objectPlaces : frame.ends(.origin)
                if let place = places.first, let theme = frame.theme, theme.isProper {
                    found.append(
                        Sighting(sentence: discourse.sentence, theme: theme, end: place))
                }
            }
        }
        return found
    }

    private func sighting(of noun: Int, at place: End) -> Sighting {
        Sighting(sentence: discourse.sentence, theme: theme(at: noun), end: place)
    }

    /// What stays: what the verb is done to, else its subject; and the vehicle it is put on.
    private func movers(of verb: Int) -> [Int] {
        let objects = objects(of: verb).filter { themeKind(at: $0)?.isMovable == true }
        let nouns = objects.isEmpty && !isPassive(verb) ? subjects(of: verb) : objects
        return nouns.filter {
            view.words[$0].mention == nil
                && (themeKind(at: $0)?.isMovable == true || theme(at: $0).kind?.isMovable == true)
        }
    }

    /// "Onto a barge", "aboard a ship": what it is put on.
    private func carriers(of verb: Int) -> [Int] {
        view.children(of: verb, .prep).flatMap { view.children(of: $0, .pobj) }.filter {
            view.words[$0].mention == nil && themeKind(at: $0)?.isVehicle == true
        }
    }

    /// The place behind "in" or "at" beside a verb or beside its object.
    func location(besideOrBelow verb: Int) -> [End] {
        let beside = location(beside: verb)
        if !beside.isEmpty { return beside }
        for object in view.children(of: verb, .dobj) {
            let found = location(beside: object)
            if !found.isEmpty { return found }
        }
        for prep in view.children(of: verb, .prep) {
            for object in view.children(of: prep, .pobj) where view.words[object].mention == nil {
                let found = location(beside: object)
                if !found.isEmpty { return found }
            }
        }
        return []
    }
}
