internal import Geoparsing

extension StatedMovements {
    /// The same without some of its mentions, which no movement or claim may use.
    func removing(_ unused: Set<Int>) -> StatedMovements {
        guard !unused.isEmpty else { return self }
        var place = [Int?](repeating: nil, count: mentions.count)
        var kept: [Mention] = []
        for index in mentions.indices where !unused.contains(index) {
            place[index] = kept.count
            kept.append(mentions[index])
        }
        for index in kept.indices {
            kept[index].container = kept[index].container.flatMap { place[$0] }
            kept[index].listedBehind = kept[index].listedBehind.flatMap { place[$0] }
        }
        return StatedMovements(
            movements: movements.map { movement in
                var moved = movement
                moved.origin = movement.origin.flatMap { place[$0] }
                moved.via = movement.via.compactMap { place[$0] }
                moved.destination = movement.destination.flatMap { place[$0] }
                return moved
            },
            claims: claims, mentions: kept)
    }

    /// The mentions that movements name.
    var namedByMovements: Set<Int> {
        Set(movements.flatMap { [$0.origin, $0.destination].compactMap { $0 } + $0.via })
    }
}
