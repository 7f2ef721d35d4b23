public import Geodesy
public import Routing
internal import Synchronization

/// A routing engine that runs elsewhere and is asked over HTTP, each way once.
///
///     let engine = RoutingEngine(at: try EngineAddress(parsing: "osrm:http://localhost:5000"))
///     let planner = try LegPlanner(graph: url).asking(engine)
///
/// Nothing is sent before the first way is asked for. When the engine cannot be reached three times in
/// a row it is left alone for a while, so that a run does not wait for each leg in vain.
public final class RoutingEngine: RoadRouter {
    /// How long an answer may take by default, in seconds.
    public static let defaultTimeout = 10.0
    /// The most requests under way at a time.
    static let mostRequests = 4
    /// After how many failures in a row to reach it the engine is left alone.
    static let mostFailures = 3
    /// For how long, before it is tried again with one request.
    public static let defaultPause = Duration.seconds(30)
    /// The most positions of lines that are kept for ways asked for again: 16 bytes each.
    private static let mostPositions = 4_000_000

    /// What results call it: "OSRM at localhost:5000".
    public let name: String
    private let interface: any EngineInterface
    private let lanes: [Lane]
    private let desk: Mutex<RoutingDesk>
    private let version = Mutex<String??>(nil)

    /// An engine at an address.
    ///
    /// - Parameters:
    ///   - address: where it listens.
    ///   - timeout: how long an answer may take, in seconds, above 0.
    ///   - pause: for how long it is left alone where it cannot be reached.
    public init(
        at address: EngineAddress, timeout: Double = RoutingEngine.defaultTimeout,
        pause: Duration = RoutingEngine.defaultPause
    ) {
        name = address.name
        desk = Mutex(RoutingDesk(pause: pause))
        interface =
            switch address.interface {
            case .osrm: OSRMInterface(base: address.base)
            case .valhalla: ValhallaInterface(base: address.base)
            }
        lanes = (0..<Self.mostRequests).map { _ in
            Lane(timeout: timeout, goesDirect: address.isLoopback)
        }
    }

    /// What has been asked so far.
    public var tally: RoutingTally { desk.withLock { $0.tally } }

    /// The way by road between two positions: asked for the first time, remembered afterwards.
    public func way(
        from start: Coordinate, to end: Coordinate
    ) throws(RoadRouterError) -> RoadWay {
        let key = WayKey(start, end)
        let (answer, isNew) = desk.withLock { $0.answer(for: key) }
        // A second task that asks for the same way waits here for the answer to the first.
        let result = answer.withLock { held in
            if let held { return held }
            let result = Result { () throws(RoadRouterError) in try ask(from: start, to: end) }
            held = result
            return result
        }
        if isNew { desk.withLock { $0.settle(key, result, mostPositions: Self.mostPositions) } }
        return try result.get()
    }

    private func ask(
        from start: Coordinate, to end: Coordinate
    ) throws(RoadRouterError) -> RoadWay {
        let answer = try send(interface.request(from: start, to: end))
        var way = try interface.way(in: answer).checked(from: start, to: end)
        way.dataVersion = way.dataVersion ?? dataVersion()
        return way
    }

    private func send(_ request: HTTPRequest) throws(RoadRouterError) -> HTTPAnswer {
        let (number, given) = desk.withLock { $0.next(at: .now) }
        if let given { throw .unanswered(reason: given) }
        do {
            let answer = try lanes[number % lanes.count].answer(to: request)
            desk.withLock { $0.succeeded() }
            return answer
        } catch {
            if error.isLasting { desk.withLock { $0.failed(error.reason, at: .now) } }
            throw .unanswered(reason: error.reason)
        }
    }

    /// The version of the engine's data, asked for once; nil where it does not tell.
    private func dataVersion() -> String? {
        guard let request = interface.dataVersionRequest else { return nil }
        return version.withLock { known in
            if let known { return known }
            let told = (try? send(request)).flatMap(interface.dataVersion(in:))
            known = .some(told)
            return told
        }
    }
}
