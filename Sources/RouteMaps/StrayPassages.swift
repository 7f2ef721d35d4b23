internal import Gazetteers
internal import Geodesy
public import Geoparsing
public import Movements
public import Resolving

extension [Movement] {
    /// The same, without places passed that another sentence names and that lie far off the way: what one ship passed, the
    /// next ship of the text did not.
    ///
    /// Of the reader's places passed that are told elsewhere, those on the way were right for 12 of 14 routes of hands that
    /// it had not read, those off it for one of three. What the route's own sentences name stays, however far round it is.
    /// - Parameters:
    ///   - mentions: The document's mentions, which the roles are indices of.
    ///   - decisions: The places of those mentions.
    /// - Returns: As many movements, in their order.
    public func leavingOutStrayPassages(
        among mentions: [Mention], by decisions: [Decision]
    ) -> [Movement] {
        map { movement in
            guard !movement.via.isEmpty, let origin = movement.origin,
                let destination = movement.destination,
                let start = decisions[origin].choice.best?.place.coordinate,
                let goal = decisions[destination].choice.best?.place.coordinate
            else { return movement }
            var movement = movement
            movement.via.removeAll { via in
                guard let place = decisions[via].choice.best?.place,
                    place.kind.isPoint || place.kind == .strait || place.kind == .canal,
                    !movement.evidence.contains(where: {
                        $0.overlaps(mentions[via].utf8Range)
                    })
                else { return false }
                return Self.detour(from: start, by: place.coordinate, to: goal) > Self.stray
            }
            return movement
        }
    }

    /// How many times as long as the straight way the one by a place is.
    private static func detour(
        from start: Coordinate, by place: Coordinate, to goal: Coordinate
    ) -> Double {
        let earth = Ellipsoid.wgs84
        let round = earth.distance(from: start, to: place) + earth.distance(from: place, to: goal)
        return round.metres / Swift.max(earth.distance(from: start, to: goal).metres, shortest)
    }

    /// The detour from which on a place passed is thought another's.
    private static var stray: Double { 1.5 }
    /// Ends nearer to one another than this, in metres, are taken to be so far apart.
    private static var shortest: Double { 100_000 }
}
