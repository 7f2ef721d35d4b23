/// Makes a document's routes of what the reader proposes for its sentences.
///
/// Each pair of places has one route for each thing moved, that of its surest sentence, with the others that tell the same
/// kept beside it; an open end gives way to a named one; a place's
/// container is never its other end, nor an end or a place passed beside it; an end named in another sentence gives
/// way to a surer one, as it does to none; of two directions in one sentence the surer stands; hops of a chain are
/// tied; and what is told of half of a list is told of the others, where the reader thinks so at all.
struct RouteDecoder {
    /// The bar for a route.
    let bar: Double
    /// The bar for a place passed.
    let passedBar: Double
    /// For each node the nodes that the text says it lies in.
    let containers: [Set<Int>]
    /// For each mention the first of the list that it stands in ("Nepal, Bangladesh and Sri Lanka"); nil outside lists.
    var lists: [Int?] = []
    /// The words for what a route moves; none where it has none.
    let goods: (RouteProposal) -> ArraySlice<UInt8>

    /// The bar for a route of a place of which half of its list has one.
    ///
    /// The reader asks each pair by itself and often sees some places of a list only. Of .05 and .15 this one states less that
    /// is false on the news, and finds as much in the held-out hands of the corpus.
    static let listedBar = 0.15

    /// The routes, in the order of the text.
    func routes(of proposals: [RouteProposal]) -> [RouteProposal] {
        // Of each pair of places the surest comes first; of equals the one told first.
        let told = Dictionary(
            grouping: listed(proposals.filter(isPossible)).filter { $0.probability >= bar },
            by: { Key(origin: $0.origin, destination: $0.destination) }
        ).mapValues {
            $0.enumerated().sorted {
                ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset)
            }.map(\.element)
        }
        let best = told.compactMapValues(\.first)
        let rivals = Rivals(best)
        return best.filter { key, proposal in
            stands(proposal, as: key, among: rivals)
        }.keys.flatMap { distinct(told[$0] ?? []) }.sorted {
            (
                $0.trigger.lowerBound, $0.utf8Range.lowerBound, place($0.originMention),
                place($0.destinationMention)
            )
                < (
                    $1.trigger.lowerBound, $1.utf8Range.lowerBound, place($1.originMention),
                    place($1.destinationMention)
                )
        }
    }

    /// The proposals, of which those below the bar say what surer ones say of half of the same list.
    private func listed(_ proposals: [RouteProposal]) -> [RouteProposal] {
        var told: [ListedEnd: [RouteProposal]] = [:]
        for proposal in proposals where proposal.probability >= bar {
            for end in listedEnds(of: proposal) { told[end, default: []].append(proposal) }
        }
        guard !told.isEmpty else { return proposals }
        let sizes = lists.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return proposals.map { proposal in
            guard proposal.probability < bar, proposal.probability >= Self.listedBar else {
                return proposal
            }
            let beside = listedEnds(of: proposal)
                .filter { 2 * (told[$0]?.count ?? 0) >= sizes[$0.list] ?? 0 }
                .flatMap { told[$0] ?? [] }.max { $0.probability < $1.probability }
            guard let beside else { return proposal }
            let mean = (proposal.probability + beside.probability) / 2
            return proposal.told(like: beside, probability: max(bar, mean))
        }
    }

    /// An end of a route that stands in a list, by what its neighbours have in common with it.
    private struct ListedEnd: Hashable {
        let sentence: Range<Int>
        let list: Int
        let isOrigin: Bool
        let otherEnd: Int?
    }

    /// The ends of a proposal that its own sentence names in a list in which the other end is not.
    private func listedEnds(of proposal: RouteProposal) -> [ListedEnd] {
        func list(_ mention: Int?) -> Int? {
            mention.flatMap { lists.indices.contains($0) ? lists[$0] : nil }
        }
        let origins = list(proposal.originMention)
        let goals = list(proposal.destinationMention)
        guard origins != goals else { return [] }
        let sentence = proposal.utf8Range
        var ends: [ListedEnd] = []
        if let origins, proposal.namesOrigin {
            ends.append(
                ListedEnd(
                    sentence: sentence, list: origins, isOrigin: true,
                    otherEnd: proposal.destination))
        }
        if let goals, proposal.namesDestination {
            ends.append(
                ListedEnd(
                    sentence: sentence, list: goals, isOrigin: false, otherEnd: proposal.origin))
        }
        return ends
    }

    /// The mentions passed, in the order of the text.
    func passed(_ route: RouteProposal) -> [Int] {
        let ways = route.ways.filter { $0.probability >= passedBar }
        let nodes = ways.map(\.node) + [route.origin, route.destination].compactMap { $0 }
        return ways.filter { way in !nodes.contains { containers[$0].contains(way.node) } }
            .map(\.mention).sorted()
    }

    /// The routes of a pair of places: what is told again goes to the surest that it may repeat.
    private func distinct(_ told: [RouteProposal]) -> [RouteProposal] {
        var routes: [RouteProposal] = []
        for proposal in told {
            let cargo = CargoWords(goods(proposal))
            let same = routes.firstIndex { cargo.mayBe(CargoWords(goods($0))) }
            if let same {
                if routes[same].tellsAlike(proposal) {
                    routes[same].repeats.append(proposal.utf8Range)
                }
            } else if routes.isEmpty || proposal.namesOrigin && proposal.namesDestination {
                routes.append(proposal)
            }
        }
        return routes
    }

    /// What a route has to stand against.
    private struct Rivals {
        let best: [Key: RouteProposal]
        /// The ends of the routes of which both are named.
        let origins: Set<Int?>
        let goals: Set<Int?>
        /// The same routes by the sentence that states them.
        let stated: [Range<Int>: [Key]]

        init(_ best: [Key: RouteProposal]) {
            self.best = best
            let named = best.keys.filter { $0.origin != nil && $0.destination != nil }
            origins = Set(named.map(\.origin))
            goals = Set(named.map(\.destination))
            stated = named.reduce(into: [:]) { stated, key in
                if let place = best[key]?.utf8Range { stated[place, default: []].append(key) }
            }
        }
    }

    private func stands(
        _ proposal: RouteProposal, as key: Key, among rivals: Rivals
    ) -> Bool {
        if key.origin == nil { return !rivals.goals.contains(key.destination) }
        if key.destination == nil { return !rivals.origins.contains(key.origin) }
        for other in rivals.stated[proposal.utf8Range] ?? [] where other != key {
            if isNearer(other, than: key) { return false }
            guard let rival = rivals.best[other], rival.probability > proposal.probability
            else { continue }
            let (isSameOrigin, isSameGoal) = (
                other.origin == key.origin, other.destination == key.destination
            )
            if isSameGoal, !proposal.namesOrigin { return false }
            if isSameOrigin, !proposal.namesDestination { return false }
        }
        let back = rivals.best[Key(origin: key.destination, destination: key.origin)]
        guard let back, back.utf8Range == proposal.utf8Range else { return true }
        return proposal.probability >= back.probability
    }

    /// Whether a route has a place for the container that another has.
    private func isNearer(_ key: Key, than other: Key) -> Bool {
        isWithin(key.origin, other.origin)
            && isWithin(key.destination, other.destination)
    }

    /// Whether one end is the other, or lies in it.
    private func isWithin(_ end: Int?, _ other: Int?) -> Bool {
        guard end != other, let end, let other else { return end == other }
        return containers[end].contains(other)
    }

    private struct Key: Hashable {
        let origin: Int?
        let destination: Int?
    }

    private func place(_ mention: Int?) -> Int { mention ?? -1 }

    private func isPossible(_ proposal: RouteProposal) -> Bool {
        guard let origin = proposal.origin, let goal = proposal.destination else { return true }
        return !containers[origin].contains(goal) && !containers[goal].contains(origin)
    }
}
