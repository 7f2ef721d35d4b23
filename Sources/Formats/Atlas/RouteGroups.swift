internal import Movements
internal import RouteMaps

/// Routes that say the same brought together, for lists that say each once.
struct RouteGroups {
    /// Routes that a list says in one entry.
    struct Group {
        /// The first of them.
        let first: RouteRecord
        /// What they carry, each once.
        var cargo: [String] = []
        /// How often and by how many documents it is told.
        let told: RouteTellings.Group
    }

    /// The entries that a list has room for: in the order of their first routes if all have, else the most told.
    private(set) var groups: [Group] = []
    /// How many entries there was no room for.
    private(set) var left = 0
    private let tellings: RouteTellings
    private var entries: [Int?]

    init(_ atlas: Atlas, most: Int) {
        tellings = atlas.tellings
        let all = tellings.groups
        left = max(0, all.count - most)
        let order =
            left == 0
            ? Array(all.indices)
            : Array(
                all.indices.sorted {
                    all[$0].times != all[$1].times ? all[$0].times > all[$1].times : $0 < $1
                }.prefix(most))
        var places: [Int?] = Array(repeating: nil, count: all.count)
        for (place, group) in order.enumerated() { places[group] = place }
        var found: [Group?] = Array(repeating: nil, count: order.count)
        let tellings = tellings
        atlas.forEachRoute { record in
            let index = tellings.index(ofRoute: record.number)
            guard let place = places[index] else { return }
            var group = found[place] ?? Group(first: record, told: all[index])
            if let cargo = record.words(record.movement.cargo), !group.cargo.contains(cargo) {
                group.cargo.append(cargo)
            }
            found[place] = group
        }
        groups = found.compactMap(\.self)
        entries = places
    }

    /// The number that the entry of a route has, its first route's; nil for what there was no room for.
    func entry(ofRoute number: Int) -> Int? {
        entries[tellings.index(ofRoute: number)].map { groups[$0].first.number }
    }
}
