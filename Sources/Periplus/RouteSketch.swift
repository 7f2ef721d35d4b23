public import Documents
public import Gazetteers
internal import Geodesy
internal import Geoparsing
public import Movements
internal import Resolving
public import RouteMaps
public import Routing

/// A route between places that a person names, drawn and measured like one that a text states.
public struct RouteSketch: Sendable {
    private let assembler: RouteMapAssembler
    private let day: CalendarDate?

    /// A sketcher over a planner and a gazetteer, which keeps away from some passages and uses others.
    ///
    /// The waters are those of a day: no canal is used before it was opened. The cargoes decide which
    /// ports are taken for areas.
    public init(
        planner: LegPlanner, gazetteer: Gazetteer, producer: Producer, avoiding: [String] = [],
        passing: [String] = [], cargoes: Harbour.Cargoes = [], day: CalendarDate? = nil
    ) {
        self.day = day
        assembler = RouteMapAssembler(
            planner: planner, gazetteer: gazetteer, producer: producer, cargoes: cargoes,
            avoiding: avoiding, passing: passing)
    }

    /// The map of one route through places in order; point places between the ends are stops.
    public func map(through places: [FoundPlace], mode: TransportMode) -> RouteMap {
        var text = ""
        var mentions: [Mention] = []
        var decisions: [Decision] = []
        for place in places {
            if !text.isEmpty { text += " > " }
            let start = text.utf8.count
            text += place.text
            mentions.append(mention(of: place, at: start..<text.utf8.count))
            decisions.append(decision(on: place))
        }
        let movement = Movement(
            origin: 0, via: Array(1..<max(1, places.count - 1)), destination: places.count - 1,
            mode: mode, modeBasis: .stated, evidence: [0..<text.utf8.count], rule: "command-line",
            confidence: 1)
        return assembler.map(
            of: Document(text: text, date: day), mentions: mentions, decisions: decisions,
            movements: [movement])
    }

    private func mention(of found: FoundPlace, at range: Range<Int>) -> Mention {
        Mention(
            utf8Range: range, text: found.text, kind: found.place == nil ? .coordinate : .name,
            coordinate: found.place == nil ? found.coordinate : nil)
    }

    private func decision(on found: FoundPlace) -> Decision {
        guard let place = found.place else { return Decision(choice: .unknown) }
        var score = Score()
        score.add(.analyst, 1)
        let match = NameMatch(place: place, name: found.text, kind: .primary, quality: 1)
        return Decision(
            choice: .resolved(
                Candidate(match: match, score: score, confidence: 1), runnersUp: []),
            because: ["named on the command line"])
    }
}
