internal import Geoparsing
internal import Language

/// Puts the movements of a document together, sentence after sentence.
struct Assembly {
    let lexicon: MovementLexicon
    let mentions: [Mention]
    let dates: DateReader
    var movements: [Movement] = []
    var discourse = Discourse()
    /// The last sentence in which each movement was stated, and what moved in it.
    var lastStated: [Int] = []
    var movedThemes: [Theme?] = []
    /// Whether each is only told to be on its way: "headed for B".
    var isUnderWay: [Bool] = []

    init(lexicon: MovementLexicon, mentions: [Mention], dates: DateReader) {
        self.lexicon = lexicon
        self.mentions = mentions
        self.dates = dates
    }

    /// Reads one sentence.
    mutating func read(_ sentence: Sentence, number: Int, of analysis: Analysis, usable: [Bool]) {
        let view = SentenceView(
            sentence, of: analysis, mentions: mentions, usable: usable, lexicon: lexicon)
        discourse.sentence = number
        discourse.sightings.removeAll { number - $0.sentence > Discourse.reach }
        let reader = SentenceReader(view: view, lexicon: lexicon, discourse: discourse)
        let drafts = reader.drafts()
        let stated = dates.dates(in: view)
        let named = lexicon.identifiers.identifiers(in: view, of: analysis.utf8)
        var firstOfDraft: [Int: Int] = [:]
        for draft in drafts where !draft.isWayOnly {
            var draft = draft
            var before = draft.continues.flatMap { firstOfDraft[$0] }
            let completed = complete(&draft, from: reader)
            if before == nil { before = completed.continues }
            // Half a movement stands only where an earlier sentence has the other half.
            if draft.isHalf, !draft.isWhole { continue }
            addContext(&draft, from: reader)
            if !stands(draft) { continue }
            let known = movements.count
            if let half = completed.half, draft.origins.count == 1, draft.destinations.count == 1 {
                let other = movement(draft, from: reader)
                fill(half, from: other, sentence: number)
                (movements[half].status, movements[half].cue) = (other.status, other.cue)
                firstOfDraft[draft.id] = half
                continue
            }
            firstOfDraft[draft.id] = add(
                draft, continuing: before, dates: stated, from: reader, sentence: number)
            for index in known..<movements.count {
                movements[index].vehicleIdentifier = identifier(of: index, among: named, number)
            }
        }
        for draft in drafts where draft.isWayOnly {
            // "left Aktau for Anzali, crossing the Caspian Sea": the way of the verb it hangs on.
            let governor = view.words[draft.trigger].head
            let main =
                drafts.first { $0.trigger == governor && !$0.isWayOnly }
                ?? drafts.first { !$0.isWayOnly && reader.governs(draft.trigger, $0.trigger) }
                ?? drafts.first {
                    !$0.isWayOnly && $0.theme?.word != nil
                        && $0.theme?.word == draft.theme?.word
                }
            if let main, let index = firstOfDraft[main.id] {
                addVia(draft, to: index)
            } else {
                addWay(draft, from: reader)
            }
        }
        remember(drafts, of: reader, number)
    }

    /// The number of a movement's vehicle: in its own sentence, or of the same vehicle before.
    private func identifier(
        of index: Int, among named: [VehicleIdentifier], _ sentence: Int
    ) -> VehicleIdentifier? {
        let movement = movements[index]
        let fits = named.first { number in
            switch movement.mode {
            case .sea, .river: number.kind != .tail
            case .air: number.kind == .tail
            default: movement.vehicle != nil
            }
        }
        if let fits { return fits }
        guard movement.vehicle != nil, let noun = movedThemes[index]?.noun else { return nil }
        return recent.last {
            $0 < index && sentence - lastStated[$0] <= Discourse.reach
                && movements[$0].vehicleIdentifier != nil && movedThemes[$0]?.noun == noun
        }.flatMap { movements[$0].vehicleIdentifier }
    }

    /// Adds one movement for each pair of a draft's ends; gives the first's index.
    private mutating func add(
        _ draft: Draft, continuing before: Int?, dates: [StatedDate], from reader: SentenceReader,
        sentence: Int
    ) -> Int? {
        let most = 8
        let origins: [Int?] =
            draft.origins.isEmpty ? [nil] : draft.origins.prefix(most).map { $0.mention }
        let destinations: [Int?] =
            draft.destinations.isEmpty ? [nil] : draft.destinations.prefix(most).map { $0.mention }
        var first: Int?
        for origin in origins {
            for destination in destinations {
                var movement = self.movement(draft, from: reader)
                movement.origin = origin
                movement.destination = destination
                movement.continues = before
                if !draft.isReversal { movement.date = reader.date(of: draft, among: dates) }
                let index = merge(
                    movement, of: draft.theme ?? Theme(noun: draft.word.lemma), sentence: sentence,
                    isAlternative: draft.isAlternative)
                if index == isUnderWay.count {
                    isUnderWay.append(lexicon.small.has(draft.word.lemma, .underWay))
                }
                if first == nil { first = index }
            }
        }
        return first
    }

