internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Routing

/// Chooses the ports that a leg by sea is drawn between where the text names only areas.
struct PortChooser: Sendable {
    let finder: PortFinder
    let change: PortOfChange
    let planner: LegPlanner
    let ways: SeaLengths

    init(gazetteer: Gazetteer, planner: LegPlanner) {
        let ports = PortList(gazetteer)
        finder = PortFinder(gazetteer: gazetteer, list: ports)
        ways = SeaLengths(planner)
        change = PortOfChange(ports: ports, ways: ways)
        self.planner = planner
    }

    /// What was chosen for the ends of a leg.
    struct Choice {
        /// The port it starts from; nil where the start is no area.
        var start: Place?
        /// The port it goes to; nil where the end is no area.
        var end: Place?
        /// What was assumed; nil where neither end is an area.
        var assumption: LegAssumption?
        /// Why there is no port to draw to, in a few words; nil where there is.
        var obstacle: String?
        /// Why nothing goes by sea between the ends at all, in a few words.
        var reasonAgainstSea: String?
    }

    /// The longest way that is plausible, as a multiple of the one chosen.
    private static let farthest = 2.0

    /// The ports of a leg's ends.
    ///
    /// Of the likely ports of the areas those with the shortest way between them, unless plausible ones lie less
    /// than half as far apart; a port that the text names in an area comes before all others.
    func choice(
        start: ResolvedToponym, end: ResolvedToponym, _ question: PortQuestion,
        constraints: LegConstraints
    ) -> Choice {
        if let choice = choiceInland(start: start, end: end, question, constraints) {
            return choice
        }
        let areas = (start: Self.area(start), end: Self.area(end))
        guard areas.start != nil || areas.end != nil else { return Choice() }
        var asked = (start: question, end: question)
        if question.basins.isEmpty {
            // A port on the sea that the other end lies on; between two areas ships find their way.
            if areas.start == nil { asked.end.basins = Self.basins(of: start) }
            if areas.end == nil { asked.start.basins = Self.basins(of: end) }
        }
        let found = (
            start: areas.start.map { self.ports(of: $0, asked.start, question) },
            end: areas.end.map { self.ports(of: $0, asked.end, question) }
        )
        for (area, ports) in [(areas.start, found.start), (areas.end, found.end)] {
            if let area, case .some(.none) = ports {
                return Choice(obstacle: "no port stands for \(Self.name(of: area))")
            }
        }
        let starts = found.start.flatMap { $0 }
        let ends = found.end.flatMap { $0 }
        guard
            let likely = shortest(
                from: Self.stops(starts?.likely, start), to: Self.stops(ends?.likely, end),
                constraints)
        else {
            return Choice(
                obstacle: "no way by sea between \(Self.name(of: start)) and \(Self.name(of: end))")
        }
        // Between coasts that face each other the ports there are taken before larger ones far off: Stockholm for
        // Estonia, not Gothenburg.
        let near = shortest(
            from: Self.stops(starts?.plausible, start), to: Self.stops(ends?.plausible, end),
            constraints)
        let best = near.flatMap { $0.lengths.drawn < likely.shortest ? $0 : nil } ?? likely
        var assumption = LegAssumption(
            kind: .port, from: Self.candidates(best.start.port, starts),
            to: Self.candidates(best.end.port, ends), text: "")
        assumption.range = range(around: best, &assumption, start: start, end: end, constraints)
        assumption.text = [
            Self.text(start, assumption.from, isNamed: starts?.areNamed ?? false),
            Self.text(end, assumption.to, isNamed: ends?.areNamed ?? false),
        ].compactMap { $0 }.joined(separator: "; ")
        return Choice(start: best.start.port, end: best.end.port, assumption: assumption)
    }

    /// The ports of an area on the seas asked for; where it has none there, those on any sea.
    private func ports(
        of area: ResolvedToponym, _ asked: PortQuestion, _ question: PortQuestion
    ) -> PortCandidates? {
        finder.ports(of: area, asked)
            ?? (asked.basins == question.basins ? nil : finder.ports(of: area, question))
    }

    /// A port, or a place that is none, with its position.
    struct Stop {
        var port: Place?
        var position: Coordinate
    }

    private struct Way {
        var start: Stop
        var end: Stop
        var lengths: SeaLengths.Lengths

        /// The shortest way that is plausible.
        var shortest: Distance { Distance(metres: lengths.drawn.metres / PortChooser.farthest) }
    }

    private static func stops(_ ports: [Place]?, _ toponym: ResolvedToponym) -> [Stop] {
        if let ports { return ports.map { Stop(port: $0, position: $0.coordinate) } }
        return toponym.coordinate.map { [Stop(port: nil, position: $0)] } ?? []
    }

