internal import Geoparsing
internal import Language

/// Makes movements of the decoder's routes: with their dates, quantities, vehicles and cues, and the hops of
/// one journey tied together.
struct MovementAssembler {
    let lexicon: MovementLexicon
    /// How the language of the text words the details, where it is not that of the lexicon.
    var language: DetailLexicon?
    let analysis: Analysis
    let mentions: [Mention]
    let input: ReaderInput
    /// What the rules propose, for the details that they read off the parse.
    let proposed: [Movement]
    let dates: DateReader

    /// The movements of routes in the order of the text.
    func movements(of routes: [RouteProposal], by decoder: RouteDecoder) -> [Movement] {
        let usable = mentions.map { $0.use.isPlaced && $0.kind != .description }
        var views: [Int: SentenceView] = [:]
        // The first movement of the rules between each two places.
        let sameEnds = Dictionary(
            proposed.map { ([node($0.origin), node($0.destination)], $0) },
            uniquingKeysWith: { first, _ in first })
        let numbers = routes.map { sentence(at: $0.utf8Range.lowerBound) }
        // The words of each sentence that state its routes.
        let triggers = Dictionary(grouping: routes.indices, by: { numbers[$0] }).mapValues {
            Set($0.map { routes[$0].trigger.lowerBound }).sorted()
        }
        let told = Dictionary(grouping: routes.indices, by: { numbers[$0] })
        return routes.enumerated().map { index, route in
            let number = numbers[index]
            let view =
                views[number]
                ?? SentenceView(
                    analysis.sentences[number], of: analysis, mentions: mentions, usable: usable,
                    lexicon: lexicon)
            views[number] = view
            var movement = Movement(
                origin: route.originMention, via: decoder.passed(route),
                destination: route.destinationMention, mode: route.mode,
                modeBasis: language == nil
                    && VehicleFinder(lexicon: lexicon).states(route.mode, in: view)
                    ? .stated : .inferred,
                relation: route.relation, isBidirectional: route.isBidirectional,
                continues: before(index, of: routes), cargo: analysis.wholeWords(of: route.cargo),
                status: route.status, evidence: evidence(of: route, in: number), rule: "reader",
                confidence: route.probability)
            // A piece of a word stands for the word.
            movement.trigger = view.words[view.word(at: route.trigger.lowerBound)].utf8Range
            let others = told[number, default: []].filter { $0 != index }
            let signs = RouteSigns(
                own: self.signs(of: route), others: others.map { self.signs(of: routes[$0]) })
            let same = sameEnds[[node(movement.origin), node(movement.destination)]]
            if let language {
                addDetails(
                    to: &movement, in: language, from: analysis.sentences[number], view, by: signs)
            } else {
                let words = triggers[number, default: []].map(view.word(at:))
                addDetails(to: &movement, as: same, among: words, by: signs, from: view)
            }
            return movement
        }
    }

    /// Movements with, behind each, where the rules read that what it moves is used: "and are then used against".
    ///
    /// The corpus has too few of those for the reader to be sure of any.
    func addingUses(to read: [Movement], bar: Double) -> [Movement] {
        let uses = Dictionary(
            grouping: uses(after: read).filter { $0.confidence >= bar }, by: \.continues)
        var all: [Movement] = []
        var places: [Int] = []
        for (index, movement) in read.enumerated() {
            places.append(all.count)
            all.append(movement)
            all[all.count - 1].continues = movement.continues.map { places[$0] }
            for var use in uses[index] ?? [] {
                use.continues = places[index]
                all.append(use)
            }
        }
        return all
    }

    private func uses(after read: [Movement]) -> [Movement] {
        proposed.compactMap { use in
            guard use.relation == .use, let origin = node(use.origin),
                let goal = node(use.destination),
                !read.contains(where: { node($0.origin) == origin && node($0.destination) == goal }
                ),
                let index = read.lastIndex(where: {
                    $0.relation == .transport && node($0.destination) == origin
                        && $0.evidence.first == use.evidence.first
                })
            else { return nil }
            var movement = use
            movement.via = []
            movement.continues = index
            movement.confidence = min(use.confidence, read[index].confidence)
            // The rules keep no word: what states the way leads there.
            movement.trigger = use.trigger ?? read[index].trigger
            return movement
        }
    }

