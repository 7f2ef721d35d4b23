internal import Geodesy

extension LegPlanner {
    /// The names of all pipelines and railways that are known by their stations, those beside the first
    /// included, with the name that `lineLeg` takes.
    public var lineNames: [(name: String, of: String)] {
        lines.all.flatMap { line in ([line.name] + line.aliases).map { (name: $0, of: line.name) } }
    }

    /// A leg along a pipeline or railway between two of its stations: straight from one to the next, marked
    /// schematic, with the interval of the length.
    ///
    /// - Parameters:
    ///   - start: where it starts; of the stations in a country the one farthest from the other end.
    ///   - end: where it ends.
    ///   - mode: `pipeline` or `rail`.
    ///   - name: the line, where it is known which; else the one whose stations lie nearest.
    /// - Returns: the leg; nil where no such line has both ends.
    public func lineLeg(
        from start: LineEnd, to end: LineEnd, mode: TravelMode, named name: String? = nil
    ) -> PlannedLeg? {
        // A country may mean any place of it: only a line that is named leads there.
        let isExact = [start, end].allSatisfy { if case .position = $0 { true } else { false } }
        guard name != nil || isExact else { return nil }
        var best: (line: NamedLine, way: [Int], gap: Distance)?
        for line in lines.all where line.mode == mode && (name == nil || line.name == name) {
            let ways = line.stations(at: start).flatMap { one in
                line.stations(at: end).map { (one, $0) }
            }
            guard let way = ways.max(by: { abs($0.0 - $0.1) < abs($1.0 - $1.1) }), way.0 != way.1
            else { continue }
            let gap =
                gap(start, line.stations[way.0].coordinate)
                + gap(end, line.stations[way.1].coordinate)
            if best.map({ gap < $0.gap }) ?? true {
                let between = Array(min(way.0, way.1)...max(way.0, way.1))
                best = (line, way.0 < way.1 ? between : between.reversed(), gap)
            }
        }
        guard let best else { return nil }
        var positions = best.way.map { best.line.stations[$0].coordinate }
        if case .position(let position) = start { positions[0] = position }
        if case .position(let position) = end { positions[positions.count - 1] = position }
        let line = LineString(positions)
        let length = line.length(on: .wgs84)
        return PlannedLeg(
            line: line, drawn: nil, sailing: nil,
            geodesic: Ellipsoid.wgs84.distance(
                from: positions[0], to: positions[positions.count - 1]),
            range: length...Distance(metres: length.metres * Self.lineDetour), estimate: nil,
            passages: [best.line.name],
            method: "\(mode.rawValue): schematic, along the \(best.line.name) "
                + "from station to station, its length x 1 to 1.4",
            isSchematic: true, startGap: .zero, endGap: .zero)
    }

    /// How much longer than straight from station to station a line is at most: Moscow to Vladivostok 1.24 times,
    /// Edmonton to Burnaby by the Trans Mountain pipeline 1.35.
    private static let lineDetour = 1.4

    private func gap(_ end: LineEnd, _ station: Coordinate) -> Distance {
        guard case .position(let position) = end else { return .zero }
        return Ellipsoid.wgs84.distance(from: position, to: station)
    }
}
