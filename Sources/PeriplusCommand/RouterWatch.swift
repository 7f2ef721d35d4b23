internal import RoutingEngines

/// Tells once of a routing engine that does not answer.
final class RouterWatch {
    /// The engine; nil where none is to be asked.
    let engine: RoutingEngine?
    /// What workers have asked it.
    var workers = RouterReport()
    private var hasTold = false

    init(engine: RoutingEngine?) {
        self.engine = engine
    }

    /// Tells as soon as the engine has failed to answer, for runs that take long: once.
    func tellEarly() {
        guard !hasTold, let engine, let reason = tally.firstFailure else { return }
        hasTold = true
        StandardError.write(
            line:
                "periplus: \(engine.name) does not answer as it should (\(reason)); legs by road are "
                + "schematic where it gives none; \(Self.advice)")
    }

    /// Ends a run: tells of legs that the engine gave no way for, or fails for an engine that did not
    /// answer.
    ///
    /// - Throws: `CommandError`, when the engine failed to answer and the run is to be strict.
    func finish(strict: Bool, quiet: Bool) throws(CommandError) {
        guard let engine else { return }
        let tally = tally
        if !quiet, let reason = tally.firstRefusal {
            StandardError.write(
                line:
                    "periplus: \(engine.name) knows no way for \(tally.refused) of \(tally.ways) legs "
                    + "by road (\(reason)); they are schematic")
        }
        guard let reason = tally.firstFailure else { return }
        let message =
            "\(engine.name) did not answer as it should for \(tally.unanswered) of \(tally.ways) legs by road "
            + "(\(reason)); they are schematic; \(Self.advice)"
        if strict { throw CommandError(.unavailable, message) }
        if !quiet, !hasTold { StandardError.write(line: "periplus: \(message)") }
    }

    private var tally: RouterReport {
        (engine.map { RouterReport($0.tally) } ?? RouterReport()) + workers
    }

    private static let advice = "check that it runs, and the address of --router"
}
