internal import Gazetteers
internal import Geodesy
internal import Routing

extension PortChooser {
    /// What is chosen where ships do not get to one of the ends: a port of change, or why nothing goes by sea
    /// there; nil where they get to both.
    func choiceInland(
        start: ResolvedToponym, end: ResolvedToponym, _ question: PortQuestion,
        _ constraints: LegConstraints
    ) -> Choice? {
        let inland = (
            start: isInland(start, seenFrom: end, constraints),
            end: isInland(end, seenFrom: start, constraints)
        )
        guard inland.start || inland.end else { return nil }
        let (place, other) = inland.start ? (start, end) : (end, start)
        let isOneLand =
            start.place?.landmass != nil && start.place?.landmass == end.place?.landmass
        guard inland.start != inland.end else {
            return isOneLand
                ? Choice(
                    reasonAgainstSea:
                        "neither \(Self.name(of: start)) nor \(Self.name(of: end)) lies on water that ships reach"
                ) : nil
        }
        guard let position = place.displayCoordinate, let far = stop(of: other, question) else {
            return nil
        }
        guard
            let found = change.port(
                for: position, of: place.place, other: far.position, isOneLand: isOneLand,
                constraints)
        else {
            return isOneLand
                ? Choice(
                    reasonAgainstSea:
                        "\(Self.name(of: place)) lies inland, and by any port most of the way would be over land"
                ) : nil
        }
        let kilometres = Int(found.overLand.kilometres.rounded())
        let text =
            "\(found.port.name) taken as the port for \(Self.name(of: place)), \(kilometres) km from it"
        let ports = (
            start: inland.start ? found.port : far.port, end: inland.end ? found.port : far.port
        )
        return Choice(
            start: ports.start, end: ports.end,
            assumption: LegAssumption(
                kind: .port, from: ports.start.map { [$0] } ?? [],
                to: ports.end.map { [$0] } ?? [], text: text))
    }

    /// Up to how far from the ocean nobody asks whether ships get near a place, in kilometres.
    private static let nearSea = 50.0

    /// Whether neither ships nor boats on rivers get to a place: a town without water or on a lake that no ship
    /// leaves, a country without a coast.
    private func isInland(
        _ toponym: ResolvedToponym, seenFrom other: ResolvedToponym, _ constraints: LegConstraints
    ) -> Bool {
        if toponym.isAreal { return toponym.place.map(finder.isLandlocked) ?? false }
        let isOnOcean = toponym.place?.basin == 0
        if isOnOcean, let shore = toponym.place?.distanceToSea, shore.kilometres < Self.nearSea {
            return false
        }
        guard let position = toponym.coordinate,
            let isReached = planner.isReached(position, inland: true)
        else { return false }
        guard isReached, !isOnOcean, toponym.place?.basin != nil, !other.isAreal,
            let far = other.coordinate
        else { return !isReached }
        return ways.lengths(from: far, to: position, constraints) == nil
    }

    /// Where ships call at the end that they get to; nil where no port stands for it.
    private func stop(of toponym: ResolvedToponym, _ question: PortQuestion) -> Stop? {
        guard toponym.isAreal else {
            return toponym.coordinate.map { Stop(port: nil, position: $0) }
        }
        return finder.ports(of: toponym, question)?.likely.first.map {
            Stop(port: $0, position: $0.coordinate)
        }
    }
}
