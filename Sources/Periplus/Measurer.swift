public import Geodesy
public import Routing

/// Measures between positions along one kind of way.
public struct Measurer: Sendable {
    private let mode: TravelMode?
    private let planner: LegPlanner
    private let constraints: LegConstraints
    private let ellipsoid = Ellipsoid.wgs84

    /// A measurer by a way of travel; without one it measures geodesics alone.
    public init(mode: TravelMode?, planner: LegPlanner, constraints: LegConstraints = .none) {
        self.mode = mode
        self.planner = planner
        self.constraints = constraints
    }

    /// The length from one position to another.
    ///
    /// - Throws: `RoutingError` with the reason when there is no such way.
    public func measure(
        from start: Coordinate, to end: Coordinate
    ) throws(RoutingError) -> MeasuredWay {
        guard let mode else {
            let geodesic = ellipsoid.distance(from: start, to: end)
            return MeasuredWay(
                best: geodesic, drawn: geodesic, geodesic: geodesic, method: "geodesic on WGS 84")
        }
        let leg = try planner.plan(from: start, to: end, mode: mode, constraints: constraints)
        var result = MeasuredWay(
            best: leg.sailing ?? leg.drawn ?? leg.estimate ?? leg.geodesic, drawn: leg.drawn,
            geodesic: leg.geodesic, method: leg.method)
        result.kmRange = leg.range.map {
            [
                $0.lowerBound.kilometres.rounded(toPlaces: 3),
                $0.upperBound.kilometres.rounded(toPlaces: 3),
            ]
        }
        result.passages = leg.passages.isEmpty ? nil : leg.passages
        return result
    }

    /// The length alone from one position to another: the best that `measure` gives.
    ///
    /// - Throws: `RoutingError` with the reason when there is no such way.
    public func length(
        from start: Coordinate, to end: Coordinate
    ) throws(RoutingError) -> Distance {
        guard let mode else { return ellipsoid.distance(from: start, to: end) }
        let leg = try planner.plan(from: start, to: end, mode: mode, constraints: constraints)
        return leg.sailing ?? leg.drawn ?? leg.estimate ?? leg.geodesic
    }
}
