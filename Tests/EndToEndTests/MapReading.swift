import Documents
import Geoparsing
import Movements
import RouteMaps

/// A route map as a test reads it: by the words of the text.
struct MapReading {
    let map: RouteMap

    init(_ map: RouteMap) {
        self.map = map
    }

    /// The first toponym written so.
    func toponym(_ words: String) -> ResolvedToponym? {
        map.toponyms.first { $0.mention.text == words }
    }

    /// The routes that agree with all that is expected.
    func routes(like wanted: RouteExpectation) -> [Route] {
        map.routes.filter { route in
            let movement = route.movement
            return words(movement.origin) == wanted.origin
                && words(movement.destination) == wanted.destination
                && movement.via.compactMap { words($0) } == wanted.via
                && wanted.attributes.allSatisfy { attribute(of: movement, $0.key, is: $0.value) }
        }
    }

    /// The first route between two ends as written.
    func route(from origin: String, to destination: String) -> Route? {
        map.routes.first {
            words($0.movement.origin) == origin && words($0.movement.destination) == destination
        }
    }

    /// The first claim that contains words.
    func claim(_ words: String) -> CheckedClaim? {
        map.claims.first { map.document.text(at: $0.claim.utf8Range).contains(words) }
    }

    /// The routes for a message.
    var routeTexts: [String] {
        map.routes.map { route in
            let stops = [route.movement.origin] + route.movement.via + [route.movement.destination]
            let cargo = route.movement.cargo.map { String(map.document.text(at: $0)) } ?? "-"
            return stops.map { words($0) ?? "-" }.joined(separator: " > ")
                + " \(route.movement.mode) \(route.movement.status) \(route.movement.relation)"
                + " \(cargo) [\(route.movement.rule)]"
        }
    }

    private func words(_ index: Int?) -> String? {
        index.map { map.toponyms[$0].mention.text }
    }

    private func attribute(of movement: Movement, _ key: String, is value: String) -> Bool {
        switch key {
        case "mode": movement.mode.rawValue == value
        case "status": movement.status.rawValue == value
        case "relation": movement.relation.rawValue == value
        case "cargo": movement.cargo.map { map.document.text(at: $0).contains(value) } ?? false
        default: false
        }
    }
}
