internal import Geodesy

extension LegPlanner {
    /// A leg along roads as the router gives it; as over land, with the reason, where it gives none.
    func roadLeg(
        from start: Coordinate, to end: Coordinate, mode: TravelMode, by router: any RoadRouter
    ) -> PlannedLeg {
        do {
            return leg(along: try router.way(from: start, to: end), start, end, mode, router)
        } catch {
            var leg = landLeg(from: start, to: end, mode: mode)
            leg.method += "; \(router.name): \(error.reason)"
            return leg
        }
    }

    private func leg(
        along way: RoadWay, _ start: Coordinate, _ end: Coordinate, _ mode: TravelMode,
        _ router: any RoadRouter
    ) -> PlannedLeg {
        let ellipsoid = Ellipsoid.wgs84
        let startGap = ellipsoid.distance(from: start, to: way.line.coordinates.first ?? start)
        let endGap = ellipsoid.distance(from: way.line.coordinates.last ?? end, to: end)
        var positions: [Coordinate] = [start]
        positions.reserveCapacity(way.line.coordinates.count + 2)
        for position in way.line.coordinates + [end] where position != positions.last {
            positions.append(position)
        }
        let line = LineString(positions.count > 1 ? positions : [start, end])
        let source = [router.name, way.dataVersion.map { "data of \($0)" }].compactMap { $0 }
            .joined(separator: ", ")
        let kind = mode == .road ? "road: " : "\(mode.rawValue): by road, "
        return PlannedLeg(
            line: line, drawn: startGap + way.length + endGap, sailing: nil,
            geodesic: ellipsoid.distance(from: start, to: end), range: nil, estimate: nil,
            passages: [], method: "\(kind)fastest way on OpenStreetMap roads by \(source)",
            isSchematic: false,
            startGap: startGap, endGap: endGap,
            roadSource: source)
    }
}
