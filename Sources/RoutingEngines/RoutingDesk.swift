internal import Geodesy
internal import Routing
internal import Synchronization

/// The two ends of a way as they are asked for: to a millionth of a degree.
struct WayKey: Hashable, Sendable {
    private let figures: [Int]

    init(_ start: Coordinate, _ end: Coordinate) {
        figures = [start.latitude, start.longitude, end.latitude, end.longitude].map {
            Int(($0 * 1_000_000).rounded())
        }
    }
}

/// An answer that may still be under way.
final class HeldAnswer: Sendable {
    private let held = Mutex<Result<RoadWay, RoadRouterError>?>(nil)

    /// Calls a function with the answer, alone.
    func withLock(
        _ body: (inout Result<RoadWay, RoadRouterError>?) -> Result<RoadWay, RoadRouterError>
    ) -> Result<RoadWay, RoadRouterError> {
        held.withLock { body(&$0) }
    }
}

/// One connection, for one request at a time.
final class Lane: Sendable {
    private let connection: Mutex<HTTPConnection>

    init(timeout: Double, goesDirect: Bool) {
        connection = Mutex(HTTPConnection(timeout: timeout, goesDirect: goesDirect))
    }

    func answer(to request: HTTPRequest) throws(HTTPFailure) -> HTTPAnswer {
        try connection.withLock { (connection) throws(HTTPFailure) in
            try connection.answer(to: request)
        }
    }
}

/// What an engine remembers between requests.
struct RoutingDesk {
    /// For how long an engine that could not be reached is left alone.
    private let pause: Duration
    /// Why the engine could not be reached, each time since it last could.
    private var failures: [String] = []
    /// Until when it is left alone; nil while it is asked.
    private var pausedUntil: ContinuousClock.Instant?
    private(set) var tally = RoutingTally()
    private var requests = 0
    private var answers: [WayKey: HeldAnswer] = [:]
    private var kept: [(key: WayKey, positions: Int)] = []
    private var positions = 0

    init(pause: Duration) { self.pause = pause }

    /// The answer for a way, and whether it has not been asked for before.
    mutating func answer(for key: WayKey) -> (HeldAnswer, isNew: Bool) {
        if let known = answers[key] { return (known, false) }
        let answer = HeldAnswer()
        answers[key] = answer
        return (answer, true)
    }

    /// The number of a request to be sent, or the reason why it need not be.
    ///
    /// After a pause one request is let through, to see whether the engine is there again.
    mutating func next(at now: ContinuousClock.Instant) -> (number: Int, reason: String?) {
        requests += 1
        guard let until = pausedUntil, let reason = failures.first else { return (requests, nil) }
        if now < until { return (requests, reason) }
        pausedUntil = now + pause
        return (requests, nil)
    }

    /// Notes that the engine answered.
    mutating func succeeded() {
        failures = []
        pausedUntil = nil
    }

    /// Notes that the engine could not be reached.
    mutating func failed(_ reason: String, at now: ContinuousClock.Instant) {
        failures.append(reason)
        if failures.count >= RoutingEngine.mostFailures {
            failures.removeLast(failures.count - RoutingEngine.mostFailures)
            pausedUntil = now + pause
        }
    }

    /// Counts a way and its answer; the oldest lines are forgotten where there are too many.
    ///
    /// That there was no answer is not kept: the next to ask for the way may get one.
    mutating func settle(
        _ key: WayKey, _ result: Result<RoadWay, RoadRouterError>, mostPositions: Int
    ) {
        tally.ways += 1
        switch result {
        case .success: break
        case .failure(.unanswered(let reason)):
            tally.unanswered += 1
            tally.firstFailure = tally.firstFailure ?? reason
            answers[key] = nil
            return
        case .failure(.noWay(let reason)):
            tally.refused += 1
            tally.firstRefusal = tally.firstRefusal ?? reason
        }
        let count = 8 + ((try? result.get())?.line.coordinates.count ?? 0)
        positions += count
        kept.append((key, count))
        var oldest = 0
        while positions > mostPositions, oldest < kept.count {
            positions -= kept[oldest].positions
            answers[kept[oldest].key] = nil
            oldest += 1
        }
        kept.removeFirst(oldest)
    }
}
