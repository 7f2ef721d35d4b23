internal import Movements
internal import RouteMaps

/// Routes that say the same, over all documents: between the same stops, by the same way, as sure.
///
/// Copies of one text tell a route once.
struct RouteTellings: Sendable {
    /// Routes that say the same.
    struct Group: Sendable {
        /// Their numbers, counted from 1 through all documents, in order.
        fileprivate(set) var routes: [Int] = []
        /// How often it is told: those of copied texts are not counted.
        fileprivate(set) var times = 0
        /// How many documents tell it, copies not counted.
        fileprivate(set) var documents = 0

        /// How often it is told and by how many documents, in words; nil for what is told once.
        func words(ofSeveral isOfSeveral: Bool) -> String? {
            guard times > 1 else { return nil }
            let sources = " in \(documents) document\(documents == 1 ? "" : "s")"
            return "told \(times) times" + (isOfSeveral ? sources : "")
        }
    }

    /// The groups, in the order of their first routes.
    let groups: [Group]
    private let groupOfRoute: [Int]
    private let originals: [Int]
    private let firstNumbers: [Int]
    private let copies: DocumentCopies

    init(_ maps: [RouteMap], copies: DocumentCopies) {
        var groups: [Group] = []
        var known: [Key: Int] = [:]
        var (groupOfRoute, originals, firstNumbers): ([Int], [Int], [Int]) = ([], [], [])
        // The routes of documents that are no copies, by group, document and place among those that say the same there.
        var told: [Place: Int] = [:]
        var counted: Set<Place> = []
        for (mapIndex, map) in maps.enumerated() {
            firstNumbers.append(originals.count + 1)
            var places: [Int: Int] = [:]
            for route in map.routes {
                let number = originals.count + 1
                let key = Key(route, in: map)
                let group = known[key] ?? groups.count
                if group == groups.count {
                    known[key] = group
                    groups.append(Group())
                }
                groups[group].routes.append(number)
                groupOfRoute.append(group)
                let place = places[group, default: 0]
                places[group] = place + 1
                let first = Place(
                    group: group, document: copies.firsts[mapIndex], place: place)
                if let original = told[first] {
                    originals.append(original)
                    continue
                }
                told[first] = number
                originals.append(number)
                groups[group].times += 1
                let document = Place(group: group, document: first.document, place: 0)
                if counted.insert(document).inserted { groups[group].documents += 1 }
            }
        }
        self.groups = groups
        self.groupOfRoute = groupOfRoute
        self.originals = originals
        self.firstNumbers = firstNumbers
        self.copies = copies
    }

    /// The group of a route by its number.
    func group(ofRoute number: Int) -> Group { groups[groupOfRoute[number - 1]] }

    /// The index of a route's group.
    func index(ofRoute number: Int) -> Int { groupOfRoute[number - 1] }

    /// The route of which a route is the copy, in the text that its document copies; else itself.
    func original(ofRoute number: Int) -> Int { originals[number - 1] }

    /// The first document that has a document's text.
    func text(ofDocument index: Int) -> Int { copies.firsts[index] }

    /// The number of a document's first route.
    func firstNumber(ofDocument index: Int) -> Int { firstNumbers[index] }

    private struct Place: Hashable {
        let group: Int
        let document: Int
        let place: Int
    }

    /// What makes two routes the same.
    private struct Key: Hashable {
        let stops: [String]
        let mode: TransportMode
        let status: Movement.Status
        let isUse: Bool
        let isBidirectional: Bool

        init(_ route: Route, in map: RouteMap) {
            let movement = route.movement
            let ends = [movement.origin] + movement.via.map { $0 } + [movement.destination]
            let stops = ends.map { index in
                index.flatMap {
                    map.toponyms.indices.contains($0) ? map.toponyms[$0].placeKey : nil
                } ?? "?"
            }
            // What runs both ways has no first end.
            let isTurned = movement.isBidirectional && stops[0] > stops[stops.count - 1]
            self.stops = isTurned ? stops.reversed() : stops
            mode = movement.mode
            status = movement.status
            isUse = movement.relation == .use
            isBidirectional = movement.isBidirectional
        }
    }
}
