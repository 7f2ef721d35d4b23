internal import ArgumentParser
internal import RoutingEngines

/// The routing engine of the user's own, for commands that draw or measure legs over land.
struct RouterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A router of your own for legs by road, osrm:URL or valhalla:URL; else none is asked.",
            discussion: "For one on this machine: osrm:http://localhost:5000",
            valueName: "router"))
    var router: String?

    @Option(
        help: ArgumentHelp("How long an answer of the router may take.", valueName: "seconds"))
    var routerTimeout: Double = RoutingEngine.defaultTimeout

    /// The watch over the engine; over none without the option.
    func watch() throws(CommandError) -> RouterWatch {
        guard let router else { return RouterWatch(engine: nil) }
        guard routerTimeout > 0, routerTimeout <= 3_600 else {
            throw CommandError(
                .usage,
                "--router-timeout takes seconds above 0 and up to 3600, not \(routerTimeout)")
        }
        do {
            return RouterWatch(
                engine: RoutingEngine(
                    at: try EngineAddress(parsing: router), timeout: routerTimeout))
        } catch {
            throw CommandError(.usage, "--router: \(error.description)")
        }
    }
}
