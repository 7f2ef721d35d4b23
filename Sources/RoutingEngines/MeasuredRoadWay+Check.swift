internal import Geodesy
internal import Routing

extension MeasuredRoadWay {
    /// How far from an end the nearest road may lie, before a way is none between the ends: an engine
    /// looks for roads in its own data alone, which may be those of another country.
    static let farthestRoad = Distance(kilometres: 5)
    /// How much the line and the length may disagree, as a part of the length: engines measure on a
    /// sphere, up to 0.6 % off, and ferries are drawn roughly.
    private static let tolerance = 0.1

    /// The way, when it is one between two positions.
    ///
    /// - Throws: `RoadRouterError`, when an end lies far from it or its line is no line of its length.
    func checked(
        from start: Coordinate, to end: Coordinate
    ) throws(RoadRouterError) -> RoadWay {
        guard let first = way.line.coordinates.first, let last = way.line.coordinates.last,
            way.line.coordinates.allSatisfy(\.isValid)
        else { throw .unanswered(reason: "its line holds what is no position") }
        let ellipsoid = Ellipsoid.wgs84
        for (side, gap) in [
            ("start", ellipsoid.distance(from: start, to: first)),
            ("end", ellipsoid.distance(from: last, to: end)),
        ] where gap > Self.farthestRoad {
            throw .noWay(
                reason:
                    "the nearest road it knows is \(Int(gap.kilometres.rounded())) km from the \(side)"
            )
        }
        guard length.metres.isFinite,
            abs(way.length.metres - length.metres) <= 500 + Self.tolerance * length.metres
        else { throw .unanswered(reason: "its line is not as long as it says") }
        return way
    }
}
