internal import Gazetteers
internal import Geoparsing

/// By what way something moves, from the word itself, its vehicle, and the words around it.
struct ModeReader {
    let reader: SentenceReader

    private var view: SentenceView { reader.view }

    /// The mode of what a frame says, and whether the text states it.
    func mode(of frame: Frame, via: [End], ends: [End]) -> (TransportMode, Movement.ModeBasis) {
        let near = cues(around: frame)
        if let said = near.first(where: { $0.isBeside }) { return (said.mode, .stated) }
        if let mode = frame.word.mode { return (mode, .stated) }
        if let mode = vehicleMode(frame) { return (mode, .stated) }
        if let said = near.first { return (said.mode, .stated) }
        for end in via {
            if let mode = waterMode(end) { return (mode, .inferred) }
        }
        if ends.contains(where: isPort) { return (.sea, .inferred) }
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

    private func vehicleMode(_ frame: Frame) -> TransportMode? {
        let isCarrying = frame.theme?.kind?.isVehicle == true && !frame.word.motion.changesHands
        let words = [isCarrying ? frame.theme?.word : nil, frame.actor].compactMap { $0 }
        for word in words {
            for start in [word - 2, word - 1, word] where start >= 0 {
                if let (count, cue) = reader.lexicon.modes.match(view.lowers, at: start),
                    start + count - 1 == word, cue.isVehicle
                {
                    return cue.mode
                }
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
            of: frame.trigger, "prep", "agent", "advmod", "compound", "amod", "npadvmod", "advcl",
            "acl", "conj", "prt")
        if let word = frame.theme?.word {
            queue += view.children(of: word, "prep", "acl", "compound", "relcl")
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

    /// "Aircraft parts" say nothing of how they travel.
    private func isInParts(_ index: Int) -> Bool {
        view.words[index].label == "compound"
            && reader.lexicon.small.has(view.lowers[view.words[index].head], .part)
    }

    private func wholeSentence(_ frame: Frame) -> TransportMode? {
        var found: Set<TransportMode> = []
        for index in view.lowers.indices where view.words[index].mention == nil {
            if let (_, cue) = reader.lexicon.modes.match(view.lowers, at: index),
                !isCargo(index, frame), !isInParts(index)
            {
                found.insert(cue.mode)
            }
        }
        return found.count == 1 ? found.first : nil
    }
}
