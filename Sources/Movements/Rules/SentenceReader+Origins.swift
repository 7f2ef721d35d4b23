internal import Gazetteers
internal import Geoparsing
internal import Language

extension SentenceReader {
    /// "Arrived at B on a flight from A": where the service or vehicle comes from is the origin.
    func boarded(_ frame: Frame) -> Frame {
        guard !frame.isNoun, frame.word.motion.movesSubject || frame.word.motion == .carry,
            frame.ends(.origin).isEmpty
        else { return frame }
        var frame = frame
        for prep in view.children(of: frame.trigger, .prep)
        where prep > frame.trigger && lexicon.small.has(view.lowers[prep], .carrier) {
            for object in view.children(of: prep, .pobj) where view.words[object].mention == nil {
                let isCarrier =
                    triggers[object]?.motion == .link || themeKind(at: object)?.isVehicle == true
                if isCarrier {
                    frame.paths += paths(of: object).filter { $0.role == .origin }
                }
            }
        }
        return frame
    }

    /// Where people or goods come from whose country alone is named: "Chechen fighters crossed
    /// into", "Kenyan tea bound for".
    func ownOrigin(_ draft: Draft) -> [End] {
        guard let kind = draft.theme?.kind, kind == .people || kind.comesFromItsCountry else {
            return []
        }
        return others(draft.theme?.ends ?? [], than: draft.destinations + draft.via)
    }

    /// "Is refined in A and exported to B": where the verb before has it.
    func workshop(before verb: Int) -> [End] {
        let first = view.words[verb].head
        guard view.words[verb].label == .conj, view.isVerb(first), triggers[first] == nil else {
            return []
        }
        return location(beside: first).filter(isCrossing)
    }

    /// "Rwanda will take 200 migrants from Libya": to the country that takes them.
    func taker(of draft: Draft, in frame: Frame) -> [End] {
        guard frame.word.motion == .carry, !frame.isNoun, !frame.isPassive,
            !frame.ends(.origin).isEmpty, draft.theme?.kind?.isMovable == true
        else { return [] }
        return others(frame.actorPlaces, than: draft.origins).filter(isCountry)
    }

    /// "Loaded the turbines onto a barge in A".
    func loadingPlace(_ frame: Frame) -> [End] {
        for prep in view.children(of: frame.trigger, .prep) {
            for vehicle in view.children(of: prep, .pobj)
            where themeKind(at: vehicle)?.isVehicle == true {
                let found = location(beside: vehicle)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// Whether a place is a point at which something may be passed.
    func isCrossing(_ end: End) -> Bool {
        view.mentions[end.mention].candidates.first?.place.kind.isPoint ?? false
    }

    func isCountry(_ end: End) -> Bool {
        view.mentions[end.mention].candidates.first?.place.kind == .country
    }
}
