extension SentenceReader {
    /// All that the sentence's words of movement state, in the order of the text.
    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for trigger in triggers.keys.sorted() {
            guard let word = triggers[trigger] else { continue }
            let frame =
                isNominal(trigger) ? nounFrame(trigger, word) : verbFrame(trigger, word)
            for part in parted(frame) {
                guard var draft = draft(of: part.frame) else { continue }
                if part.goesOn, let before = drafts.last, before.trigger == trigger {
                    draft.origins = before.destinations
                    draft.continues = before.id
                }
                var statuses = StatusReader(self)
                let (status, cue) = statuses.status(of: trigger)
                draft.status = status
                draft.cue = cue
                draft.speech = statuses.speech
                let ends = draft.origins + draft.destinations
                let (mode, basis) = ModeReader(reader: self).mode(
                    of: part.frame, via: draft.via, ends: ends)
                if draft.relation == .use {
                    // What was brought is used; by what way it gets there is not told.
                } else if draft.mode == .unknown {
                    draft.mode = mode
                    draft.modeBasis = basis
                } else {
                    draft.modeBasis = .stated
                }
                draft.id = drafts.count
                drafts.append(withShipment(draft))
            }
        }
        if drafts.contains(where: { $0.relation != .link && !$0.via.isEmpty }) {
            // "Through the Turkish pipeline" is the way of what moves.
            drafts.removeAll { draft in
                draft.isNoun && draft.relation == .link && !draft.isWhole
                    && isPassed(draft.trigger)
            }
        }
        drafts += themeDrafts(besides: drafts)
        drafts += fixtureDrafts(besides: drafts)
        let pairs = pairDrafts(besides: drafts)
        drafts.removeAll { draft in pairs.contains { $0.trigger == draft.trigger } }
        drafts += pairs
        drafts += boundDrafts() + wayDrafts(besides: drafts, areWhole: true)
        drafts += looseDrafts(besides: drafts)
        drafts += wayDrafts(besides: drafts, areWhole: false)
        drafts += barterDrafts(besides: drafts)
        for index in drafts.indices { drafts[index].id = index }
        drafts.sort { ($0.trigger, $0.id) < ($1.trigger, $1.id) }
        let calls = withStops(merged(drafts)).flatMap {
            portCalls(of: $0) ?? orderedLegs(of: $0) ?? [$0]
        }
        return withReversals(chained(withAlternatives(numbered(calls))).map(withShips))
    }

    /// Gives what was loaded, unloaded or shipped between ports the way of ships, once both are known.
    private func withShips(_ draft: Draft) -> Draft {
        let modes = ModeReader(reader: self)
        guard draft.mode == .unknown, draft.isWhole, draft.relation != .use,
            modes.isByShip(draft.word),
            (draft.origins + draft.destinations).allSatisfy(modes.isCoastal)
        else { return draft }
        var draft = draft
        (draft.mode, draft.modeBasis) = (.sea, .inferred)
        return draft
    }

    /// Gives the legs of one draft ids of their own, each continuing the one before.
    private func numbered(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        var next = (drafts.map(\.id).max() ?? 0) + 1
        let known = drafts.map(\.id)
        for index in drafts.indices.dropFirst() where known[index] == known[index - 1] {
            drafts[index].id = next
            drafts[index].continues = drafts[index - 1].id
            next += 1
        }
        return drafts
    }

    /// Two facts of "provided drones before the war but not since": what was done, and that it ended.
    private func withReversals(_ drafts: [Draft]) -> [Draft] {
        var next = (drafts.map(\.id).max() ?? 0) + 1
        return drafts.flatMap { draft -> [Draft] in
            guard draft.isWhole, draft.relation != .link, draft.status != .negated,
                let reversal = reversal(after: draft.trigger)
            else { return [draft] }
            var ended = draft
            ended.id = next
            next += 1
            ended.status = reversal.status
            ended.cue = reversal.words.last
            ended.continues = nil
            ended.rule += ".ended"
            ended.isReversal = true
            return [draft, ended]
        }
    }

    /// "But not since" behind a word of movement, in its own sentence, with no other verb between.
    func reversal(after trigger: Int) -> (words: ClosedRange<Int>, status: Movement.Status)? {
        for word in (trigger + 1)..<max(trigger + 1, min(trigger + 25, view.words.count)) {
            if let (count, status) = lexicon.reversals.match(view.lowers, at: word) {
                return (word...(word + count - 1), status)
            }
            if triggers[word] != nil, !isNominal(word) { return nil }
        }
        return nil
    }

    /// One draft a way, where a movement goes "via A or via B".
    private func withAlternatives(_ drafts: [Draft]) -> [Draft] {
        var next = (drafts.map(\.id).max() ?? 0) + 1
        return drafts.flatMap { draft -> [Draft] in
            guard draft.via.count > 1, let last = draft.via.last, let first = draft.via.first,
                first.word < last.word,
                view.lowers[first.word..<last.word].contains(where: {
                    lexicon.small.has($0, .either)
                })
            else { return [draft] }
            return draft.via.enumerated().map { index, way in
                var part = draft
                part.via = [way]
                part.isAlternative = true
                if index > 0 {
                    part.id = next
                    next += 1
                }
                return part
            }
        }
    }

    /// Whether a word of movement is read as a noun.
    func isNominal(_ trigger: Int) -> Bool { nominal.contains(trigger) }

    /// "Grain from the Great Lakes to Algeria": goods with both ends and no word of movement.
    private func themeDrafts(besides known: [Draft]) -> [Draft] {
        var drafts: [Draft] = []
        for word in view.words.indices where view.isNoun(word) && triggers[word] == nil {
            guard !blocked.contains(word), view.words[word].mention == nil,
                let kind = themeKind(at: word)
                    ?? (lexicon.units.contains(view.lowers[word]) ? .goods : nil),
                kind.isMovable
            else { continue }
            let motion = MotionWord(
                lemma: view.words[word].lemma, motion: .carry, mode: nil, isStrong: false,
                themes: [])
            var frame = Frame(trigger: word, word: motion, isNoun: true)
            frame.paths = paths(of: word)
            for (part, _) in parted(frame) {
                guard let origin = part.ends(.origin).first,
                    let destination = part.ends(.destination).first,
                    !known.contains(where: { draft in
                        draft.destinations.contains { $0.mention == destination.mention }
                            && draft.origins.contains { $0.mention == origin.mention }
                    })
                else { continue }
                var draft = Draft(
                    trigger: word, word: motion, isNoun: true, origins: part.ends(.origin),
                    via: part.ends(.via), destinations: part.ends(.destination),
                    theme: theme(at: word), rule: "noun.theme", confidence: 0.75)
                finish(&draft)
                if draft.mode == .unknown, speaksOfFreight { draft.mode = .sea }
                drafts.append(draft)
            }
        }
        return drafts
    }

    /// Gives a draft without a frame its status and mode.
    func finish(_ draft: inout Draft) {
        var statuses = StatusReader(self)
        (draft.status, draft.cue) = statuses.status(of: draft.trigger)
        draft.speech = statuses.speech
        var frame = Frame(trigger: draft.trigger, word: draft.word, isNoun: true)
        frame.theme = draft.theme
        if draft.mode == .unknown {
            (draft.mode, draft.modeBasis) = ModeReader(reader: self).mode(
                of: frame, via: draft.via, ends: draft.origins + draft.destinations)
        }
    }
}
