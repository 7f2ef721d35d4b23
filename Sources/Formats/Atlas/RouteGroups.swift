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

    /// The entries, in the order of their first routes.
    private(set) var groups: [Group] = []
    private var entries: [Int] = []

    init(_ atlas: Atlas) {
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
    }

    /// The entry of a route, both counted from 1.
    func entry(ofRoute number: Int) -> Int { entries[number - 1] + 1 }
}
