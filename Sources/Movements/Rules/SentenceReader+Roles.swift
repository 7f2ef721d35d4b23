internal import Gazetteers
internal import Geoparsing

extension SentenceReader {
    /// What a frame comes to, once the class of its word has given each place a role; nil where
    /// it states no movement between places.
    func draft(of given: Frame) -> Draft? {
        let frame = boarded(given)
        if let theme = frame.theme, frame.word.motion != .link, isOutOfScope(theme, frame) {
            return nil
        }
        var draft = Draft(
            trigger: frame.trigger, word: frame.word, isNoun: frame.isNoun,
            origins: frame.ends(.origin), via: frame.ends(.via),
            destinations: frame.ends(.destination), theme: frame.theme, actor: frame.actor,
            rule: (frame.isNoun ? "noun." : "verb.") + frame.word.motion.rawValue,
            confidence: 0.9)
        if draft.origins.isEmpty, !frame.isNoun, let noun = frame.theme?.word,
            triggers[noun] == nil || frame.word.motion == .flow
        {
            // "Cranes from Finland have arrived", "trains from Almaty run to Aktau".
            draft.origins = paths(of: noun).filter { $0.role == .origin }.flatMap(\.ends)
        }
        let isBetween = readBetween(frame, &draft)
        let isExplicit = draft.isWhole
        if !assign(frame, &draft) || !draft.hasEnd {
            // "The flight is to cut across Siberia": a way through that another sentence has ends for.
            let passes =
                frame.word.motion == .cross || frame.word.motion == .move
                || frame.word.motion == .carry
            guard passes, !frame.isNoun, !draft.via.isEmpty, draft.theme?.word != nil else {
                return nil
            }
            draft.origins = []
            draft.destinations = []
            draft.isWayOnly = true
            draft.isHalf = false
            return draft
        }
        if draft.origins.isEmpty, !draft.destinations.isEmpty,
            !frame.isNoun || (frame.word.motion == .move && draft.theme?.kind == .people),
            frame.word.motion != .give, frame.word.motion != .buy, frame.word.motion != .use
        {
            draft.origins = others(
                location(of: draft.theme, before: frame.trigger), than: draft.destinations)
        }
        draft.destinations.removeAll { end in draft.origins.contains { $0.mention == end.mention } }
        draft.via.removeAll { end in
            (draft.origins + draft.destinations).contains { $0.mention == end.mention }
        }
        guard draft.hasEnd else { return nil }
        // "Arrived in B from A" names both ends, though one stands behind "in".
        let isTold =
            frame.word.motion == .arrive && draft.isWhole && !frame.ends(.origin).isEmpty
        if frame.word.needsGoal, draft.destinations.isEmpty { return nil }
        if draft.relation == .link, draft.theme?.kind?.isVehicle == true { draft.theme = nil }
        if !frame.word.isStrong, !isExplicit, !isTold, !isBetween,
            !frame.word.takes(draft.theme?.kind),
            frame.word.motion != .flow, frame.word.motion != .use
        {
            return nil
        }
        if !draft.isWhole { draft.confidence -= 0.15 }
        if !frame.word.isStrong { draft.confidence -= 0.1 }
        return draft
    }

    /// "Arrived at B on a flight from A": where the service or vehicle comes from is the origin.
    private func boarded(_ frame: Frame) -> Frame {
        guard !frame.isNoun, frame.word.motion.movesSubject || frame.word.motion == .carry,
            frame.ends(.origin).isEmpty
        else { return frame }
        var frame = frame
        for prep in view.children(of: frame.trigger, "prep")
        where prep > frame.trigger && lexicon.small.has(view.lowers[prep], .carrier) {
            for object in view.children(of: prep, "pobj") where view.words[object].mention == nil {
                let isCarrier =
                    triggers[object]?.motion == .link || themeKind(at: object)?.isVehicle == true
                if isCarrier {
                    frame.paths += paths(of: object).filter { $0.role == .origin }
                }
            }
        }
        return frame
    }

