/// Makes a document's routes of what the reader proposes for its sentences.
///
/// Each pair of places has one route, that of its surest sentence; an open end gives way to a named one, a place's container is
/// never its other end, of two directions in one sentence the surer stands, and hops of a chain are tied.
struct RouteDecoder {
    /// The bar for a route.
    let bar: Double
    /// The bar for a place passed.
    let passedBar: Double
    /// For each node the nodes that the text says it lies in.
    let containers: [Set<Int>]

    /// The routes, in the order of the text.
    func routes(of proposals: [RouteProposal]) -> [RouteProposal] {
        var best: [Key: RouteProposal] = [:]
        for proposal in proposals where proposal.probability >= bar && isPossible(proposal) {
            let key = Key(origin: proposal.origin, destination: proposal.destination)
            if let known = best[key], known.probability >= proposal.probability { continue }
            best[key] = proposal
        }
        let named = best.keys.filter { $0.origin != nil && $0.destination != nil }
        let origins = Set(named.map(\.origin))
        let goals = Set(named.map(\.destination))
        return best.filter { key, proposal in
            if key.origin == nil { return !goals.contains(key.destination) }
            if key.destination == nil { return !origins.contains(key.origin) }
            let back = best[Key(origin: key.destination, destination: key.origin)]
            guard let back, back.utf8Range == proposal.utf8Range else { return true }
            return proposal.probability >= back.probability
        }.values.sorted {
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

    /// The mentions passed, in the order of the text.
    func passed(_ route: RouteProposal) -> [Int] {
        route.ways.filter { $0.probability >= passedBar }.map(\.mention).sorted()
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
