internal import Gazetteers
public import Movements
public import Resolving

extension [Movement] {
    /// The same, where no end is the country in which the other end lies: what leaves Aktau does not go to Kazakhstan.
    ///
    /// Such an end becomes an open one; where another movement tells it, or the same open one is told already, the
    /// movement goes. A standing link keeps its ends, and so does what goes between two countries.
    /// - Parameter decisions: The places of the document's mentions, which the ends are indices of.
    /// - Returns: The movements that are left, in their order.
    public func openingContainers(by decisions: [Decision]) -> [Movement] {
        let opened = map { $0.openingContainer(by: decisions) }
        guard opened != self else { return self }
        let places = decisions.map { $0.choice.best?.place.id }
        func ends(_ movement: Movement) -> Ends {
            Ends(
                origin: movement.origin.map { End(mention: $0, place: places[$0]) },
                goal: movement.destination.map { End(mention: $0, place: places[$0]) })
        }
        var told = Set<Ends>()
        for (old, new) in zip(self, opened) where old == new {
            let ends = ends(new)
            told.formUnion([ends, Ends(origin: ends.origin), Ends(goal: ends.goal)])
        }
        var kept: [Movement] = []
        var newIndex: [Int?] = []
        for (old, new) in zip(self, opened) {
            guard old == new || told.insert(ends(new)).inserted else {
                newIndex.append(nil)
                continue
            }
            newIndex.append(kept.count)
            var movement = new
            movement.continues = new.continues.flatMap { newIndex[$0] }
            kept.append(movement)
        }
        return kept
    }

    private struct Ends: Hashable {
        var origin: End?
        var goal: End?
    }

    /// A mention, or the place that several mentions name.
    private struct End: Hashable {
        let mention: Int?
        let place: PlaceID?

        init(mention: Int, place: PlaceID?) {
            (self.mention, self.place) = (place == nil ? mention : nil, place)
        }
    }
}

extension Movement {
    /// The same, with an open end where one end is the other's country.
    fileprivate func openingContainer(by decisions: [Decision]) -> Movement {
        guard relation != .link, let origin, let destination,
            let start = decisions[origin].choice.best?.place,
            let goal = decisions[destination].choice.best?.place
        else { return self }
        var movement = self
        if goal.isCountry(of: start) { movement.destination = nil }
        if start.isCountry(of: goal) { movement.origin = nil }
        return movement
    }
}

extension Place {
    /// Whether the place is the country that another place lies in.
    fileprivate func isCountry(of other: Place) -> Bool {
        kind == .country && other.kind != .country && country != nil && country == other.country
    }
}
