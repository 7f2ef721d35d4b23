internal import Gazetteers
internal import Geoparsing
internal import Language

extension SentenceReader {
    /// Drafts that are halves of one movement become one: "docked at B after leaving A".
    func merged(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        var index = 0
        while index < drafts.count {
            let draft = drafts[index]
            if let other = drafts.indices.first(where: { other in
                other != index && completes(draft, drafts[other])
            }) {
                let first = min(index, other)
                let second = max(index, other)
                drafts[first] = joined(drafts[first], drafts[second])
                drafts.remove(at: second)
                index = 0
                continue
            }
            index += 1
        }
        for index in drafts.indices where drafts[index].isHalf { addGoal(&drafts[index]) }
        return withoutParts(
            drafts.filter { !$0.isHalf || !$0.origins.isEmpty || $0.mustBeKnown })
    }

    /// "Austria is to close its borders after refugees entered from Hungary": they entered Austria.
    private func addGoal(_ draft: inout Draft) {
        guard draft.word.motion == .arrive || draft.word.motion == .cross, !draft.isNoun,
            draft.destinations.isEmpty, draft.status != .negated,
            let places = mainSubjectPlaces(), places.count == 1,
            view.mentions[places[0].mention].candidates.first?.place.kind == .country,
            !draft.origins.contains(where: { same($0, places[0]) }),
            places[0].word < draft.trigger, view.words[draft.trigger].head != draft.trigger
        else { return }
        draft.destinations = places
        draft.isHalf = false
        draft.rule += ".goal"
        draft.confidence -= 0.15
    }

    /// Whether one gives only the origin and the other only the destination of the same movement.
    private func completes(_ left: Draft, _ right: Draft) -> Bool {
        guard left.destinations.isEmpty, right.origins.isEmpty,
            left.relation != .link || isAboard(left, of: right)
                || isArriving(left, as: right),
            right.relation != .link,
            !left.mustContinue, !right.mustContinue, !left.isWayOnly, !right.isWayOnly
        else { return false }
        if left.status == .negated || right.status == .negated {
            return left.status == right.status
        }
        return isLinked(left.trigger, right.trigger) || isOfSame(left, right)
    }

    /// "Arrived at B on a flight from A": the service is the vehicle.
    private func isAboard(_ link: Draft, of draft: Draft) -> Bool {
        guard link.isNoun, link.via.isEmpty, !link.isBidirectional,
            draft.word.motion == .arrive || draft.word.motion == .move,
            !draft.isNoun, link.trigger > draft.trigger
        else { return false }
        let preposition = view.words[link.trigger].head
        return lexicon.small.has(view.lowers[preposition], .carrier)
            && view.words[preposition].head == draft.trigger
    }

    /// "A flight from A arrived in B".
    private func isArriving(_ link: Draft, as draft: Draft) -> Bool {
        link.isNoun && !link.isBidirectional && draft.word.motion == .arrive && !draft.isNoun
            && draft.theme?.word == link.trigger
    }

    /// "Migrants fleeing A start a march to B": what leaves and what arrives is one noun.
    private func isOfSame(_ left: Draft, _ right: Draft) -> Bool {
        if right.word.mode == nil, lexicon.small.has(right.word.lemma, .boundFor), right.isNoun {
            // "An A-bound plane that had left B".
            return left.theme?.word != nil && left.theme?.word == right.theme?.word
        }
        if left.word.motion == .carry, !left.isNoun, let actor = left.actor,
            actor == right.theme?.word, right.word.motion.movesSubject
        {
            // "The jet, carrying gold from A, landed in B".
            return true
        }
        if let noun = left.theme?.word, noun == right.theme?.word, right.trigger < left.trigger {
            // "The pills that end up in B come from A".
            return noun < right.trigger && view.words[right.trigger].label == .relcl
                && right.word.motion == .arrive
        }
        guard left.trigger < right.trigger, let noun = left.theme?.word else { return false }
        return noun == right.theme?.word && noun < left.trigger
            && !left.isReversal && left.theme?.isPronoun == false
    }

    /// Whether one word governs the other within a few arcs.
    private func isLinked(_ left: Int, _ right: Int) -> Bool {
        governs(left, right) || governs(right, left)
    }

    /// Whether one word governs another through at most five arcs.
    func governs(_ head: Int, _ word: Int) -> Bool {
        var word = word
        for _ in 0..<5 {
            let next = view.words[word].head
            if next == head { return true }
            if next == word { return false }
            word = next
        }
        return false
    }

    private func joined(_ left: Draft, _ right: Draft) -> Draft {
        var draft = left.relation == .link ? right : left
        if left.relation == .link, left.mode != .unknown {
            (draft.mode, draft.modeBasis) = (left.mode, left.modeBasis)
        }
        draft.isHalf = false
        if draft.origins.isEmpty {
            draft.origins = right.origins.isEmpty ? left.origins : right.origins
        }
        if draft.destinations.isEmpty { draft.destinations = right.destinations }
        draft.via = left.origins.isEmpty ? right.via + left.via : left.via + right.via
        draft.destinations.removeAll { end in draft.origins.contains { $0.mention == end.mention } }
        if draft.theme?.cargo == nil, let theme = right.theme,
            theme.cargo != nil || draft.theme == nil
        {
            draft.theme = theme
        }
        if draft.mode == .unknown || (draft.modeBasis == .inferred && right.mode != .unknown) {
            draft.mode = right.mode
            draft.modeBasis = right.modeBasis
        }
        return draft
    }

