internal import Geodesy

extension LegPlanner {
    /// A leg by air: the geodesic; airspace and winds are not considered.
    func airLeg(from start: Coordinate, to end: Coordinate) -> PlannedLeg {
        let geodesic = Ellipsoid.wgs84.distance(from: start, to: end)
        return PlannedLeg(
            line: LineString([start, end]), drawn: geodesic, sailing: nil, geodesic: geodesic,
            range: nil, estimate: nil, passages: [],
            method: "air: geodesic, airspace not considered", isSchematic: false, startGap: .zero,
            endGap: .zero)
    }

    /// A leg whose way is not known: the geodesic, marked schematic, with the interval of the length.
    func schematicLeg(
        from start: Coordinate, to end: Coordinate, mode: TravelMode
    ) -> PlannedLeg {
        let geodesic = Ellipsoid.wgs84.distance(from: start, to: end)
        let isUnknown = mode == .unknown
        return PlannedLeg(
            line: LineString([start, end]), drawn: nil, sailing: nil, geodesic: geodesic,
            range: isUnknown ? nil : Detour.range(of: geodesic),
            estimate: isUnknown ? nil : Detour.estimate(of: geodesic), passages: [],
            method: isUnknown
                ? "unknown: schematic, geodesic"
                : "\(mode.rawValue): schematic, 1.05 to 1.5 x geodesic", isSchematic: true,
            startGap: .zero, endGap: .zero)
    }
}
