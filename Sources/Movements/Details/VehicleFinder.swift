/// Finds what carries something: a noun for a vehicle, and its name behind it.
struct VehicleFinder {
    let lexicon: MovementLexicon

    /// The longest name of a vehicle, in words.
    private static let longestName = 4

    /// The vehicle of a mode nearest to a word, "the tanker Aurora"; not what is itself moved.
    func vehicle(
        for mode: TransportMode, near word: Int, except cargo: Range<Int>?, in view: SentenceView
    ) -> Range<Int>? {
        var best: (distance: Int, words: ClosedRange<Int>)?
        for index in view.words.indices {
            guard let (count, cue) = lexicon.modes.match(view.lowers, at: index), cue.isVehicle,
                Self.agree(cue.mode, mode)
            else { continue }
            let noun = index...(index + count - 1)
            if let cargo, cargo.overlaps(view.utf8Range(of: noun)) { continue }
            let distance = abs(index - word)
            if best.map({ distance < $0.distance }) ?? true {
                best = (distance, index...lastOfName(behind: noun.upperBound, in: view))
            }
        }
        return best.map { view.utf8Range(of: $0.words) }
    }

    /// Whether a sentence says by what way something goes, in so many words.
    func states(_ mode: TransportMode, in view: SentenceView) -> Bool {
        view.words.indices.contains { lexicon.modes.match(view.lowers, at: $0)?.value.mode == mode }
    }

    /// The mode that a sentence tells as the means of what one of its words states, "by ship", "by rail"; nil where it
    /// tells none, or several.
    ///
    /// Among several such words, which `triggers` has in order, a means belongs to the last one before it, and one in front
    /// of them all to the first: "left by ship for Odesa, whence it goes by rail".
    func means(of trigger: Int, among triggers: [Int], in view: SentenceView) -> TransportMode? {
        let modes = Set(
            view.words.indices.dropFirst().compactMap { index -> TransportMode? in
                guard lexicon.small.has(view.lowers[index - 1], .means),
                    triggers.last(where: { $0 <= index }) ?? triggers.first == trigger
                else { return nil }
                return lexicon.modes.match(view.lowers, at: index)?.value.mode
            })
        return modes.count == 1 ? modes.first : nil
    }

    /// The mode that those words of a sentence tell that belong to a route; nil where they tell none, or several.
    func onlyMode(in view: SentenceView, of signs: RouteSigns) -> TransportMode? {
        let modes = Set(
            view.words.indices.filter { signs.own(view.words[$0].utf8Range.lowerBound) }
                .compactMap { lexicon.modes.match(view.lowers, at: $0)?.value.mode })
        return modes.count == 1 ? modes.first : nil
    }

    private func lastOfName(behind noun: Int, in view: SentenceView) -> Int {
        var last = noun
        while last + 1 < view.words.count, last - noun < Self.longestName,
            view.words[last + 1].isCapitalised, view.words[last + 1].mention == nil
        {
            last += 1
        }
        return last
    }

    private static func agree(_ cue: TransportMode, _ mode: TransportMode) -> Bool {
        switch (cue, mode) {
        case (_, .unknown), (.sea, .river), (.river, .sea), (.road, .land), (.rail, .land): true
        default: cue == mode
        }
    }
}
