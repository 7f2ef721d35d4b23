internal import Movements
internal import RouteMaps

/// Routes between the same places that are told with another status: asserted here, denied there.
struct Dissents {
    /// A route by its number and status.
    struct Statement: Hashable {
        let number: Int
        let status: Movement.Status
    }

    private var statements: [String: [Statement]] = [:]

    init(_ atlas: Atlas) {
        atlas.forEachRoute { record in
            guard let key = Self.key(of: record) else { return }
            statements[key, default: []].append(
                Statement(number: record.number, status: record.movement.status))
        }
    }

    /// The routes that join the same ends the same way with another status, in their order.
    func others(than record: RouteRecord) -> [Statement] {
        guard let key = Self.key(of: record) else { return [] }
        return (statements[key] ?? []).filter { $0.status != record.movement.status }
    }

    /// The places of both ends, in their order; nil where one is not told or nowhere.
    private static func key(of record: RouteRecord) -> String? {
        let ends = [record.movement.origin, record.movement.destination].compactMap { $0 }
        guard ends.count == 2, ends.allSatisfy(record.map.toponyms.indices.contains) else {
            return nil
        }
        return ends.map { record.map.toponyms[$0].placeKey }.joined(separator: " ")
    }
}
