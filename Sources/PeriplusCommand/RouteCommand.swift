internal import ArgumentParser
internal import Documents
internal import Formats
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import Periplus
internal import RouteMaps
internal import Routing

/// `periplus route`: a route between named places, drawn and measured.
struct RouteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route",
        abstract: "Draw and measure a route between two places.")

    @Argument(help: ArgumentHelp("Where it starts.", valueName: "a"))
    var start: String

    @Argument(help: ArgumentHelp("Where it ends.", valueName: "b"))
    var end: String

    @Option(
        help: ArgumentHelp(
            "A place, sea, strait or canal on the way; may be repeated.", valueName: "v"))
    var via: [String] = []

    @Option(help: "sea, air, road, rail, river, pipeline or land.")
    var mode: String

    @Option(help: ArgumentHelp("A canal or strait not to use; may be repeated.", valueName: "name"))
    var avoid: [String] = []

    @Option(
        help: ArgumentHelp(
            "oil, gas, grain, ore or coal: which ports stand for a country.", valueName: "sort"))
    var cargo: String?

    @Option(
        help: ArgumentHelp(
            "The day, as 1784-02-22: canals opened later are not used.", valueName: "d"))
    var date: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A file to write, its format by its extension.", valueName: "out"))
    var output: [String] = []

    @Flag(help: "As JSON on standard output.")
    var json = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    @OptionGroup var data: DataOptions

    @OptionGroup var router: RouterOptions

    @Flag(help: "Exit with 69 when a router did not answer.")
    var strict = false

    func run() throws {
        guard let way = TransportMode(rawValue: mode), way != .unknown else {
            throw CommandError(
                .usage,
                "--mode takes sea, air, road, rail, river, pipeline or land, not \"\(mode)\"")
        }
        if router.router != nil, way != .road, way != .land {
            throw CommandError(.usage, "--router is for --mode road or land")
        }
        let day = date.flatMap { CalendarDate($0) }
        if let date, day == nil {
            throw CommandError(.usage, "--date takes a day as 1784-02-22, not \"\(date)\"")
        }
        let cargoes = cargo.flatMap { Harbour.Cargoes(named: $0) }
        if let cargo, cargoes == nil {
            throw CommandError(
                .usage, "--cargo takes oil, gas, grain, ore or coal, not \"\(cargo)\"")
        }
        let watch = try router.watch()
        let own = try Engine.data()
        let gazetteer = try Engine.gazetteer(data, data: own, quiet: quiet)
        let ends = try Engine.find(
            [start, end], preferring: way.stops, options: data, quiet: quiet)
        let planner = try Engine.planner()
        for name in avoid {
            do {
                try planner.checkPassage(named: name)
            } catch {
                throw CommandError(.badData, error.description)
            }
        }
        var between: [FoundPlace] = []
        var passages: [String] = []
        for name in via {
            // What the planner knows by name is passed where it is: a cape, a strait, a sea route.
            if way == .sea, planner.knowsPassage(named: name), !isSea(name, gazetteer) {
                passages.append(name)
                continue
            }
            between += try Engine.find(
                [name], preferring: [.canal, .strait, .sea, .lake], options: data, quiet: quiet)
        }
        let sketch = RouteSketch(
            planner: planner.asking(watch.engine), gazetteer: gazetteer,
            producer: RouteMapper.producer(
                gazetteer: gazetteer, model: "none", graph: LegPlanner.graphVersion),
            avoiding: avoid, passing: passages, cargoes: cargoes ?? [], day: day)
        let map = sketch.map(through: [ends[0]] + between + [ends[1]], mode: way)
        if let leg = map.routes.first?.legs.first(where: {
            $0.drawn == nil && $0.range == nil && (way == .sea || !$0.isArrow)
        }) {
            throw CommandError(.badData, leg.method)
        }
        let atlas = Atlas([map], sources: gazetteer.metadata.sources)
        for path in output {
            try Output.write(
                atlas, over: gazetteer, to: Output.Target(path: path, format: nil))
        }
        if json {
            try Output.writeJSON([map])
        } else if output.isEmpty {
            try StandardOutput.write(RoutesTable(atlas, style: Terminal.style).text)
        }
        try watch.finish(strict: strict, quiet: quiet)
    }
}

extension RouteCommand {
    /// Whether a name is that of a sea or lake, which a route passes anywhere inside its shape.
    private func isSea(_ name: String, _ gazetteer: Gazetteer) -> Bool {
        guard
            let best = gazetteer.matches(for: name, limit: 4).first(where: { $0.place.kind.isWater }
            )
        else { return false }
        return (best.place.kind == .sea || best.place.kind == .lake)
            && gazetteer.shape(of: best.place.id) != nil
    }
}

extension TransportMode {
    /// The kinds of place that such a route starts and ends at, the likeliest first.
    fileprivate var stops: [PlaceKind] {
        switch self {
        case .sea: [.port]
        case .air: [.airport]
        default: []
        }
    }
}
