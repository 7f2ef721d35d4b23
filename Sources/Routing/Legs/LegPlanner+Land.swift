internal import Geodesy

extension LegPlanner {
    /// A leg over land: the shortest line that keeps to it, marked schematic, with the interval of the
    /// length; the geodesic where the ends lie on no land in common or no graph is open.
    func landLeg(from start: Coordinate, to end: Coordinate, mode: TravelMode) -> PlannedLeg {
        var leg = schematicLeg(from: start, to: end, mode: mode)
        guard let seas, start != end else { return leg }
        let from = seas.shores.ashore(near: UnitVector(parametric: start))
        let to = seas.shores.ashore(near: UnitVector(parametric: end))
        guard let from, let to,
            let search = LandSearch(
                from: from, to: to, shores: seas.shores, crossings: seas.crossings)
        else {
            leg.method += "; no land joins the ends"
            leg.waterBetween = longestWater(from: start, to: end, seas)
            return leg
        }
        guard let way = search.way() else { return leg }
        let between = way.positions.dropFirst().dropLast().map(\.parametricCoordinate)
        guard !between.isEmpty else { return leg }
        leg.line = LineString([start] + between + [end])
        let length = leg.line.length(on: .wgs84)
        leg.range = Detour.range(of: length)
        leg.estimate = Detour.estimate(of: length)
        leg.passages = way.crossings
        leg.method =
            "\(mode.rawValue): schematic, shortest line over land, its length x 1.05 to 1.5"
        return leg
    }

    /// The steps by which water is looked for between two positions.
    private static let waterStep = Distance(kilometres: 20)

    /// The longest stretch of water on the geodesic between two positions.
    private func longestWater(
        from start: Coordinate, to end: Coordinate, _ seas: SeaGraph
    ) -> Distance {
        let length = Ellipsoid.wgs84.distance(from: start, to: end)
        let steps = Int((length.metres / Self.waterStep.metres).rounded(.up))
        guard steps > 1 else { return .zero }
        let positions = Ellipsoid.wgs84.waypoints(
            at: (1..<steps).map { Double($0) / Double(steps) }, from: start, to: end)
        var (longest, run) = (0, 0)
        for position in positions {
            run = seas.shores.isLand(UnitVector(parametric: position)) ? 0 : run + 1
            longest = max(longest, run)
        }
        return Distance(metres: length.metres * Double(longest) / Double(steps))
    }
}

extension ShoreIndex {
    /// How far off the land a place may lie that is known to stand on it, in metres.
    private static let farthestAfloat = 20_000.0

    /// The position itself on land, else a point of the nearest shore, a little inland; nil when there is
    /// none near.
    func ashore(near position: UnitVector) -> UnitVector? {
        if isLand(position) { return position }
        let reach = UnitVector.squaredChord(metres: Self.farthestAfloat)
        for shore in nearest(to: position, within: reach).prefix(8) {
            let left = corners[shore.edge].cross(corners[Int(next[shore.edge])])
            let length = left.dot(left).squareRoot()
            guard length > 0 else { continue }
            for metres in [100.0, 20] {
                let step = metres / UnitVector.parametricRadius / length
                let inland = UnitVector(
                    normalising: shore.point.x + left.x * step, shore.point.y + left.y * step,
                    shore.point.z + left.z * step)
                if isLand(inland) { return inland }
            }
        }
        return nil
    }
}
