internal import Geoparsing
internal import Language

extension MovementAssembler {
    /// Adds what the exact readers find in a sentence of another language than English.
    func addDetails(
        to movement: inout Movement, in language: DetailLexicon, from sentence: Sentence,
        _ view: SentenceView, by signs: RouteSigns
    ) {
        let words = [PlainWord](
            sentence, of: analysis, mentions: mentionPlaces, particles: language.particles)
        guard !words.isEmpty else { return }
        let place = words[0].utf8Range.lowerBound..<words[words.count - 1].utf8Range.upperBound
        addMode(to: &movement, in: language, from: words) {
            signs.own(words[$0].utf8Range.lowerBound)
        }
        let trigger = words.word(at: movement.trigger?.lowerBound ?? place.lowerBound)
        if movement.status != .asserted {
            movement.cue = language.cue(for: movement.status, near: trigger, in: words)
        }
        let dates = DateReader(documentDate: dates.documentDate, words: language.time)
            .dates(in: words)
        let cargo = movement.cargo.flatMap { cargo -> Range<Int>? in
            guard place.contains(cargo.lowerBound) else { return nil }
            return words.word(at: cargo.lowerBound)..<words.word(at: cargo.upperBound - 1) + 1
        }
        if let cargo {
            movement.quantity = language.quantities.quantity(
                of: cargo, in: words, besides: dates.map(\.words))
        }
        movement.vehicle = NamedVehicleFinder(
            words: language.modes, sentence: words,
            others: dates.map(\.words) + [cargo].compactMap { $0 }
        ).vehicle(for: movement.mode, near: trigger)
        let start = words[trigger].utf8Range.lowerBound
        movement.date = dates.map(\.date).min {
            abs($0.utf8Range.lowerBound - start) < abs($1.utf8Range.lowerBound - start)
        }
        movement.vehicleIdentifier = identifier(of: movement, by: language.identifiers, in: view)
    }

    /// As in English, a mode that the words tell goes before what the reader takes from them all.
    private func addMode(
        to movement: inout Movement, in language: DetailLexicon, from words: [PlainWord],
        where isMeant: (Int) -> Bool
    ) {
        if let mode = language.modes.mode(of: words, onlyByMeans: true, where: isMeant) {
            (movement.mode, movement.modeBasis) = (mode, .stated)
        } else if movement.relation == .transport || movement.relation == .link,
            let mode = language.modes.mode(of: words, onlyByMeans: false, where: isMeant),
            mode != .air
        {
            (movement.mode, movement.modeBasis) = (mode, .stated)
        } else if language.modes.states(movement.mode, in: words) {
            movement.modeBasis = .stated
        }
    }
}