    /// The shortest way between two lists; no way is shorter than its geodesic, so that most are not planned.
    private func shortest(
        from starts: [Stop], to ends: [Stop], _ constraints: LegConstraints
    ) -> Way? {
        func share(_ start: Stop, _ end: Stop) -> Bool { start.port?.basin == end.port?.basin }
        // Iran ships to Venezuela from the Gulf, not from the Caspian up the Volga.
        let isShared =
            starts.contains { start in ends.contains { share(start, $0) } }
            && starts.allSatisfy { $0.port != nil } && ends.allSatisfy { $0.port != nil }
        let pairs = starts.flatMap { start in
            ends.filter { !isShared || share(start, $0) }.map { end in
                (
                    start: start, end: end,
                    straight: Ellipsoid.wgs84.distance(from: start.position, to: end.position)
                )
            }
        }.sorted { $0.straight < $1.straight }
        var best: Way?
        for pair in pairs {
            if let best, pair.straight >= best.lengths.drawn { break }
            guard
                let lengths = ways.lengths(
                    from: pair.start.position, to: pair.end.position, constraints)
            else { continue }
            if lengths.drawn < best?.lengths.drawn ?? Distance(metres: .infinity) {
                best = Way(start: pair.start, end: pair.end, lengths: lengths)
            }
        }
        return best
    }

    /// From the shortest to the longest way with one end as chosen and the other plausible; ports that
    /// are twice as far are struck off the candidates.
    private func range(
        around best: Way, _ assumption: inout LegAssumption, start: ResolvedToponym,
        end: ResolvedToponym, _ constraints: LegConstraints
    ) -> ClosedRange<Distance>? {
        // What another start and another end take away or add is summed: both may be meant.
        var (less, more) = (Distance.zero, Distance.zero)
        var (least, most) = (best.lengths.drawn, best.lengths.sailed)
        func isPlausible(_ lengths: SeaLengths.Lengths?) -> Bool {
            guard let lengths,
                lengths.drawn.metres <= best.lengths.drawn.metres * Self.farthest
            else { return false }
            least = min(least, lengths.drawn)
            most = max(most, lengths.sailed)
            return true
        }
        func endSide() {
            less += Distance(metres: best.lengths.drawn.metres - least.metres)
            more += Distance(metres: most.metres - best.lengths.sailed.metres)
            (least, most) = (best.lengths.drawn, best.lengths.sailed)
        }
        assumption.from = assumption.from.filter { port in
            port.id == best.start.port?.id
                || isPlausible(
                    ways.lengths(from: port.coordinate, to: best.end.position, constraints))
        }
        endSide()
        assumption.to = assumption.to.filter { port in
            port.id == best.end.port?.id
                || isPlausible(
                    ways.lengths(from: best.start.position, to: port.coordinate, constraints))
        }
        endSide()
        guard max(assumption.from.count, assumption.to.count) > 1 else { return nil }
        let low = Distance(
            metres: max(0, best.lengths.drawn.metres - less.metres, best.shortest.metres))
        return min(low, best.lengths.drawn)...(best.lengths.sailed + more)
    }

    /// The port chosen and the others that are plausible.
    private static func candidates(_ chosen: Place?, _ found: PortCandidates?) -> [Place] {
        guard let chosen, let found else { return [] }
        // On another sea lies another trade: not Anzali for Iran where Bandar Abbas was taken.
        return [chosen]
            + found.plausible.filter { $0.id != chosen.id && $0.basin == chosen.basin }
    }

    private static func text(
        _ area: ResolvedToponym, _ ports: [Place], isNamed: Bool
    ) -> String? {
        guard let chosen = ports.first else { return nil }
        let name = name(of: area)
        let port = chosen.name == name ? "the port of \(name)" : chosen.name
        var text = "\(port) taken for \(name)"
        if isNamed { text += ", which the text names" }
        let others = ports.dropFirst().prefix(4).map(\.name)
        if !others.isEmpty { text += " (or \(others.joined(separator: ", ")))" }
        return text
    }

    static func name(of toponym: ResolvedToponym) -> String {
        toponym.place?.name ?? toponym.mention.text
    }

    private static func area(_ toponym: ResolvedToponym) -> ResolvedToponym? {
        guard let place = toponym.place, toponym.isAreal, !place.kind.isWater else { return nil }
        return toponym
    }

    private static func basins(of toponym: ResolvedToponym) -> Set<Int> {
        Set([toponym.place?.basin].compactMap { $0 })
    }
}
