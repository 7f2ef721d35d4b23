internal import Gazetteers
internal import Geoparsing
internal import Language

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
            triggers[noun] == nil || frame.word.motion == .flow || frame.word.motion == .cross,
            !isLaterLeg(frame.trigger)
        {
            // "Cranes from Finland have arrived", "trains from Almaty run to Aktau".
            draft.origins = paths(of: noun).filter { $0.role == .origin }.flatMap(\.ends)
        }
        if draft.origins.isEmpty, !frame.isNoun, frame.isPassive {
            draft.origins = workshop(before: frame.trigger)
        }
        let isUnsure = frame.theme.map { isJourney($0, frame) } ?? false
        if isUnsure, !frame.word.isStrong { draft.isHalf = true }
        let isBetween = readBetween(frame, &draft)
        let isExplicit = draft.isWhole
        if !assign(frame, &draft) || !draft.hasEnd {
            if draft.isWayOnly { return draft }
            // "The flight is to cut across Siberia": a way through that another sentence has ends for.
            let passes =
                frame.word.motion == .cross || frame.word.motion == .move
                || frame.word.motion == .carry || frame.word.motion == .send
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
            frame.word.motion != .give, frame.word.motion != .buy, frame.word.motion != .use,
            !isLaterLeg(frame.trigger)
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
        if frame.word.needsGoal {
            let takesAny = frame.word.themes.isEmpty || frame.isNoun
            if frame.word.motion == .arrive, !takesAny, !frame.word.takes(draft.theme?.kind) {
                return nil
            }
            switch frame.word.motion {
            case .load, .arrive: draft.isHalf = draft.isHalf || !draft.isWhole
            default:
                if draft.destinations.isEmpty { draft.destinations = taker(of: draft, in: frame) }
                if draft.destinations.isEmpty { return nil }
            }
        }
        if draft.relation == .link, draft.theme?.kind?.isVehicle == true { draft.theme = nil }
        if !frame.word.isStrong, !isExplicit, !isTold, !isBetween, !isUnsure,
            !frame.word.takes(draft.theme?.kind),
            frame.word.motion != .flow, frame.word.motion != .use
        {
            return nil
        }
        if !draft.isWhole { draft.confidence -= 0.15 }
        if !frame.word.isStrong { draft.confidence -= 0.1 }
        return draft
    }

    /// "Between A and B" is a way in both directions.
    private func readBetween(_ frame: Frame, _ draft: inout Draft) -> Bool {
        let pair = frame.ends(.between)
        guard pair.count >= 2, draft.origins.isEmpty, draft.destinations.isEmpty else {
            return false
        }
        // "Trade between A and B" is a balance; "grain trade between A and B" moves grain.
        if frame.word.needsGoal, frame.theme?.kind?.isMovable != true { return false }
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
                view.words[frame.trigger].tag == .vbn
                || (view.words[frame.trigger].tag == .vbd
                    && view.words[frame.trigger].label == .acl)
            if !frame.isNoun, isParticiple, !(frame.word.needsGoal && frame.isPassive),
                !view.hasChild(frame.trigger, .aux, .auxpass),
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
            if draft.destinations.isEmpty, frame.isNoun || !view.hasChild(frame.trigger, .dobj) {
                draft.destinations = frame.ends(.place)
            }
            if draft.origins.isEmpty, !frame.word.needsGoal { draft.origins = ownOrigin(draft) }
            if draft.destinations.isEmpty, frame.isNoun, draft.theme?.kind != .people,
                !draft.origins.isEmpty
            {
                // "Poland has blocked the entry of Ukrainian grain".
                draft.destinations = others(frame.actorPlaces, than: draft.origins).filter(
                    isCountry)
                draft.mustBeDenied = true
                return !draft.destinations.isEmpty
            }
            // "A container that had arrived from A" says enough.
            let isTold = draft.theme?.kind?.isThing == true && !frame.ends(.origin).isEmpty
            draft.isHalf = draft.destinations.isEmpty && !isTold
            return draft.hasEnd
        case .stop: return assignStop(frame, &draft)
        case .cross:
            draft.via = frame.objectPlaces + draft.via
            if draft.isWhole { draft.via += frame.ends(.place).filter(isCrossing) }
            if draft.origins.isEmpty { draft.origins = ownOrigin(draft) }
            if draft.isWhole, let noun = draft.theme?.word, let link = triggers[noun],
                link.motion == .link
            {
                // "The pipeline from A crosses B on its way to C".
                draft.relation = .link
                draft.mode = link.mode ?? .unknown
                draft.theme = nil
            }
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
            if draft.origins.isEmpty { draft.origins = loadingPlace(frame) }
            if draft.origins.isEmpty, frame.isPassive, !draft.destinations.isEmpty {
                // "Railed to A before being loaded for B".
                draft.isHalf = true
                return true
            }
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
        case .make, .stay: return false
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
        if draft.origins.isEmpty, let theme = draft.theme, theme.kind?.comesFromItsCountry ?? true,
            !isLaterLeg(frame.trigger)
        {
            draft.origins = others(theme.ends, than: draft.destinations)
        }
        return true
    }

    private func assignCarrying(_ frame: Frame, _ draft: inout Draft) -> Bool {
        if draft.destinations.isEmpty, frame.isNoun || frame.theme?.kind != nil {
            if draft.destinations.isEmpty, !draft.origins.isEmpty {
                draft.destinations = frame.pointed
            }
        }
        if draft.origins.isEmpty, !frame.isNoun, frame.word.mode != nil,
            let end = frame.objectPlaces.first
        {
            let next = mentionWords(around: end.word).upperBound + 1
            // "Flying Chicago to Dallas".
            if next < view.words.count, lexicon.small.has(view.lowers[next], .joint) {
                draft.origins = [end]
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
            if draft.origins.isEmpty {
                // "The line starts in A and runs to B".
                draft.origins = others(
                    location(of: draft.theme, before: frame.trigger), than: draft.destinations)
            }
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
            draft.origins = ownOrigin(draft).filter {
                draft.theme?.kind != .people || view.mentions[$0.mention].kind == .name
            }
        }
        if frame.word.isStrong, draft.origins.isEmpty, frame.objectIsPlace {
            // "Fled Homs"; in the language of ports, "sailed Santos" too, but one sails a sea.
            if frame.word.mode == nil {
                draft.origins = frame.objectPlaces
            } else if frame.word.mode == .sea {
                draft.origins = frame.objectPlaces.filter(isCrossing)
            }
        }
        return draft.hasEnd
    }

    private func isAbility(_ verb: Int) -> Bool {
        view.children(of: verb, .aux).contains { lexicon.small.has(view.lowers[$0], .ability) }
    }

    func others(_ ends: [End], than taken: [End]) -> [End] {
        ends.filter { end in !taken.contains { $0.mention == end.mention } }
    }
}
