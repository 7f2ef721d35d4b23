internal import Gazetteers
internal import Geoparsing
internal import Language

extension Assembly {
    /// Gives a draft that names only one end the other from what was said before of the same thing.
    ///
    /// "The corn will be shipped from Valencia" goes where the corn was sold; "it was then driven to
    /// the city" sets out where the last way ended. Gives the movement that this one continues, or
    /// the one whose other half it is.
    func complete(
        _ draft: inout Draft, from reader: SentenceReader
    ) -> (continues: Int?, half: Int?) {
        guard !draft.isWhole, draft.relation != .link, draft.status != .negated,
            let theme = draft.theme
        else { return (nil, nil) }
        let word = draft.trigger
        let index = lastMovement(of: theme, in: reader)
        if draft.origins.isEmpty, draft.relation == .transport, draft.word.motion != .use,
            let sighting = lastSighting(of: theme, in: reader),
            index.map({ lastStated[$0] < sighting.sentence }) ?? true,
            !draft.destinations.contains(where: { isInside($0.mention, sighting.end.mention) })
        {
            draft.origins = [End(mention: sighting.end.mention, word: word, isAnaphor: true)]
            draft.rule += ".seen"
            draft.confidence -= 0.15
            return (nil, nil)
        }
        guard let index else { return (nil, nil) }
        let last = movements[index]
        if draft.destinations.isEmpty {
            guard theme.kind != .people, !isPerson(theme, in: reader), draft.word.motion != .leave,
                draft.word.motion != .expel,
                let goal = last.destination,
                !draft.origins.contains(where: { sameName($0.mention, goal) })
            else { return (nil, nil) }
            draft.destinations = [End(mention: goal, word: word, isAnaphor: true)]
            draft.rule += ".known"
            draft.confidence -= 0.1
            let isHalf =
                last.origin == nil && last.status == draft.status
                && last.relation == .transport && theme.isPronoun
            return (nil, isHalf ? index : nil)
        }
        if draft.destinations.contains(where: { sameName($0.mention, last.destination) }) {
            return (nil, nil)
        }
        // Nothing sets out from where it is only said or planned to have gone.
        if last.destination != nil,
            isUnderWay[index] || (last.status != .asserted && last.status != draft.status)
        {
            return (nil, nil)
        }
        // What was only sold has not moved yet; what was moved sets out from where it is.
        let start =
            last.relation == .trade || last.destination == nil ? last.origin : last.destination
        guard let start, !draft.destinations.contains(where: { sameName($0.mention, start) }) else {
            return (nil, nil)
        }
        draft.origins = [End(mention: start, word: word, isAnaphor: true)]
        draft.rule += ".known"
        draft.confidence -= 0.1
        if draft.mode == .unknown, theme.kind?.isVehicle == true {
            draft.mode = last.mode
            draft.modeBasis = .inferred
        }
        if last.relation == .trade { return (nil, nil) }
        guard last.destination == nil else { return (index, nil) }
        // A load that was taken on and the call that follows are one movement.
        let isHalf = last.status == draft.status || last.status == .asserted
        return (nil, isHalf && last.relation == .transport ? index : nil)
    }

    /// Whether one place is another or lies in it.
    private func isInside(_ inner: Int, _ outer: Int) -> Bool {
        if sameName(inner, outer) || mentions[inner].container == outer { return true }
        guard let part = mentions[inner].candidates.first?.place,
            let whole = mentions[outer].candidates.first?.place
        else { return false }
        switch whole.kind {
        case .country: return part.country == whole.country
        case .admin1: return part.country == whole.country && part.admin1 == whole.admin1
        default: return false
        }
    }

    private func isPerson(_ theme: Theme, in reader: SentenceReader) -> Bool {
        guard let word = theme.word else { return false }
        return lexicon.small.has(reader.view.lowers[word], .personal) && theme.kind != .vessel
    }

    /// "The vessel" after "the freighter Gloria", "the barge" after goods put onto it.
    private func isVehicle(_ noun: String, of theme: Theme) -> Bool {
        guard let carrier = theme.carrier else { return false }
        if noun == carrier { return true }
        guard lexicon.small.has(noun, .generic), let (_, kind) = lexicon.themes.match([noun], at: 0)
        else { return false }
        return lexicon.themes.match([carrier], at: 0)?.value == kind
    }

    /// Where the sentences before have what a pronoun or definite noun means.
    private func lastSighting(of theme: Theme, in reader: SentenceReader) -> Sighting? {
        guard let word = theme.word, pointsBack(word, theme, in: reader) else { return nil }
        return discourse.sightings.last { sighting in
            let distance = discourse.sentence - sighting.sentence
            guard distance > 0, distance <= 2 else { return false }
            if theme.isPronoun { return reader.agrees(word, with: sighting.theme) }
            let noun = reader.view.words[word].lemma
            // "The Aurora left A. The tanker ...".
            return noun == sighting.theme.noun || isVehicle(noun, of: sighting.theme)
                || (sighting.theme.isProper && theme.kind == .vessel)
        }
    }

