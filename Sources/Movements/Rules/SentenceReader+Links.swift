internal import Gazetteers
internal import Geoparsing
internal import Language

extension SentenceReader {
    /// The ends of a standing link; false where it says too little.
    func assignLink(_ frame: Frame, _ draft: inout Draft) -> Bool {
        // "En route from A to B" is somebody's way, no road of its own.
        let isOwnWay =
            frame.isNoun && frame.trigger > 0
            && lexicon.small.has(view.lowers[frame.trigger - 1], .onWay)
        draft.relation = isOwnWay ? .transport : .link
        if frame.isNoun {
            if draft.isWhole {
                if draft.via.isEmpty {
                    draft.via = others(
                        served(frame.trigger), than: draft.origins + draft.destinations)
                }
                return true
            }
            if draft.origins.isEmpty, frame.word.isStrong {
                draft.origins = others(frame.actorPlaces, than: draft.destinations + draft.via)
            }
            return draft.isWhole
                || (frame.word.isStrong && draft.hasEnd
                    && !(draft.via.isEmpty && draft.destinations.isEmpty
                        && frame.ends(.origin).isEmpty))
        }
        draft.theme = nil
        var joined = frame.objectPlaces
        var others = frame.paths.filter { $0.role == .theme || $0.role == .destination }.flatMap(
            \.ends)
        if others.isEmpty, joined.count >= 2 {
            others = [joined.removeLast()]
            draft.via += joined.dropFirst()
            joined = Array(joined.prefix(1))
        }
        draft.origins = joined
        draft.destinations = others
        if let noun = frame.actor {
            if let word = triggers[noun] { draft.mode = word.mode ?? compoundMode(noun) }
            if view.words[noun].mention != nil {
                draft.via = ends(of: noun) + draft.via
            } else if draft.via.isEmpty {
                // "The Bosphorus waterway linking the two seas".
                draft.via = view.children(of: noun, .compound).filter {
                    view.words[$0].mention != nil
                }.flatMap { ends(of: $0) }.filter(isPassable)
            }
            draft.via = self.others(draft.via, than: draft.origins + draft.destinations)
        }
        return draft.isWhole
    }

    /// "Guerrero is a route between A and B".
    private func served(_ noun: Int) -> [End] {
        let verb = view.words[noun].head
        guard view.words[noun].label == .attr || view.words[noun].label == .dobj,
            lexicon.small.has(view.words[verb].lemma, .serving),
            let subject = view.children(of: verb, .nsubj).first,
            view.words[subject].mention != nil
        else { return [] }
        return ends(of: subject)
    }

    private func isPassable(_ end: End) -> Bool {
        view.mentions[end.mention].candidates.first.map {
            $0.place.kind.isWater || $0.place.kind.isPoint
        } ?? false
    }

    /// "A rail network": the mode among a noun's compounds.
    func compoundMode(_ noun: Int) -> TransportMode {
        for word in view.children(of: noun, .compound, .amod) {
            if let (_, cue) = lexicon.modes.match(view.lowers, at: word) { return cue.mode }
        }
        return .unknown
    }
}
