internal import Language

extension SentenceReader {
    /// The ends of a purchase: from the country whose goods they are to the one who buys.
    func assignBuying(_ frame: Frame, _ draft: inout Draft) -> Bool {
        draft.relation = .trade
        if draft.origins.isEmpty, let theme = draft.theme, theme.kind?.isMovable ?? true {
            draft.origins = theme.ends
        }
        let hasGoal = !draft.destinations.isEmpty
        if draft.destinations.isEmpty {
            draft.destinations = others(frame.actorPlaces, than: draft.origins)
        }
        if draft.origins.isEmpty, !hasGoal {
            // "Uganda imports its fuel through Mombasa".
            if !frame.isNoun, !draft.via.isEmpty, !draft.destinations.isEmpty { return true }
            if !frame.isNoun, !withShipment(draft).origins.isEmpty { return true }
            draft.mustBeDenied = true
            return frame.isNoun && draft.theme != nil && draft.hasEnd
        }
        return true
    }

    /// What a trade says of the shipment to come: "for Gulf shipment", "for April delivery", "FOB
    /// Vancouver", "shipment via Gulf ports".
    func withShipment(_ draft: Draft) -> Draft {
        guard draft.word.motion == .buy || draft.word.motion == .sell, !isNominal(draft.trigger)
        else { return draft }
        var draft = draft
        let end = view.words.count
        for index in (draft.trigger + 1)..<max(draft.trigger + 1, end) {
            let lower = view.lowers[index]
            if lexicon.cue(lower, .shipment) != nil {
                readShipment(index, &draft)
            } else if lexicon.small.has(lower, .fob), index + 1 < end,
                let mention = view.words[index + 1].mention
            {
                draft.destinations.removeAll { $0.mention == mention }
                draft.origins = [End(mention: mention, word: index + 1)]
                draft.mode = .sea
                draft.modeBasis = .stated
            }
        }
        return draft
    }

    private func readShipment(_ noun: Int, _ draft: inout Draft) {
        var start = noun
        while start > draft.trigger, noun - start < 10,
            !lexicon.small.has(view.lowers[start], .beneficiary)
        { start -= 1 }
        if lexicon.small.has(view.lowers[start], .beneficiary), start > draft.trigger {
            if draft.status == .asserted {
                draft.status = .planned
                draft.cue = noun
            }
            if draft.mode == .unknown { draft.mode = .sea }
            setOrigins(places(in: start...noun), &draft)
        }
        if noun + 2 < view.words.count, lexicon.small.has(view.lowers[noun + 1], .shippedBy) {
            setOrigins(places(in: (noun + 1)...min(noun + 4, view.words.count - 1)), &draft)
        }
    }

    private func setOrigins(_ places: [End], _ draft: inout Draft) {
        let places = places.filter { end in
            !draft.destinations.contains { $0.mention == end.mention }
        }
        if places.isEmpty { return }
        draft.origins = places
        draft.via.removeAll { end in places.contains { $0.mention == end.mention } }
        if draft.mode == .unknown { draft.mode = .sea }
    }

    private func places(in range: ClosedRange<Int>) -> [End] {
        var found: [End] = []
        for word in range {
            guard let mention = view.words[word].mention, found.last?.mention != mention else {
                continue
            }
            found.append(End(mention: mention, word: word))
        }
        return found
    }

    /// "Supplies oil in exchange for steel": the steel goes the other way.
    func barterDrafts(besides known: [Draft]) -> [Draft] {
        for index in view.lowers.indices {
            guard let (count, _) = lexicon.barter.match(view.lowers, at: index),
                let given = known.last(where: {
                    $0.trigger < index && $0.isWhole && $0.relation != .link
                })
            else { continue }
            let last = index + count - 1
            guard let goods = view.children(of: last, .pobj).first, !isNominalWithWay(goods) else {
                continue
            }
            let theme = theme(at: goods)
            guard theme.kind?.isMovable == true else { continue }
            var draft = given
            draft.origins = given.destinations
            draft.destinations = given.origins
            draft.via = []
            draft.theme = theme
            draft.actor = nil
            draft.rule = "barter"
            draft.confidence -= 0.1
            return [draft]
        }
        return []
    }

    private func isNominalWithWay(_ noun: Int) -> Bool {
        !paths(of: noun).filter { $0.role == .destination || $0.role == .origin }.isEmpty
    }
}
