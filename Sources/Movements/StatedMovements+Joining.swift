internal import Geoparsing

extension StatedMovements {
    /// What the parts of one document state, as one, in the order of the text.
    ///
    /// - Parameter parts: What each part states; no mention of one overlaps one of another.
    public init(joining parts: [StatedMovements]) {
        var all = StatedMovements(movements: [], claims: [], mentions: [])
        for part in parts {
            let (mentions, movements) = (all.mentions.count, all.movements.count)
            all.mentions += part.mentions.map { mention in
                var moved = mention
                moved.container = mention.container.map { $0 + mentions }
                moved.listedBehind = mention.listedBehind.map { $0 + mentions }
                return moved
            }
            all.movements += part.movements.map { movement in
                var moved = movement
                moved.origin = movement.origin.map { $0 + mentions }
                moved.via = movement.via.map { $0 + mentions }
                moved.destination = movement.destination.map { $0 + mentions }
                moved.continues = movement.continues.map { $0 + movements }
                return moved
            }
            all.claims += part.claims.map { claim in
                var moved = claim
                moved.subject = claim.subject.map { $0 + mentions }
                moved.reference = claim.reference + mentions
                return moved
            }
        }
        self = all.withMovementsInOrder().inTextOrder()
        claims.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    }

    /// The same with the movements in the order of the sentences that state them.
    private func withMovementsInOrder() -> StatedMovements {
        let starts = movements.map { $0.evidence.first?.lowerBound ?? 0 }
        let order = movements.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
        var newIndex = Array(repeating: 0, count: movements.count)
        for (new, old) in order.enumerated() { newIndex[old] = new }
        var sorted = self
        sorted.movements = order.map { old in
            var movement = movements[old]
            movement.continues = movement.continues.map { newIndex[$0] }
            return movement
        }
        return sorted
    }
}
