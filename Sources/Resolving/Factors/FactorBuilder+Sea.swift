internal import Gazetteers
internal import Geodesy
internal import Geoparsing

extension FactorBuilder {
    /// The end of a leg by sea is a port or lies on a shore, and on the shore of the water named.
    mutating func addSeaEnd(_ end: Int, waters: [Int]) {
        let places = variables[end].matches.map(\.place)
        let own = places.map { shoreScore($0) }
        // A province has no more harbours than the town that it is named after.
        let shore = places.indices.map { index in
            guard places[index].kind == .admin1 else { return own[index] }
            let towns = places.indices.filter {
                places[$0].kind == .city && places[$0].lies(in: places[index])
            }
            return towns.map { own[$0] }.max() ?? own[index]
        }
        add(Factor(.seaLeg, [end]) { shore[$0[0]] })
        for water in waters where water != end {
            let seas = variables[water].matches.map(\.place)
            let fits = places.map { place in seas.map { waterScore(place, sea: $0) } }
            add(Factor(.seaLeg, [end, water]) { fits[$0[0]][$0[1]] })
        }
    }

    private func shoreScore(_ place: Place) -> Double {
        switch place.kind {
        case .port: return weights[.seaPort]
        case .country, .continent, .region, .admin1, .sea, .strait, .canal, .island: return 0
        default: break
        }
        // Basra and Hamburg lie far up their rivers, and have ports.
        if let port = place.nearestPortDistance, port.kilometres <= Self.portReach {
            return weights[.seaShore]
        }
        guard let distance = place.distanceToSea?.kilometres else { return 0 }
        // Towns on the shore have harbours; every 15 km inland makes one less likely.
        return distance <= 5
            ? weights[.seaShore] : max(-4, (5 - distance) / 15) * weights[.seaInland]
    }

    /// From the middle of a town to its docks, in kilometres.
    private static let portReach = 30.0

    private func waterScore(_ place: Place, sea: Place) -> Double {
        switch place.kind {
        case .country, .continent, .region, .sea, .strait, .canal: return 0
        default: break
        }
        var score = 0.0
        if let first = place.basin, let second = sea.basin, first != second {
            score += weights[.otherBasin]
        }
        // Boxes are coarse: within 100 km of the water's box counts as beside it.
        if let box = sea.extent, !box.contains(place.coordinate) {
            let outside = max(0, box.degreesOutside(place.coordinate) - 1)
            score += weights[.waterBox] * min(1, outside / 5)
        }
        return score
    }
}
