internal import Language

extension SentenceReader {
    /// Patterns of words that need no arcs: "the Rotterdam-Genoa corridor", "Japan/Gulf route".
    func pairDrafts(besides known: [Draft]) -> [Draft] {
        var drafts: [Draft] = []
        for trigger in triggers.keys.sorted() {
            guard let word = triggers[trigger] else { continue }
            if let draft = followingPair(trigger, word, known) {
                drafts.append(draft)
                continue
            }
            guard word.motion == .link || word.motion == .move,
                isNominal(trigger), let places = joinedPlaces(before: trigger),
                let left = places.first, let right = places.last
            else { continue }
            let origin = End(mention: left, word: trigger)
            let destination = End(mention: right, word: trigger)
            if known.contains(where: { $0.trigger == trigger && $0.isWhole }) { continue }
            var draft = Draft(
                trigger: trigger, word: word, isNoun: true, origins: [origin],
                via: places.dropFirst().dropLast().map { End(mention: $0, word: trigger) }
                    + paths(of: trigger).filter { $0.role == .via }.flatMap(\.ends),
                destinations: [destination], rule: "link.compound", confidence: 0.85)
            draft.relation = .link
            draft.isBidirectional = true
            draft.mode = word.mode ?? .unknown
            draft.modeBasis = word.mode == nil ? .inferred : .stated
            finish(&draft)
            drafts.append(draft)
        }
        return drafts
    }

    /// The places joined by a stroke, a dash or "to" that stand before a noun, with at most
    /// three words between.
    private func joinedPlaces(before noun: Int) -> [Int]? {
        var index = noun - 1
        var skipped = 0
        while index >= 0, view.words[index].mention == nil, skipped < 4 {
            let isVerb = view.isVerb(index) && view.words[index].label != .amod
            if isVerb || lexicon.small.has(view.lowers[index], .breaking)
                || lexicon.small.has(view.lowers[index], .determiner)
            {
                return nil
            }
            index -= 1
            skipped += 1
        }
        guard index >= 0, let last = view.words[index].mention else { return nil }
        var places = [last]
        while index >= 0, places.count < 6, let first = places.first {
            while index >= 0, view.words[index].mention == first { index -= 1 }
            var joints = 0
            // "A-B", "A-to-B", "A-B-C".
            while index > 0, joints < 3, view.words[index].mention == nil,
                lexicon.small.has(view.lowers[index], .joint)
            {
                index -= 1
                joints += 1
            }
            guard joints > 0, index >= 0, let place = view.words[index].mention,
                !places.contains(place)
            else { break }
            places.insert(place, at: 0)
        }
        return places.count > 1 ? places : nil
    }

    /// The places joined from a word on.
    private func joinedPlaces(from start: Int) -> [End] {
        var places: [End] = []
        var index = start
        while index < view.words.count, let place = view.words[index].mention,
            !places.contains(where: { $0.mention == place })
        {
            places.append(End(mention: place, word: index))
            while index < view.words.count, view.words[index].mention == place { index += 1 }
            let joint = index
            while index < view.words.count, index - joint < 2, view.words[index].mention == nil,
                lexicon.small.has(view.lowers[index], .joint)
            {
                index += 1
            }
            if index == joint { break }
        }
        return places
    }

    /// "Flight Oslo to Bergen", "flying Oslo-Bergen": two places joined right behind the word.
    private func followingPair(_ trigger: Int, _ word: MotionWord, _ known: [Draft]) -> Draft? {
        let isWay =
            word.motion == .link || word.motion == .move
            || (word.motion == .carry && word.mode != nil)
        let start = trigger + 1
        guard isWay, word.mode != nil, start < view.words.count,
            let left = view.words[start].mention,
            !known.contains(where: { $0.trigger == trigger && $0.isWhole })
        else { return nil }
        let places = joinedPlaces(from: start)
        guard places.count > 1, let last = places.last else { return nil }
        var draft = Draft(
            trigger: trigger, word: word, isNoun: isNominal(trigger),
            origins: [End(mention: left, word: start)],
            via: places.dropFirst().dropLast()
                + paths(of: trigger).filter { $0.role == .via }.flatMap(\.ends),
            destinations: [last], rule: "pair.behind", confidence: 0.8)
        if word.motion == .link { draft.relation = .link }
        draft.mode = word.mode ?? .unknown
        draft.modeBasis = .stated
        finish(&draft)
        return draft
    }

    /// Freight fixtures: "Rotterdam/Taiwan 25,000 tonnes heavy grains".
    func fixtureDrafts(besides known: [Draft]) -> [Draft] {
        var drafts: [Draft] = []
        let words = view.words
        var index = 1
        while index + 1 < words.count {
            defer { index += 1 }
            guard lexicon.small.has(view.lowers[index], .stroke),
                let left = words[index - 1].mention
            else { continue }
            var next = index + 1
            while next < words.count, next < index + 4, words[next].mention == nil { next += 1 }
            guard next < words.count, let right = words[next].mention, right != left,
                let goods = fixtureGoods(around: (index - 1)...next, left: left)
            else { continue }
            let motion = MotionWord(
                lemma: "fixture", motion: .carry, mode: .sea, isStrong: true, themes: [])
            var draft = Draft(
                trigger: index - 1, word: motion, isNoun: true,
                origins: [End(mention: left, word: index - 1)], via: [],
                destinations: [End(mention: right, word: next)], theme: goods,
                rule: "fixture.stroke", confidence: 0.8)
            draft.mode = .sea
            // A rate tells a ship that is fixed from an order that seeks one.
            if !hasRate(from: next) { draft.status = .planned }
            drafts.append(draft)
        }
        return drafts
    }