    /// Leaves out what another draft of the sentence says more fully.
    private func withoutParts(_ drafts: [Draft]) -> [Draft] {
        var kept: [Draft] = []
        for (index, draft) in drafts.enumerated() {
            let isPart = drafts.enumerated().contains { other, whole in
                guard other != index, !draft.isWayOnly, !whole.isWayOnly else { return false }
                let hasOrigins = draft.origins.allSatisfy { end in
                    (whole.origins + whole.via).contains { same($0, end) }
                }
                let hasDestinations = draft.destinations.allSatisfy { end in
                    (whole.destinations + whole.via).contains { same($0, end) }
                }
                guard hasOrigins, hasDestinations else { return false }
                let isSmaller =
                    draft.origins.count + draft.destinations.count
                    < whole.origins.count + whole.destinations.count
                let isEqual =
                    draft.origins.count + draft.destinations.count
                    == whole.origins.count + whole.destinations.count
                return isSmaller
                    || (isEqual
                        && (rank(whole) > rank(draft)
                            || (rank(whole) == rank(draft) && other < index)))
            }
            if !isPart { kept.append(draft) }
        }
        return kept
    }

    private func rank(_ draft: Draft) -> Int {
        (draft.theme?.cargo != nil ? 2 : 0) + (draft.status != .asserted ? 1 : 0) + draft.via.count
            + (draft.mode != .unknown ? 1 : 0)
    }

    private func same(_ left: End, _ right: End) -> Bool {
        left.mention == right.mention
            || view.mentions[left.mention].namesSamePlace(as: view.mentions[right.mention])
    }

    /// A later leg begins where the one before ended: "flown to B before being trucked to C".
    func chained(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        for index in drafts.indices.dropFirst() where drafts[index].origins.isEmpty {
            for before in (0..<index).reversed() {
                let first = drafts[before]
                guard !first.destinations.isEmpty, first.relation != .link,
                    !hasOwnGoods(drafts[index]), follows(drafts[index].trigger, first.trigger),
                    !first.destinations.contains(where: { end in
                        drafts[index].destinations.contains { same($0, end) }
                    })
                else { continue }
                drafts[index].origins = first.destinations
                drafts[index].continues = first.id
                drafts[index].rule += ".next"
                if drafts[index].theme?.cargo == nil || drafts[index].theme?.isPronoun == true {
                    drafts[index].theme = first.theme
                }
                if drafts[index].status == .asserted { drafts[index].status = first.status }
                if drafts[index].mode == .unknown, isSameVehicle(drafts[index], first) {
                    drafts[index].mode = first.mode
                    drafts[index].modeBasis = .inferred
                }
                break
            }
        }
        return drafts.filter { !$0.mustContinue || $0.continues != nil }
    }

    /// "Unloaded in A and sent on to B": the second way begins where the first ended.
    func isLaterLeg(_ trigger: Int) -> Bool {
        guard view.words[trigger].label == .conj, !isNominal(trigger) else { return false }
        let first = view.words[trigger].head
        guard let motion = triggers[first]?.motion, !isNominal(first) else { return false }
        let places = paths(of: first)
        return places.contains {
            $0.role == .destination && !$0.ends.isEmpty && $0.object < trigger
        }
            || (motion == .unload && places.contains { $0.role == .place })
    }

    /// Whether a later leg is made by what made the one before.
    private func isSameVehicle(_ draft: Draft, _ first: Draft) -> Bool {
        guard let theme = draft.theme else { return false }
        return theme.kind?.isVehicle == true
            || (theme.isPronoun && draft.word.motion.movesSubject && first.word.motion.movesSubject)
    }

    /// "Ships coal to Japan and exports steel": the steel does not come from Japan.
    private func hasOwnGoods(_ draft: Draft) -> Bool {
        guard !draft.isNoun, !isPassive(draft.trigger), let theme = draft.theme,
            let word = theme.word
        else { return false }
        return theme.cargo != nil && !theme.isPronoun && word > draft.trigger
            && view.words[word].mention == nil
            && !view.children(of: word, .det).contains {
                lexicon.small.has(view.lowers[$0], .definite)
            }
    }

    /// "Copper goes to A, while 5,000 tonnes go to B".
    private func isContrasted(_ verb: Int) -> Bool {
        view.words[verb].label == .advcl
            && view.children(of: verb, .mark).contains {
                lexicon.small.has(view.lowers[$0], .contrast)
            }
    }

    /// Whether a verb goes on with what another began: joined to it, or after its "before".
    private func follows(_ later: Int, _ earlier: Int) -> Bool {
        guard later > earlier else { return false }
        var word = later
        for _ in 0..<4 {
            let head = view.words[word].head
            let label = view.words[word].label
            if head == word { return false }
            guard
                label == .conj || label == .advcl || label == .pcomp || label == .prep
                    || label == .dep || label == .xcomp
            else {
                return false
            }
            if label == .prep, !lexicon.small.has(view.lowers[word], .before) { return false }
            if label == .conj || isContrasted(word),
                view.children(of: later, .nsubj, .nsubjpass).contains(where: {
                    !view.words[$0].tag.isPronoun
                })
            {
                return false
            }
            if head == earlier { return true }
            word = head
        }
        return false
    }
}
