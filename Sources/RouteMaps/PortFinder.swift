internal import Gazetteers
internal import Geodesy

/// Finds the harbour a leg by sea ends at where the text names only an area.
struct PortFinder: Sendable {
    private let gazetteer: Gazetteer

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// The harbours to draw between, where an end is an area; nil for an end that is a point.
    ///
    /// The nearest harbour of the area to the other end, on a sea the text names if it names one;
    /// between two areas, the two harbours nearest to each other.
    func harbours(
        start: ResolvedToponym, end: ResolvedToponym, basins: Set<Int>
    ) -> (start: Place?, end: Place?) {
        guard let from = start.coordinate, let to = end.coordinate else { return (nil, nil) }
        switch (area(start), area(end)) {
        case (nil, nil):
            return (nil, nil)
        case (let area?, nil):
            let wanted = basins.isEmpty ? Set([end.place?.basin].compactMap { $0 }) : basins
            return (harbour(of: area, near: to, basins: wanted), nil)
        case (nil, let area?):
            let wanted = basins.isEmpty ? Set([start.place?.basin].compactMap { $0 }) : basins
            return (nil, harbour(of: area, near: from, basins: wanted))
        case (let first?, let second?):
            let destination = harbour(of: second, near: from, basins: basins)
            let origin = harbour(
                of: first, near: destination?.coordinate ?? to,
                basins: basins.isEmpty ? Set([destination?.basin].compactMap { $0 }) : basins)
            return (origin, destination)
        }
    }

    private func area(_ toponym: ResolvedToponym) -> Place? {
        guard let place = toponym.place, toponym.isAreal, !place.kind.isWater else { return nil }
        return place
    }

    /// Wider and wider circles around the other end, until a harbour of the area lies in one.
    private func harbour(of area: Place, near position: Coordinate, basins: Set<Int>) -> Place? {
        for kilometres in [500.0, 2_000, 6_000, 20_038] {
            let around = gazetteer.places(
                near: position, within: Distance(kilometres: kilometres), kinds: [.port],
                limit: 20_000)
            let harbour = around.first { port in
                area.holds(port) && port.isHarbour
                    && (basins.isEmpty || port.basin.map(basins.contains) ?? false)
            }
            if let harbour { return harbour }
        }
        return nil
    }
}

extension Place {
    /// Whether ships call here for all that is known: more than one list has it, and it lies on water.
    fileprivate var isHarbour: Bool {
        rank > 1 && (distanceToSea.map { $0.kilometres <= 30 } ?? false)
    }

    /// Whether another place lies in this area.
    fileprivate func holds(_ other: Place) -> Bool {
        switch kind {
        case .country: country == other.country
        case .admin1: country == other.country && admin1 == other.admin1
        case .admin2: country == other.country && admin2 == other.admin2
        default:
            extent?.contains(other.coordinate)
                ?? radius.map {
                    Ellipsoid.wgs84.distance(from: coordinate, to: other.coordinate) <= $0
                } ?? false
        }
    }
}
