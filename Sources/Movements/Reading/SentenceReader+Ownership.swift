internal import Language

extension SentenceReader {
    /// Which paths belong to which word of movement: those its arcs reach, then those that the
    /// order of the words gives it where the arcs went astray.
    mutating func assignPaths() {
        var owned: Set<Int> = []
        var byTrigger: [Int: [Path]] = [:]
        for trigger in triggers.keys.sorted() {
            let found = walkedPaths(of: trigger)
            byTrigger[trigger] = found
            if triggers[trigger]?.motion != .make { owned.formUnion(found.map(\.preposition)) }
        }
        var index = 0
        while index < view.words.count {
            defer { index += 1 }
            guard !owned.contains(index), let path = loosePath(at: index) else { continue }
            guard let trigger = owner(of: path, among: byTrigger) else { continue }
            byTrigger[trigger, default: []].append(path)
            owned.insert(index)
        }
        for trigger in byTrigger.keys {
            byTrigger[trigger]?.sort { $0.preposition < $1.preposition }
        }
        ownPaths = byTrigger
    }

    /// The path of a preposition of way, wherever it is attached.
    func loosePath(at index: Int) -> Path? {
        guard view.words[index].mention == nil, !blocked.contains(index),
            let (count, role) = lexicon.prepositions.match(view.lowers, at: index),
            role == .origin || role == .destination || role == .via
        else { return nil }
        for word in index..<min(index + count, view.words.count) {
            for object in view.children(of: word, .pobj)
            where !isNoWay(object)
                && (!lexicon.small.has(view.lowers[index], .beneficiary)
                    || view.words[object].mention != nil)
            {
                let ends = ends(of: object)
                if !ends.isEmpty {
                    return Path(role: role, preposition: index, object: object, ends: ends)
                }
            }
        }
        return nil
    }

    private func owner(of path: Path, among known: [Int: [Path]]) -> Int? {
        let start = path.preposition
        guard start > 0 else { return nil }
        if triggers[start - 1] != nil { return start - 1 }
        // "From A, Ont., to B": it goes on where another path of the word has just ended.
        for (trigger, paths) in known.sorted(by: { $0.key > $1.key }) {
            for path in paths where path.preposition < start && trigger < start {
                if isContinued(from: path.object, to: start) { return trigger }
            }
        }
        // "From A, where it rained, and from B": joined to an earlier path of its kind.
        if lexicon.small.has(view.lowers[start - 1], .joining) {
            for (trigger, paths) in known.sorted(by: { $0.key > $1.key }) {
                let isJoined = paths.contains {
                    $0.role == path.role && $0.preposition < start && start - $0.preposition < 25
                        && view.lowers[$0.preposition] == view.lowers[start]
                }
                if isJoined { return trigger }
            }
        }
        // "Sold 8,000 head to A and 5,000 head to B": the amount stands between.
        if let joint = jointBeforeAmount(start) {
            for (trigger, paths) in known.sorted(by: { $0.key > $1.key }) where trigger < joint {
                let isJoined = paths.contains {
                    $0.role == path.role && joint - $0.object < 6 && $0.object < joint
                }
                if isJoined { return trigger }
            }
        }
        // "Exports are through A", "cut shipments to B": it hangs on the verb that has the noun.
        let head = view.words[start].head
        if view.isVerb(head), triggers[head] == nil {
            let near = view.children(of: head, .nsubj, .nsubjpass, .dobj).filter { $0 < start }
            for noun in near.reversed() {
                if triggers[noun] != nil { return noun }
            }
        }
        return nearest(before: path, known)
    }

    /// The "and" before an amount that a preposition follows: "and 5,000 head to".
    private func jointBeforeAmount(_ start: Int) -> Int? {
        var word = start - 1
        while word > 0, start - word < 6 {
            if lexicon.small.has(view.lowers[word], .joining) || view.lowers[word] == "," {
                return word < start - 1 ? word : nil
            }
            guard
                view.words[word].tag == .cd || lexicon.units.contains(view.lowers[word])
                    || lexicon.small.has(view.lowers[word], .count)
            else { return nil }
            word -= 1
        }
        return nil
    }

    /// The last word of movement before a path, with no other verb and no clause's end between.
    private func nearest(before path: Path, _ known: [Int: [Path]]) -> Int? {
        var word = path.preposition - 1
        while word >= 0, path.preposition - word < 18 {
            if let motion = triggers[word] {
                let paths = known[word] ?? []
                if motion.motion == .make || motion.motion == .use { return nil }
                if path.role != .via, paths.contains(where: { $0.role == path.role }) { return nil }
                return word
            }
            if view.isVerb(word) || view.words[word].tag == .md { return nil }
            if lexicon.small.has(view.lowers[word], .barrier) {
                return nil
            }
            word -= 1
        }
        return nil
    }

    /// Whether only more of the same place's name stands between a place and a word.
    func isContinued(from object: Int, to start: Int) -> Bool {
        guard object < start, start - object < 9 else { return false }
        return view.words[(object + 1)..<start].indices.allSatisfy { word in
            view.words[word].mention != nil || view.words[word].isCapitalised
                || lexicon.small.has(view.lowers[word], .within)
        }
    }

    /// Whether a noun behind "to" or "from" is no way to anywhere: a scale, or "to the south of".
    func isNoWay(_ object: Int) -> Bool {
        lexicon.blockedEnds.contains(view.lowers[object])
            || lexicon.distances.directions.match(view.lowers, at: object) != nil
    }
}
