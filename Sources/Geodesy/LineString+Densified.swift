extension LineString {
    /// The line with positions added along its geodesics, so that a map may join them by straight strokes.
    ///
    /// Each geodesic is halved until the stroke that is straight in degrees of longitude and latitude
    /// strays less than `deviation` from it (measured at a quarter, a half and three quarters) and is
    /// no longer than `spacing`, which keeps other cylindrical maps close as well. The given positions
    /// are kept as they are; where a geodesic runs over a pole, the pole itself is added twice, once
    /// with the longitude of arrival and once with that of departure.
    ///
    /// - Parameters:
    ///   - ellipsoid: the model of the Earth on which the geodesics run.
    ///   - deviation: the largest distance between a stroke and its geodesic; 1 km by default.
    ///   - spacing: the longest stroke; 100 km by default.
    /// - Returns: the line with the added positions.
    public func densified(
        on ellipsoid: Ellipsoid, deviation: Distance = Distance(kilometres: 1),
        spacing: Distance = Distance(kilometres: 100)
    ) -> LineString {
        guard let first = coordinates.first else { return self }
        let rule = StrokeRule(ellipsoid: ellipsoid, deviation: deviation, spacing: spacing)
        var dense = [first]
        for (start, end) in zip(coordinates, coordinates.dropFirst()) {
            // Most of a line along roads: no geodesic needs solving.
            if StrokeRule.isSurelyShort(from: start, to: end) {
                dense.append(end)
                continue
            }
            for leg in rule.splitAtPole(from: start, to: end) {
                if leg.start != dense.last { dense.append(leg.start) }
                rule.append(from: leg.start, to: leg.end, into: &dense)
            }
        }
        return LineString(dense)
    }
}

/// When a geodesic is drawn finely enough.
private struct StrokeRule {
    let ellipsoid: Ellipsoid
    let deviation: Distance
    let spacing: Distance

    /// Strokes this short are never halved: one a few metres from a pole turns too fast to follow.
    static let shortest = Distance(metres: 250)

    /// Whether two positions lie less than `shortest` apart by their degrees alone: a degree of either
    /// kind has less than 112 km.
    static func isSurelyShort(from start: Coordinate, to end: Coordinate) -> Bool {
        abs(end.latitude - start.latitude) < 0.0015
            && abs(end.longitude - start.longitude) < 0.0015
    }

    /// Appends the positions after the start, the end included.
    func append(from start: Coordinate, to end: Coordinate, into dense: inout [Coordinate]) {
        let length = ellipsoid.distance(from: start, to: end)
        guard length > Self.shortest else {
            dense.append(end)
            return
        }
        let quarters = ellipsoid.waypoints(at: [0.25, 0.5, 0.75], from: start, to: end)
        if length <= spacing, isClose(start, end, to: quarters) {
            dense.append(end)
        } else {
            append(from: start, to: quarters[1], into: &dense)
            append(from: quarters[1], to: end, into: &dense)
        }
    }

    private func isClose(_ start: Coordinate, _ end: Coordinate, to quarters: [Coordinate]) -> Bool
    {
        let turn = start.shortTurn(to: end)
        let rise = end.latitude - start.latitude
        return zip([0.25, 0.5, 0.75], quarters).allSatisfy { fraction, position in
            let drawn = Coordinate(
                latitude: start.latitude + fraction * rise,
                longitude: start.longitude + fraction * turn)
            return ellipsoid.distance(from: drawn, to: position) < deviation
        }
    }

    /// One piece, or two where the ends lie on opposite meridians and the geodesic runs over a pole.
    func splitAtPole(
        from start: Coordinate, to end: Coordinate
    ) -> [(start: Coordinate, end: Coordinate)] {
        guard abs(abs(start.shortTurn(to: end)) - 180) < 1e-9,
            abs(start.latitude) < 90, abs(end.latitude) < 90
        else { return [(start, end)] }
        let north = start.latitude + end.latitude >= 0
        let pole = north ? 90.0 : -90.0
        return [
            (start, Coordinate(latitude: pole, longitude: start.longitude)),
            (Coordinate(latitude: pole, longitude: end.longitude), end),
        ]
    }
}