    /// People who travel for talks, figures of speech, money.
    private func isOutOfScope(_ theme: Theme, _ frame: Frame) -> Bool {
        if theme.kind == .official || theme.kind == .abstract { return true }
        guard let word = theme.word else { return false }
        if hasTitle(word) { return true }
        if theme.kind == nil, !lexicon.small.has(view.lowers[word], .plural),
            view.lowers.contains(where: lexicon.talks.contains)
        {
            return true
        }
        if theme.kind == nil, frame.word.motion.movesSubject, !frame.word.isStrong || theme.isProper
        {
            if theme.isPronoun, frame.word.motion == .cross { return false }
            // A person or thing of no known kind must be told from where and to where.
            return frame.ends(.origin).isEmpty
                || (frame.ends(.destination).isEmpty && frame.ends(.place).isEmpty
                    && frame.objectPlaces.isEmpty)
        }
        return false
    }

    private func hasTitle(_ word: Int) -> Bool {
        view.children(of: word, "compound", "appos", "nmod", "conj").contains {
            themeKind(at: $0) == .official
        }
    }

    /// "Between A and B" is a way in both directions.
    private func readBetween(_ frame: Frame, _ draft: inout Draft) -> Bool {
        let pair = frame.ends(.between)
        guard pair.count >= 2, draft.origins.isEmpty, draft.destinations.isEmpty else {
            return false
        }
        switch frame.word.motion {
        case .link, .move, .flow, .carry, .cross, .send: break
        default: return false
        }
        draft.origins = [pair[0]]
        draft.destinations = Array(pair.dropFirst())
        draft.isBidirectional = true
        return true
    }

    private func assign(_ frame: Frame, _ draft: inout Draft) -> Bool {
        switch frame.word.motion {
        case .send, .sell, .give: return assignSending(frame, &draft)
        case .buy: return assignBuying(frame, &draft)
        case .carry: return assignCarrying(frame, &draft)
        case .move, .flow: return assignMoving(frame, &draft)
        case .leave:
            if draft.origins.isEmpty { draft.origins = frame.objectPlaces }
            return !draft.origins.isEmpty
                || (!draft.destinations.isEmpty && draft.theme?.kind?.isMovable == true)
        case .arrive:
            if draft.theme?.kind == .weapon, isAbility(frame.trigger) { return false }
            // "A ship docked in A" tells where it lies.
            let isParticiple =
                view.words[frame.trigger].tag == "VBN"
                || (view.words[frame.trigger].tag == "VBD"
                    && view.words[frame.trigger].label == "acl")
            if !frame.isNoun, isParticiple,
                !view.hasChild(frame.trigger, "aux"),
                draft.origins.isEmpty
            {
                return false
            }
            if draft.destinations.isEmpty {
                // "Entered a church in A" is no way to A.
                draft.destinations = frame.objectPlaces.filter {
                    view.words[$0.word].mention != nil || $0.isAnaphor
                }
                if !frame.objectIsPlace { draft.destinations = [] }
            }
            if draft.destinations.isEmpty, frame.isNoun || !view.hasChild(frame.trigger, "dobj") {
                draft.destinations = frame.ends(.place)
            }
            if draft.origins.isEmpty { draft.origins = peopleOrigin(draft) }
            draft.isHalf = draft.destinations.isEmpty
            return draft.hasEnd
        case .cross:
            draft.via = frame.objectPlaces + draft.via
            if draft.origins.isEmpty { draft.origins = peopleOrigin(draft) }
            draft.isHalf = draft.destinations.isEmpty
            return !draft.destinations.isEmpty || !frame.ends(.origin).isEmpty
        case .expel:
            if draft.origins.isEmpty { draft.origins = frame.objectPlaces }
            if draft.origins.isEmpty, draft.hasEnd, !frame.isPassive {
                draft.origins = others(frame.actorPlaces, than: draft.destinations).filter(
                    isCountry)
            }
            return draft.hasEnd
        case .load:
            if draft.origins.isEmpty { draft.origins = frame.ends(.place) }
            if draft.destinations.isEmpty, !frame.isPassive {
                draft.destinations = others(frame.actorPlaces, than: draft.origins).filter(
                    isCountry)
            }
            return !draft.origins.isEmpty
        case .unload:
            draft.destinations = frame.ends(.place)
            return !draft.destinations.isEmpty
        case .link: return assignLink(frame, &draft)
        case .use:
            draft.destinations = frame.ends(.against) + frame.ends(.place)
            draft.origins = []
            draft.relation = .use
            draft.mustContinue = true
            return draft.hasEnd
        case .make: return false
        }
    }

