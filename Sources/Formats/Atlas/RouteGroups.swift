internal import Movements
internal import RouteMaps

/// Routes of one title, mode and status brought together, for lists that say each once.
struct RouteGroups {
    /// Routes that a list says in one entry.
    struct Group {
        /// The first of them.
        let first: RouteRecord
        /// What they carry, each once.
        var cargo: [String] = []
        /// How many they are.
        var count = 0
        /// The indices of their documents, each once.
        var documents: [Int] = []
    }

    /// The entries that a list has room for: in the order of their first routes if all have, else the most stated.
    private(set) var groups: [Group] = []
    /// How many entries there was no room for.
    private(set) var left = 0
    private var entries: [Int] = []

    init(_ atlas: Atlas, most: Int) {
        var known: [String: Int] = [:]
        atlas.forEachRoute { record in
            let movement = record.movement
            let key =
                "\(movement.mode.rawValue) \(movement.status.rawValue) "
                + "\(movement.relation == .use) \(record.label.title)"
            let index = known[key] ?? groups.count
            if index == groups.count {
                known[key] = index
                groups.append(Group(first: record))
            }
            entries.append(index)
            groups[index].count += 1
            if let cargo = record.words(movement.cargo), !groups[index].cargo.contains(cargo) {
                groups[index].cargo.append(cargo)
            }
            if groups[index].documents.last != record.mapIndex {
                groups[index].documents.append(record.mapIndex)
            }
        }
        left = max(0, groups.count - most)
        guard left > 0 else { return }
        let order = groups.indices.sorted {
            let (a, b) = (groups[$0].count, groups[$1].count)
            return a != b ? a > b : $0 < $1
        }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        entries = entries.map { ranks[$0] }
        groups = order.prefix(most).map { groups[$0] }
    }

    /// The number that the entry of a route has, its first route's; nil for what there was no room for.
    func entry(ofRoute number: Int) -> Int? {
        let entry = entries[number - 1]
        return entry < groups.count ? groups[entry].first.number : nil
    }
}
