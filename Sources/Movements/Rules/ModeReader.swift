internal import Geodesy
internal import Gazetteers
internal import Geoparsing
internal import Language

/// By what way something moves, from the word itself, its vehicle, and the words around it.
struct ModeReader {
    let reader: SentenceReader

    private var view: SentenceView { reader.view }

    /// The mode of what a frame says, and whether the text states it.
    func mode(of frame: Frame, via: [End], ends: [End]) -> (TransportMode, Movement.ModeBasis) {
        let near = cues(around: frame)
        if let said = near.first(where: { $0.isBeside }) { return (said.mode, .stated) }
        if let mode = carrierMode(frame) ?? frame.word.mode { return (mode, .stated) }
        if let mode = vehicleMode(frame) { return (mode, .stated) }
        if let said = near.first { return (said.mode, .stated) }
        for end in via {
            if let mode = waterMode(end) { return (mode, .inferred) }
        }
        if ends.contains(where: isPort) { return (.sea, .inferred) }
        if isByShip(frame.word), ends.count > 1, ends.allSatisfy(isCoastal) {
            return (.sea, .inferred)
        }
        if let said = wholeSentence(frame) { return (said, .inferred) }
        return (.unknown, .inferred)
    }

    private func waterMode(_ end: End) -> TransportMode? {
        guard let kind = view.mentions[end.mention].candidates.first?.place.kind else { return nil }
        switch kind {
        case .sea, .strait: return .sea
        case .canal: return .sea
        case .lake: return .sea
        case .river: return .river
        default: return nil
        }
    }

    private func isPort(_ end: End) -> Bool {
        let mention = view.mentions[end.mention]
        if mention.expectedKinds.contains(.port) { return true }
        return mention.candidates.first?.place.kind == .port
    }

    /// "Planes ferried fighters": who carries says more than the verb.
    private func carrierMode(_ frame: Frame) -> TransportMode? {
        guard frame.word.motion == .carry, !frame.isPassive, let actor = frame.actor,
            frame.theme?.word != actor, reader.themeKind(at: actor)?.isVehicle == true
        else { return nil }
        return vehicleMode(of: actor)
    }

    /// "Shipped", "shipments", "cargoes": by sea where both ends are ports.
    func isByShip(_ word: MotionWord) -> Bool {
        word.motion == .load || word.motion == .unload
            || reader.lexicon.cue(word.lemma, .shipping) != nil
    }

    /// Whether a place is a town at the sea with a port of its own.
    func isCoastal(_ end: End) -> Bool {
        view.mentions[end.mention].candidates.prefix(2).contains { candidate in
            let place = candidate.place
            if place.kind == .port { return true }
            guard place.kind.isPoint, let shore = place.distanceToSea else { return false }
            return shore.kilometres < 15 && place.nearestPort != nil
        }
    }

    private func vehicleMode(_ frame: Frame) -> TransportMode? {
        let isCarrying = frame.theme?.kind?.isVehicle == true && !frame.word.motion.changesHands
        let words = [isCarrying ? frame.theme?.word : nil, frame.actor].compactMap { $0 }
        for word in words {
            if let mode = vehicleMode(of: word) { return mode }
        }
        guard isCarrying else { return nil }
        switch frame.theme?.kind {
        case .vessel?: return .sea
        case .aircraft?: return .air
        default: return nil
        }
    }

    private func vehicleMode(of noun: Int) -> TransportMode? {
        for start in [noun - 2, noun - 1, noun] where start >= 0 {
            if let (count, cue) = reader.lexicon.modes.match(view.lowers, at: start),
                start + count - 1 == noun, cue.isVehicle
            {
                return cue.mode
            }
        }
        return nil
    }

    private struct Cue {
        let mode: TransportMode
        let isBeside: Bool
    }

    /// Cues among what depends on the word of movement: "by rail", "in tankers", "aboard a plane".
    private func cues(around frame: Frame) -> [Cue] {
        var cues: [Cue] = []
        var queue = view.children(
            of: frame.trigger, .prep, .agent, .advmod, .compound, .amod, .npadvmod, .advcl,
            .acl, .conj, .prt
        ).filter { view.words[$0].label != .conj || reader.triggers[$0] == nil }
        if let word = frame.theme?.word {
            queue += view.children(of: word, .prep, .acl, .compound, .relcl)
        }
        for child in queue {
            let isCarrier = reader.lexicon.small.has(view.lowers[child], .carrier)
            let span = view.span(of: child)
            for index in span
            where view.words[index].mention == nil && frame.words?.contains(index) != false {
                guard let (_, cue) = reader.lexicon.modes.match(view.lowers, at: index),
                    !isCargo(index, frame)
                else { continue }
                cues.append(Cue(mode: cue.mode, isBeside: isCarrier && index - child < 6))
            }
        }
        return cues
    }

    /// Whether a word is part of what moves: "attack drones" do not fly themselves to the buyer.
    private func isCargo(_ index: Int, _ frame: Frame) -> Bool {
        if let cargo = frame.theme?.cargo, cargo.overlaps(view.words[index].utf8Range) {
            return true
        }
        if frame.word.motion.changesHands, let noun = frame.theme?.word,
            reader.themeKind(at: index)?.isVehicle == true,
            view.span(of: noun).contains(index)
        {
            return !view.lowers[noun..<max(noun, index)].contains {
                reader.lexicon.small.has($0, .aboard)
            }
        }
        return reader.themeKind(at: index) == .weapon
    }

    /// "Unloaded in A and sent by rail to B": the rail is of what is joined to it.
    private func isOfOther(_ index: Int, _ frame: Frame) -> Bool {
        var word = index
        for _ in 0..<4 {
            let head = view.words[word].head
            if head == word || head == frame.trigger { return false }
            if reader.triggers[head] != nil, view.isVerb(head), isJoined(head, frame.trigger) {
                return view.words[head].head == frame.trigger || isMeans(index)
            }
            word = head
        }
        return false
    }

    private func isJoined(_ left: Int, _ right: Int) -> Bool {
        (view.words[left].label == .conj && view.words[left].head == right)
            || (view.words[right].label == .conj && view.words[right].head == left)
    }

    /// "By rail": a way that belongs to its own verb alone.
    private func isMeans(_ index: Int) -> Bool {
        reader.lexicon.small.has(view.lowers[index], .means)
            || (index > 0 && reader.lexicon.small.has(view.lowers[index - 1], .means))
    }

    /// "Aircraft parts" say nothing of how they travel.
    private func isInParts(_ index: Int) -> Bool {
        view.words[index].label == .compound
            && reader.lexicon.small.has(view.lowers[view.words[index].head], .part)
    }

    private func wholeSentence(_ frame: Frame) -> TransportMode? {
        var found: Set<TransportMode> = []
        for index in view.lowers.indices where view.words[index].mention == nil {
            if let (_, cue) = reader.lexicon.modes.match(view.lowers, at: index),
                !isCargo(index, frame), !isInParts(index), !isOfOther(index, frame)
            {
                found.insert(cue.mode)
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
