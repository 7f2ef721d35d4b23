internal import Gazetteers
internal import Geoparsing
internal import Language

extension SentenceReader {
    /// What a call on the way says: where the movement it belongs to goes next, or what it passes.
    ///
    /// "The ship stopped at B" goes there; "stopping at B", "with calls at B" are on the way.
    func assignStop(_ frame: Frame, _ draft: inout Draft) -> Bool {
        let places = frame.ends(.place).isEmpty ? frame.objectPlaces : frame.ends(.place)
        draft.origins = []
        draft.destinations = []
        draft.via = places
        guard !places.isEmpty else { return false }
        if isNextStop(frame) {
            guard frame.word.isStrong || draft.theme?.kind?.isVehicle == true else { return false }
            draft.via = []
            draft.destinations = places
            // "The ship stopped in B" says too little alone.
            draft.isHalf = !frame.word.isStrong
            return true
        }
        draft.isWayOnly = true
        return true
    }

    /// Whether a call is told for itself, in its turn: "then refuelled in B", "before stopping at B".
    private func isNextStop(_ frame: Frame) -> Bool {
        guard !frame.isNoun else { return false }
        let verb = frame.trigger
        switch view.words[verb].label {
        case .acl, .advcl: return view.words[verb].tag == .vbd
        case .pcomp: return lexicon.small.has(view.lowers[view.words[verb].head], .before)
        case .conj where view.words[verb].tag == .vbg:
            return view.hasChild(verb, .aux)
        default: return true
        }
    }

    /// Gives what is called at to the movement it belongs to: as where it set out, behind "after",
    /// else as a place passed.
    func withStops(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        var taken: Set<Int> = []
        for stop in drafts where stop.isWayOnly && stop.word.motion == .stop {
            if stop.status == .negated {
                taken.insert(stop.id)
                continue
            }
            guard let main = owner(of: stop, in: drafts) else { continue }
            taken.insert(stop.id)
            let known = drafts[main].origins + drafts[main].destinations + drafts[main].via
            let places = others(stop.via, than: known)
            if isAfter(stop.trigger), drafts[main].origins.isEmpty {
                drafts[main].origins = places.suffix(1)
            } else {
                drafts[main].via += places
                drafts[main].via.sort { $0.word < $1.word }
            }
        }
        return drafts.filter { !taken.contains($0.id) }
    }

    /// The movement that a call is made on: of the word that governs it, or of the same vehicle.
    private func owner(of stop: Draft, in drafts: [Draft]) -> Int? {
        let ways = drafts.indices.filter { !drafts[$0].isWayOnly && drafts[$0].relation != .use }
        return ways.last { governs(drafts[$0].trigger, stop.trigger) }
            ?? ways.last {
                drafts[$0].theme?.word != nil && drafts[$0].theme?.word == stop.theme?.word
            }
    }

    /// "After a stop at A", "having refuelled in A".
    private func isAfter(_ trigger: Int) -> Bool {
        if view.children(of: trigger, .aux).contains(where: {
            lexicon.small.has(view.words[$0].lemma, .perfect)
        }) {
            return true
        }
        return lexicon.small.has(view.lowers[view.words[trigger].head], .after)
    }

    /// "Calls at A, B and C": one leg after another; nil for anything else.
    func portCalls(of draft: Draft) -> [Draft]? {
        guard draft.word.motion == .stop, !draft.isNoun, draft.via.isEmpty,
            draft.destinations.count > 1, draft.destinations.allSatisfy(isPort),
            draft.origins.count < 2
        else { return nil }
        return legs(of: draft, through: draft.origins + draft.destinations)
    }

    private func isPort(_ end: End) -> Bool {
        guard let kind = view.mentions[end.mention].candidates.first?.place.kind else {
            return false
        }
        return kind.isPoint || kind == .island
    }
}
