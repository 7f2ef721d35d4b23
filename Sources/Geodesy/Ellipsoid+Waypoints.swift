internal import CPROJ

extension Ellipsoid {
    /// A position at a fraction of the geodesic from start to end: 0 is the start, 1 the end.
    public func position(
        at fraction: Double, from start: Coordinate, to end: Coordinate
    ) -> Coordinate {
        waypoints(at: [fraction], from: start, to: end)[0]
    }

    /// The position half-way along the geodesic from start to end.
    public func midpoint(from start: Coordinate, to end: Coordinate) -> Coordinate {
        position(at: 0.5, from: start, to: end)
    }

    /// Positions at fractions of one geodesic, which is solved once (`geod_inverseline`, `geod_position`).
    ///
    /// - Parameters:
    ///   - fractions: parts of the length, 0 the start and 1 the end; others extend the line.
    ///   - start: where the line starts.
    ///   - end: where the line ends.
    /// - Returns: one position a fraction, in the order given.
    public func waypoints(
        at fractions: [Double], from start: Coordinate, to end: Coordinate
    ) -> [Coordinate] {
        var solver = solver
        var line = geod_geodesicline()
        geod_inverseline(
            &line, &solver, start.latitude, start.longitude, end.latitude, end.longitude, 0)
        return fractions.map { fraction in
            var latitude = 0.0
            var longitude = 0.0
            geod_position(&line, fraction * line.s13, &latitude, &longitude, nil)
            return Coordinate(latitude: latitude, longitude: longitude)
        }
    }
}
