internal import Geoparsing

extension StatedMovements {
    /// The same with the mentions in the order of the text, and every role pointing to the new index.
    ///
    /// Of mentions that start together the longer comes first, so that a description precedes the
    /// name inside it.
    public func inTextOrder() -> StatedMovements {
        let order = mentions.indices.sorted { left, right in
            let first = mentions[left].utf8Range
            let second = mentions[right].utf8Range
            return (first.lowerBound, -first.upperBound, left)
                < (second.lowerBound, -second.upperBound, right)
        }
        var newIndex = Array(repeating: 0, count: mentions.count)
        for (new, old) in order.enumerated() { newIndex[old] = new }
        return StatedMovements(
            movements: movements.map { movement in
                var moved = movement
                moved.origin = movement.origin.map { newIndex[$0] }
                moved.via = movement.via.map { newIndex[$0] }
                moved.destination = movement.destination.map { newIndex[$0] }
                return moved
            },
            claims: claims.map { claim in
                var moved = claim
                moved.subject = claim.subject.map { newIndex[$0] }
                moved.reference = newIndex[claim.reference]
                return moved
            },
            mentions: order.map { old in
                var mention = mentions[old]
                mention.container = mention.container.map { newIndex[$0] }
                mention.listedBehind = mention.listedBehind.map { newIndex[$0] }
                return mention
            })
    }
}
