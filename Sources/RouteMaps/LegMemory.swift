internal import Gazetteers
internal import Geodesy
internal import Movements

/// The legs of a document that have been drawn, for routes that state the same way again.
struct LegMemory {
    private var known: [Key: (stops: [Int], legs: [Leg])] = [:]

    /// The same places in the same order by the same mode.
    private struct Key: Hashable {
        let stops: [String]
        let mode: TransportMode
        let relation: Movement.Relation
        let shipping: StatedShipping
    }

    /// The legs of a movement: drawn before between the same places, else as a drawer draws them.
    mutating func legs(
        of movement: Movement, among toponyms: [ResolvedToponym], shipping: StatedShipping,
        by drawer: LegDrawer
    ) -> [Leg] {
        guard let origin = movement.origin, let destination = movement.destination else {
            return []
        }
        let stops = [origin] + movement.via + [destination]
        let key = Key(
            stops: stops.map { name(of: toponyms[$0]) }, mode: movement.mode,
            relation: movement.relation, shipping: shipping)
        guard let (before, legs) = known[key] else {
            let legs = drawer.legs(of: movement, among: toponyms, shipping: shipping)
            known[key] = (stops, legs)
            return legs
        }
        let places = Dictionary(zip(before, stops)) { first, _ in first }
        return legs.map { leg in
            var leg = leg
            leg.from = places[leg.from] ?? leg.from
            leg.to = places[leg.to] ?? leg.to
            return leg
        }
    }

    private func name(of toponym: ResolvedToponym) -> String {
        if let place = toponym.place { return place.id.rawValue }
        return toponym.coordinate.map { "\($0.latitude),\($0.longitude)" } ?? "-"
    }
}