    private func hasRate(from word: Int) -> Bool {
        view.lowers[word..<min(word + 16, view.lowers.count)].contains {
            lexicon.cue($0, .rate) != nil
        }
    }

    /// The tonnage and goods behind a pair of ports, or before it.
    private func fixtureGoods(around pair: ClosedRange<Int>, left: Int) -> Theme? {
        let words = view.words
        func isNumber(_ word: Int) -> Bool { view.lowers[word].first?.isNumber == true }
        func goods(from start: Int, to end: Int) -> Theme? {
            var unit = start
            while unit < end,
                !(lexicon.units.contains(view.lowers[unit]) && unit > 0 && isNumber(unit - 1))
            {
                unit += 1
            }
            guard unit < end else { return nil }
            var last = unit
            while last + 1 < end, words[last + 1].mention == nil, !isNumber(last + 1),
                !lexicon.small.has(view.lowers[last + 1], .terms),
                last - unit < 4
            {
                last += 1
            }
            var theme = Theme(word: nil, kind: .goods)
            var first = unit
            while first > start,
                isNumber(first - 1) || lexicon.small.has(view.lowers[first - 1], .stroke)
            { first -= 1 }
            theme.quantity = view.utf8Range(of: first...unit)
            if last > unit { theme.cargo = view.utf8Range(of: (unit + 1)...last) }
            return theme
        }
        let end = min(words.count, pair.upperBound + 12)
        if pair.upperBound + 1 < end, isNumber(pair.upperBound + 1) {
            if let found = goods(from: pair.upperBound + 1, to: end) { return found }
        }
        return goods(from: max(0, pair.lowerBound - 9), to: pair.lowerBound)
    }

    /// "Paid 23 dollars from the Gulf to Taiwan": a way from place to place that no word of movement
    /// has, in a sentence that speaks of freight or where such a word stands before it.
    func looseDrafts(besides known: [Draft]) -> [Draft] {
        let taken = Set(known.flatMap { $0.origins + $0.destinations }.map(\.mention))
        let isFreight = speaksOfFreight
        var drafts: [Draft] = []
        for index in view.words.indices {
            guard let first = loosePath(at: index), first.role != .via,
                let second = pathBehind(first), second.role != first.role,
                !(first.ends + second.ends).contains(where: { taken.contains($0.mention) })
            else { continue }
            let (origin, destination) = first.role == .origin ? (first, second) : (second, first)
            let mover = moverBefore(index)
            guard isFreight || mover != nil, mover.map(isFigure) != true else { continue }
            let motion = MotionWord(
                lemma: mover.flatMap { triggers[$0]?.lemma } ?? "freight", motion: .carry,
                mode: mover.flatMap { triggers[$0]?.mode }, isStrong: false, themes: [])
            var draft = Draft(
                trigger: mover ?? view.words[index].head, word: motion, isNoun: mover == nil,
                origins: origin.ends, via: [], destinations: destination.ends,
                rule: mover == nil ? "pair.from-to" : "pair.motion", confidence: 0.65)
            if let mover, let theme = moverTheme(mover) {
                draft.theme = theme
                if isForTalks(theme) { continue }
                // A river flows too.
                let isLink = theme.word.map { triggers[$0]?.motion == .link } ?? false
                if triggers[mover]?.motion == .flow, !isLink, theme.kind?.isMovable != true {
                    continue
                }
            }
            finish(&draft)
            if draft.mode == .unknown, isFreight, mover == nil { draft.mode = .sea }
            drafts.append(draft)
        }
        return drafts
    }

    /// The path that follows another with nothing but more of its place's name between.
    private func pathBehind(_ first: Path) -> Path? {
        for next
            in (first.object + 1)..<max(
                first.object + 1, min(first.object + 8, view.words.count))
        {
            guard let path = loosePath(at: next) else { continue }
            guard path.role != .via, isContinued(from: first.object, to: next) else { return nil }
            return path
        }
        return nil
    }

    /// The word of movement before a way that the arcs did not give to it, in the same clause.
    private func moverBefore(_ preposition: Int) -> Int? {
        var word = preposition - 1
        while word >= 0, preposition - word < 12 {
            if lexicon.small.has(view.lowers[word], .clauseEnd) { return nil }
            if let motion = triggers[word] {
                switch motion.motion {
                case .send, .carry, .move, .leave, .arrive, .cross, .expel, .flow: return word
                default: return nil
                }
            }
            if view.isVerb(word), !lexicon.small.has(view.lowers[word], .auxiliary) { return nil }
            word -= 1
        }
        return nil
    }

    private func moverTheme(_ mover: Int) -> Theme? {
        guard let word = triggers[mover] else { return nil }
        return (isNominal(mover) ? nounFrame(mover, word) : verbFrame(mover, word)).theme
    }

    /// Officials on their way to talks, and figures of speech.
    private func isForTalks(_ theme: Theme) -> Bool {
        theme.kind == .official || theme.kind == .abstract
            || (theme.kind == nil && view.lowers.contains(where: lexicon.talks.contains))
    }

    var speaksOfFreight: Bool {
        view.lowers.indices.contains { index in
            guard view.words[index].mention == nil, !view.words[index].isCapitalised || index == 0
            else { return false }
            if let (_, cue) = lexicon.modes.match(view.lowers, at: index), cue.mode == .sea {
                return true
            }
            return lexicon.cue(view.lowers[index], .freight) != nil
        }
    }
}