    /// A draft as a movement between its first ends.
    private func movement(_ draft: Draft, from reader: SentenceReader) -> Movement {
        let view = reader.view
        var movement = Movement(
            origin: draft.origins.first?.mention, via: unique(draft.via.map(\.mention)),
            destination: draft.destinations.first?.mention,
            mode: draft.mode, modeBasis: draft.modeBasis, relation: draft.relation,
            isBidirectional: draft.isBidirectional, evidence: [view.utf8Range], rule: draft.rule,
            confidence: max(0.1, draft.confidence))
        movement.cargo = draft.theme?.cargo
        movement.quantity = draft.theme?.quantity
        movement.vehicle = draft.theme?.vehicle
        movement.actor = draft.actor.map { view.utf8Range(of: reader.nounPhrase($0)) }
        movement.attribution = reader.attribution(of: draft)
        movement.status = draft.status
        movement.cue = draft.cue.map { view.words[$0].utf8Range }
        return movement
    }

    /// Adds a movement, or completes the one that says the same shortly before.
    private mutating func merge(
        _ movement: Movement, of theme: Theme?, sentence: Int, isAlternative: Bool
    ) -> Int {
        for index in movements.indices.reversed() {
            if sentence - lastStated[index] > 2 { break }
            let known = movements[index]
            if completes(index, movement, theme) {
                fill(index, from: movement, sentence: sentence)
                return index
            }
            let isSame =
                sameName(known.origin, movement.origin)
                && sameName(known.destination, movement.destination)
                && (known.via.isEmpty || movement.via.isEmpty || !isAlternative)
            guard isSame, known.status == movement.status, known.relation == movement.relation,
                known.cargo == nil || movement.cargo == nil || known.cargo == movement.cargo
                    || sentence != lastStated[index]
            else { continue }
            if sentence != lastStated[index], known.cargo != nil, movement.cargo != nil { continue }
            lastStated[index] = sentence
            movements[index].cargo = known.cargo ?? movement.cargo
            movements[index].quantity = known.quantity ?? movement.quantity
            movements[index].vehicle = known.vehicle ?? movement.vehicle
            movements[index].date = known.date ?? movement.date
            if known.via.isEmpty { movements[index].via = movement.via }
            if known.mode == .unknown {
                movements[index].mode = movement.mode
                movements[index].modeBasis = movement.modeBasis
            }
            if !known.evidence.contains(movement.evidence[0]) {
                movements[index].evidence += movement.evidence
            }
            return index
        }
        movements.append(movement)
        lastStated.append(sentence)
        movedThemes.append(theme)
        return movements.count - 1
    }

    /// Whether a movement is one told before of the same thing, one of them with an end that the
    /// other does not name.
    private func completes(_ index: Int, _ movement: Movement, _ theme: Theme?) -> Bool {
        let known = movements[index]
        guard known.status == movement.status, known.relation == movement.relation,
            known.relation == .transport, known.via.isEmpty || movement.via.isEmpty,
            let noun = theme?.noun, noun == movedThemes[index]?.noun,
            theme?.cargo != nil || theme?.vehicle != nil, known.continues == nil,
            movement.continues == nil
        else { return false }
        let isSameOrigin = sameName(known.origin, movement.origin)
        let isSameDestination = sameName(known.destination, movement.destination)
        if isSameOrigin, known.origin != nil {
            return (known.destination == nil) != (movement.destination == nil)
        }
        if isSameDestination, known.destination != nil {
            return (known.origin == nil) != (movement.origin == nil)
        }
        return false
    }

    private mutating func fill(_ index: Int, from movement: Movement, sentence: Int) {
        let known = movements[index]
        movements[index].origin = known.origin ?? movement.origin
        movements[index].destination = known.destination ?? movement.destination
        if known.via.isEmpty { movements[index].via = movement.via }
        movements[index].cargo = known.cargo ?? movement.cargo
        movements[index].quantity = known.quantity ?? movement.quantity
        movements[index].vehicle = known.vehicle ?? movement.vehicle
        movements[index].date = known.date ?? movement.date
        if known.mode == .unknown || (known.modeBasis == .inferred && movement.mode != .unknown) {
            movements[index].mode = movement.mode
            movements[index].modeBasis = movement.modeBasis
        }
        if !known.evidence.contains(movement.evidence[0]) {
            movements[index].evidence += movement.evidence
        }
        lastStated[index] = sentence
    }

    /// The last movements, as many as a few sentences of prose can state: no text is looked through from end to
    /// end for each of its movements.
    var recent: Range<Int> { max(0, movements.count - 200)..<movements.count }

    func sameName(_ left: Int?, _ right: Int?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return mentions[left].namesSamePlace(as: mentions[right]) || left == right
    }

    private func unique(_ indices: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return indices.filter { seen.insert($0).inserted }
    }

    /// Keeps what later sentences may point back to.
    private mutating func remember(_ drafts: [Draft], of reader: SentenceReader, _ number: Int) {
        for draft in drafts {
            if let theme = draft.theme, theme.cargo != nil || theme.vehicle != nil {
                discourse.themes.append((number, theme))
            }
            if let last = draft.destinations.last { discourse.destination = (number, last.mention) }
        }
        let seen = reader.sightings()
        discourse.sightings += seen
        for sighting in seen { discourse.themes.append((number, sighting.theme)) }
        if discourse.themes.count > 40 { discourse.themes.removeFirst(20) }
        if let ends = reader.mainSubjectPlaces(), !ends.isEmpty {
            discourse.subject = (number, ends)
        }
    }
}