    private func assignSending(_ frame: Frame, _ draft: inout Draft) -> Bool {
        if draft.destinations.isEmpty { draft.destinations = frame.recipients }
        if draft.destinations.isEmpty {
            draft.destinations = frame.pointed
        }
        if !draft.hasEnd, frame.isNoun, draft.theme != nil {
            draft.origins = frame.actorPlaces.filter(isCountry)
            draft.mustBeDenied = true
        }
        guard draft.hasEnd else { return false }
        draft.relation = frame.word.motion == .sell ? .trade : .transport
        if draft.origins.isEmpty {
            draft.origins = others(frame.actorPlaces, than: draft.destinations)
        }
        if draft.origins.isEmpty, let theme = draft.theme, theme.kind?.comesFromItsCountry ?? true {
            draft.origins = others(theme.ends, than: draft.destinations)
        }
        return true
    }

    private func assignBuying(_ frame: Frame, _ draft: inout Draft) -> Bool {
        draft.relation = .trade
        if draft.origins.isEmpty, let theme = draft.theme, theme.kind?.isMovable ?? true {
            draft.origins = theme.ends
        }
        let hasGoal = !draft.destinations.isEmpty
        if draft.destinations.isEmpty {
            draft.destinations = others(frame.actorPlaces, than: draft.origins)
        }
        if draft.origins.isEmpty, !hasGoal {
            if !frame.isNoun, !withShipment(draft).origins.isEmpty { return true }
            draft.mustBeDenied = true
            return frame.isNoun && draft.theme != nil && draft.hasEnd
        }
        return true
    }

    private func assignCarrying(_ frame: Frame, _ draft: inout Draft) -> Bool {
        if draft.destinations.isEmpty, frame.isNoun || frame.theme?.kind != nil {
            if draft.destinations.isEmpty, !draft.origins.isEmpty {
                draft.destinations = frame.pointed
            }
        }
        guard draft.hasEnd else { return false }
        if draft.origins.isEmpty, let theme = draft.theme, theme.kind?.comesFromItsCountry ?? false
        {
            draft.origins = others(theme.ends, than: draft.destinations)
        }
        if draft.origins.isEmpty, frame.isNoun {
            // "Turkey is to stem the flow of migrants to Europe": it is from there that they go.
            draft.origins = others(frame.actorPlaces, than: draft.destinations).filter(isCountry)
        }
        return true
    }

    private func assignMoving(_ frame: Frame, _ draft: inout Draft) -> Bool {
        if let word = draft.theme?.word,
            triggers[word]?.motion == .link || triggers[word]?.motion == .flow
        {
            draft.relation = .link
            draft.mode = triggers[word]?.mode ?? .unknown
            draft.theme = nil
            return draft.isWhole
        }
        if frame.word.motion == .flow {
            guard let kind = draft.theme?.kind, kind.isMovable else { return false }
            return draft.isWhole || kind != .people
        }
        if draft.destinations.isEmpty {
            draft.destinations = frame.pointed
        }
        if draft.origins.isEmpty, !draft.destinations.isEmpty {
            // "Hungary refugees" are in Hungary; Syrian ones may be anywhere.
            draft.origins = peopleOrigin(draft).filter { view.mentions[$0.mention].kind == .name }
        }
        if frame.word.isStrong, draft.origins.isEmpty, frame.word.mode == nil, frame.objectIsPlace {
            draft.origins = frame.objectPlaces
        }
        return draft.hasEnd
    }

    /// Where people come from whose country alone is named: "Chechen fighters crossed into".
    private func peopleOrigin(_ draft: Draft) -> [End] {
        guard draft.theme?.kind == .people else { return [] }
        return others(draft.theme?.ends ?? [], than: draft.destinations)
    }

    private func isCountry(_ end: End) -> Bool {
        view.mentions[end.mention].candidates.first?.place.kind == .country
    }

    private func isAbility(_ verb: Int) -> Bool {
        view.children(of: verb, "aux").contains { lexicon.small.has(view.lowers[$0], .ability) }
    }

    func others(_ ends: [End], than taken: [End]) -> [End] {
        ends.filter { end in !taken.contains { $0.mention == end.mention } }
    }
}