    /// What the rules read of the same route; else what stands nearest to the word that states it, of the sentence's
    /// words that state routes.
    private func addDetails(
        to movement: inout Movement, as same: Movement?, among triggers: [Int],
        by signs: RouteSigns, from view: SentenceView
    ) {
        let start = movement.trigger?.lowerBound ?? view.utf8Range.lowerBound
        let trigger = view.word(at: start)
        addReading(of: same, to: &movement, by: trigger, among: triggers, signs, from: view)
        movement.attribution = same?.attribution
        if movement.status != .asserted {
            movement.cue =
                (same?.status == movement.status ? same?.cue : nil)
                ?? CueFinder(lexicon: lexicon).cue(for: movement.status, near: trigger, in: view)
        }
        if let cargo = movement.cargo, view.utf8Range.contains(cargo.lowerBound) {
            movement.quantity =
                same?.quantity
                ?? QuantityFinder(lexicon: lexicon).quantity(
                    before: view.word(at: cargo.lowerBound), in: view)
        }
        // "The grain goes", "4,000 tonnes left": what is moved does not move itself.
        let moved = [movement.cargo, movement.quantity].compactMap { $0 }
        movement.actor = same?.actor.flatMap { actor in
            moved.contains { $0.overlaps(actor) } ? nil : actor
        }
        movement.vehicle =
            same?.vehicle
            ?? VehicleFinder(lexicon: lexicon).vehicle(
                for: movement.mode, near: trigger, except: movement.cargo, in: view)
        // Where the rules read the same route they know the day of telling from the day of moving.
        movement.date =
            same.map(\.date)
            ?? dates.dates(in: view).min {
                abs($0.utf8Range.lowerBound - start) < abs($1.utf8Range.lowerBound - start)
            }
        movement.vehicleIdentifier =
            same?.vehicleIdentifier
            ?? identifier(of: movement, by: lexicon.identifiers, in: view)
    }

    /// What is better read off the words than by the model: a mode that they tell, a status for which the rules
    /// have a cue, use at the end of a way.
    ///
    /// On hands that the reader had not seen, the mode was right for .77 instead of .69 of the routes that the rules
    /// find too, and a lone word was right for .71 instead of .67 of all, before words for what flies were left out.
    private func addReading(
        of same: Movement?, to movement: inout Movement, by trigger: Int, among triggers: [Int],
        _ signs: RouteSigns, from view: SentenceView
    ) {
        let finder = VehicleFinder(lexicon: lexicon)
        if let mode = finder.means(of: trigger, among: triggers, in: view) {
            (movement.mode, movement.modeBasis) = (mode, .stated)
        } else if let same, same.mode != .unknown {
            (movement.mode, movement.modeBasis) = (same.mode, same.modeBasis)
        } else if movement.relation == .transport || movement.relation == .link,
            let mode = finder.onlyMode(in: view, of: signs), mode != .air
        {
            // What flies is as often what is sold or sent: drones, helicopters.
            (movement.mode, movement.modeBasis) = (mode, .stated)
        }
        guard let same else { return }
        // What only looks like a negation ("forced to flee", "not only") the rules take for one.
        if movement.status == .asserted, same.status != .negated { movement.status = same.status }
        if same.relation == .use {
            movement.relation = .use
            // What is used somewhere passes nothing on a way there.
            movement.via = []
        }
    }

    /// The registered number in a sentence that is one of what a movement goes by.
    func identifier(
        of movement: Movement, by reader: VehicleIdentifierReader, in view: SentenceView
    ) -> VehicleIdentifier? {
        reader.identifiers(in: view, of: analysis.utf8).first { number in
            switch movement.mode {
            case .sea, .river: number.kind != .tail
            case .air: number.kind == .tail
            default: movement.vehicle != nil
            }
        }
    }

    /// Where the mentions that name places stand, apart from one another.
    var mentionPlaces: [Range<Int>] {
        mentions.filter { $0.kind != .description }.map(\.utf8Range)
    }

    /// Where the words stand that tell a route: the one that states it, and where it goes if its sentence names that.
    private func signs(of route: RouteProposal) -> [Int] {
        let goal = route.destinationMention.map { mentions[$0].utf8Range.lowerBound }
        return [route.trigger.lowerBound]
            + [goal].compactMap { $0 }.filter(route.utf8Range.contains)
    }

    private func node(_ mention: Int?) -> Int? { mention.flatMap { input.nodeOfMention[$0] } }

    /// The sentence that states a route, those in which its ends were named before, and those that state it too.
    private func evidence(of route: RouteProposal, in number: Int) -> [Range<Int>] {
        let own = analysis.utf8Range(of: analysis.sentences[number].tokens)
        var numbers: Set<Int> = []
        for mention in [route.originMention, route.destinationMention] {
            guard let mention else { continue }
            let place = mentions[mention].utf8Range.lowerBound
            if place < own.lowerBound { numbers.insert(sentence(at: place)) }
        }
        for range in route.repeats { numbers.insert(sentence(at: range.lowerBound)) }
        numbers.remove(number)
        return [own]
            + numbers.sorted().map { analysis.utf8Range(of: analysis.sentences[$0].tokens) }
    }

    /// The route that one continues: the last before it that ends where it begins, where both move something.
    private func before(_ index: Int, of routes: [RouteProposal]) -> Int? {
        let route = routes[index]
        guard let origin = route.origin, route.relation.isMove else { return nil }
        return routes[..<index].lastIndex { earlier in
            earlier.destination == origin && earlier.origin != route.destination
                && earlier.relation == .transport
        }
    }

    private func sentence(at offset: Int) -> Int {
        let next = analysis.sentences.partitionPoint {
            analysis.utf8Range(of: $0.tokens).lowerBound <= offset
        }
        return max(next - 1, 0)
    }
}

extension Movement.Relation {
    /// Whether something goes its way, rather than changes hands or may go.
    fileprivate var isMove: Bool { self == .transport || self == .use }
}