    /// Adds what is passed to the movement told before, of the same thing.
    mutating func addWay(_ draft: Draft, from reader: SentenceReader) {
        guard let theme = draft.theme, draft.status != .negated,
            let index = lastMovement(of: theme, in: reader, allowingLinks: true),
            movements[index].via.isEmpty
        else { return }
        addVia(draft, to: index)
        movements[index].evidence.append(reader.view.utf8Range)
    }

    /// Adds what a draft passes to a movement, but for the movement's own ends and ways.
    mutating func addVia(_ draft: Draft, to index: Int) {
        let known =
            [movements[index].origin, movements[index].destination].compactMap { $0 }
            + movements[index].via
        movements[index].via += draft.via.map(\.mention).filter { way in
            !known.contains { sameName($0, way) }
        }
    }

    /// Gives a trade or shipment that names only one end the country the text is speaking of.
    ///
    /// Goods go from somebody to somebody: "Zimbabwe is replacing bags imported from Bangladesh".
    func addContext(_ draft: inout Draft, from reader: SentenceReader) {
        guard !draft.isWhole, draft.relation != .link, draft.continues == nil, !draft.mustBeDenied,
            draft.word.motion.changesHands, draft.via.isEmpty || !draft.origins.isEmpty
        else { return }
        let known = draft.origins + draft.destinations
        var places = reader.mainSubjectPlaces() ?? []
        if !isCountry(places), let subject = discourse.subject,
            discourse.sentence - subject.sentence <= Discourse.reach
        {
            places = subject.ends
        }
        guard isCountry(places), places.count == 1,
            !places.contains(where: { place in
                known.contains { sameName($0.mention, place.mention) }
            })
        else { return }
        if draft.origins.isEmpty { draft.origins = places } else { draft.destinations = places }
        draft.rule += ".context"
        draft.confidence -= 0.2
    }

    /// Whether a draft says enough to stand: a trade with one party named is a way only from or to a
    /// place on the ground, or where it is denied or only alleged.
    func stands(_ draft: Draft) -> Bool {
        if draft.mustBeDenied { return draft.status == .negated }
        if draft.isWhole { return true }
        if draft.relation == .link {
            return draft.status == .negated || !draft.via.isEmpty || !draft.destinations.isEmpty
        }
        guard draft.word.motion.changesHands else { return true }
        // "Imports its fuel through A".
        if !draft.via.isEmpty, !draft.destinations.isEmpty, !draft.isNoun { return true }
        if draft.status == .negated || draft.status == .alleged || draft.word.mode != nil {
            return true
        }
        return (draft.origins + draft.destinations).allSatisfy { end in
            guard let kind = mentions[end.mention].candidates.first?.place.kind else {
                return false
            }
            return kind.isPoint || kind.isWater
                || (draft.relation == .transport && !draft.isNoun
                    && kind != .country && kind != .continent)
        }
    }

    private func isCountry(_ places: [End]) -> Bool {
        !places.isEmpty
            && places.allSatisfy { end in
                guard let kind = mentions[end.mention].candidates.first?.place.kind else {
                    return false
                }
                return kind == .country || kind == .region || kind == .continent
            }
    }

    /// The last movement, in the sentences before, of what a pronoun, definite noun or number means.
    private func lastMovement(
        of theme: Theme, in reader: SentenceReader, allowingLinks: Bool = false
    ) -> Int? {
        guard let word = theme.word, pointsBack(word, theme, in: reader) else { return nil }
        return recent.last { index in
            let distance = discourse.sentence - lastStated[index]
            guard distance >= 0, distance <= Discourse.reach,
                allowingLinks || movements[index].relation != .link
            else { return false }
            // In one sentence, "it" must mean what moved before.
            if distance == 0 {
                return theme.isPronoun && theme.noun != nil
                    && theme.noun == movedThemes[index]?.noun
            }
            guard let moved = movedThemes[index] else { return theme.isPronoun }
            if isCount(word, in: reader) { return true }
            if theme.isPronoun { return reader.agrees(word, with: moved) }
            let noun = reader.view.words[word].lemma
            return moved.noun == noun || isVehicle(noun, of: moved)
        }
    }

    private func pointsBack(_ word: Int, _ theme: Theme, in reader: SentenceReader) -> Bool {
        if theme.isPronoun || isCount(word, in: reader) { return true }
        return reader.view.children(of: word, .det, .amod).contains {
            lexicon.small.has(reader.view.lowers[$0], .definite)
                || lexicon.small.has(reader.view.lowers[$0], .further)
        }
    }

    /// "The first", "the balance", "the rest", "two more".
    private func isCount(_ word: Int, in reader: SentenceReader) -> Bool {
        let lower = reader.view.lowers[word]
        return lexicon.small.has(lower, .count) || reader.view.words[word].tag == .cd
    }
}
