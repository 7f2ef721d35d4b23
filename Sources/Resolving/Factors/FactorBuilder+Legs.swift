internal import Gazetteers
internal import Geodesy

extension FactorBuilder {
    /// A flight ends at an airport, or in a town that has one near.
    mutating func addAirEnd(_ end: Int) {
        let scores = variables[end].matches.map { match -> Double in
            let place = match.place
            if place.kind == .airport { return weights[.airport60] }
            guard place.kind.isPoint, let distance = place.nearestAirportDistance else { return 0 }
            return distance.kilometres <= 60 ? weights[.airport60] : 0
        }
        add(Factor(.airLeg, [end]) { scores[$0[0]] })
    }

    /// A leg over land joins places of one landmass.
    mutating func addLandmass(_ origin: Int, _ destination: Int) {
        let first = variables[origin].matches.map(\.place.landmass)
        let second = variables[destination].matches.map(\.place.landmass)
        let (same, other) = (weights[.sameLandmass], weights[.otherLandmass])
        add(
            Factor(.landLeg, [origin, destination]) { choice in
                guard let left = first[choice[0]], let right = second[choice[1]] else { return 0 }
                return left == right ? same : other
            })
    }

    /// Lorries seldom go farther than some thousand kilometres: from Mendoza to San Antonio in Chile, not in Texas.
    mutating func addRoad(_ origin: Int, _ destination: Int) {
        let positions = [origin, destination].map { variables[$0].positions }
        let weight = weights[.farByRoad]
        add(
            Factor(.landLeg, [origin, destination]) { choice in
                let straight = Sphere.kilometres(positions[0][choice[0]], positions[1][choice[1]])
                return weight * min(5, max(0, straight / 1_000 - 3))
            })
    }

    /// What is passed on the way lies between the ends: a detour of more than 2.5 times is unlikely.
    mutating func addVia(_ origin: Int, _ via: Int, _ destination: Int) {
        let positions = [origin, via, destination].map { variables[$0].positions }
        let weight = weights[.detour]
        add(
            Factor(.via, [origin, via, destination]) { choice in
                let (start, middle, end) = (
                    positions[0][choice[0]], positions[1][choice[1]], positions[2][choice[2]]
                )
                let straight = max(50, Sphere.kilometres(start, end))
                let detour =
                    (Sphere.kilometres(start, middle) + Sphere.kilometres(middle, end)) / straight
                return weight * min(6, max(0, detour - 2.5))
            })
    }
}
