internal import Language

extension SentenceReader {
    /// The prepositional phrases that give a word of movement its ends, in the order of the text.
    func paths(of trigger: Int) -> [Path] {
        ownPaths[trigger] ?? walkedPaths(of: trigger)
    }

    /// The paths that the arcs lead to.
    func walkedPaths(of trigger: Int) -> [Path] {
        var found: [Path] = []
        walk(trigger, depth: 0, isDirect: true, from: trigger, into: &found)
        return found.sorted { $0.preposition < $1.preposition }
    }

    private func walk(
        _ node: Int, depth: Int, isDirect: Bool, from trigger: Int, into found: inout [Path]
    ) {
        guard depth < 7 else { return }
        for child in view.children[node] {
            switch view.words[child].label {
            case .prep, .agent, .dative, .prt:
                if view.words[child].label == .dative, view.isNoun(child) { continue }
                walkPreposition(
                    child, depth: depth, isDirect: isDirect, from: trigger, into: &found)
            case .advmod, .npadvmod:
                if lexicon.small.has(view.lowers[child], .there) {
                    if isDirect {
                        found.append(
                            Path(
                                role: .place, preposition: child, object: child,
                                ends: ends(of: child)))
                    }
                } else if view.words[child].label == .advmod
                    || lexicon.units.contains(view.lowers[child])
                    || lexicon.distances.lengths.match(view.lowers, at: child) != nil
                {
                    walk(child, depth: depth + 1, isDirect: isDirect, from: trigger, into: &found)
                }
            case .dobj, .attr, .oprd, .appos, .nsubjpass, .acomp:
                if isBoundary(child) { continue }
                let motion = triggers[trigger]?.motion
                let isLoading = motion == .load || motion == .unload
                walk(
                    child, depth: depth + 1, isDirect: isLoading && node == trigger, from: trigger,
                    into: &found)
            case .conj:
                if view.isVerb(child) || isBoundary(child) { continue }
                walk(child, depth: depth + 1, isDirect: false, from: trigger, into: &found)
            case .acl, .amod, .advcl, .xcomp:
                if let (_, role) = lexicon.links.match(view.lowers, at: child) {
                    walkLink(child, role: role, into: &found)
                }
            default: continue
            }
        }
    }

    private func walkPreposition(
        _ preposition: Int, depth: Int, isDirect: Bool, from trigger: Int, into found: inout [Path]
    ) {
        if let (count, role) = lexicon.links.match(view.lowers, at: preposition), count > 1 {
            walkLink(preposition, role: role, into: &found)
            return
        }
        if blocked.contains(preposition) { return }
        let match = lexicon.prepositions.match(view.lowers, at: preposition)
        let last = min(preposition + (match?.count ?? 1), view.words.count) - 1
        let role = match?.value
        var objects: [Int] = []
        for word in preposition...last {
            for child in view.children[word] where child != word {
                switch view.words[child].label {
                case .pobj, .npadvmod: objects.append(child)
                case .pcomp where lexicon.small.has(view.lowers[child], .there):
                    // "And from there to B"; at the start, the sentence before tells where that is.
                    if view.words[..<word].contains(where: { $0.mention != nil }) {
                        objects.append(child)
                    }
                case .pcomp, .prep, .advmod, .conj, .dep, .punct, .cc:
                    if child > last,
                        view.words[child].label == .prep || view.words[child].label == .conj,
                        !view.isVerb(child)
                    {
                        walkPreposition(
                            child, depth: depth + 1, isDirect: isDirect, from: trigger, into: &found
                        )
                    }
                default: break
                }
            }
        }
        for object in objects {
            if let role,
                isDirect || (role == .between && joinsEnds(of: trigger, at: preposition))
                    || role == .origin
                    || role == .destination || role == .via
                    || role == .against || (role == .place && isArrival(trigger))
            {
                if !isNoWay(object),
                    !lexicon.small.has(view.lowers[preposition], .beneficiary)
                        || isPlaceItself(object)
                {
                    found.append(
                        Path(
                            role: role, preposition: preposition, object: object,
                            ends: ends(of: object)))
                }
            }
            let isThrough: Bool
            switch role {
            case .origin, .destination, .via, .place, .between: isThrough = true
            case .theme:
                isThrough = lexicon.small.has(view.lowers[preposition], .possessive) || isDirect
            case .agent, .against, nil:
                isThrough = lexicon.small.has(view.lowers[preposition], .agent) && isDirect
            }
            if isThrough, !isBoundary(object) || role == .theme || role == .via {
                walk(object, depth: depth + 1, isDirect: false, from: trigger, into: &found)
            }
        }
    }

    /// The paths of a phrase that gives an end without a verb.
    func linkedPaths(of word: Int) -> [Path] {
        var found: [Path] = []
        if let (_, role) = lexicon.links.match(view.lowers, at: word) {
            walkLink(word, role: role, into: &found)
        }
        return found.sorted { $0.preposition < $1.preposition }
    }

    /// "Bound for Rotterdam", "on its way to Sevastopol from Tartus".
    private func walkLink(_ word: Int, role: PlaceRole, into found: inout [Path]) {
        guard let (count, _) = lexicon.links.match(view.lowers, at: word) else { return }
        let last = word + count - 1
        for part in word...last {
            for object in view.children(of: part, .pobj) where object > last {
                found.append(
                    Path(role: role, preposition: word, object: object, ends: ends(of: object)))
                walk(object, depth: 3, isDirect: false, from: word, into: &found)
            }
        }
        for prep in (word...last).flatMap({ view.children(of: $0, .prep) }) where prep > last {
            walkPreposition(prep, depth: 3, isDirect: false, from: word, into: &found)
        }
    }

    /// "Flights between A and B", "ferried fighters between A and B".
    private func joinsEnds(of trigger: Int, at preposition: Int) -> Bool {
        if nominal.contains(trigger) { return true }
        let object = view.words[preposition].head
        return view.words[object].label == .dobj && view.words[object].head == trigger
            && (triggers[trigger]?.motion == .carry || triggers[trigger]?.motion == .move)
    }

    /// "The arrival of refugees in Chios": the place may hang on who arrives.
    private func isArrival(_ trigger: Int) -> Bool {
        nominal.contains(trigger) && triggers[trigger]?.motion == .arrive
    }

    /// "For Rotterdam", "for the port of Rotterdam", but not "for a Spanish unit".
    private func isPlaceItself(_ object: Int) -> Bool {
        view.words[object].mention != nil || lexicon.anaphors[view.lowers[object]] != nil
    }

    /// A noun of movement with a way of its own keeps it.
    private func isBoundary(_ word: Int) -> Bool {
        guard let motion = triggers[word] else { return false }
        return motion.motion == .link
    }
}
