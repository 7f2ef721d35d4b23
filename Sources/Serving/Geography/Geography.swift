internal import Foundation
internal import Gazetteers
internal import Geoparsing
internal import Periplus
internal import Routing
internal import Synchronization

/// The gazetteer and the planner of legs, asked by a bounded number of requests at a time.
final class Geography: Sendable {
    let gazetteer: Gazetteer
    let finder: PlaceFinder
    private let graph: URL
    private let opened = Mutex<LegPlanner?>(nil)
    private let queue = OperationQueue()
    private let mostWaiting: Int
    private let waiting = Mutex(0)

    /// The data of the program, with its gazetteer or another; the graph of the seas is opened by `prepare`, or when it is needed.
    ///
    /// - Throws: what the gazetteer throws.
    init(data: DataDirectory, gazetteer location: GazetteerLocation, mostWaiting: Int) throws {
        gazetteer = try Gazetteer(at: location)
        finder = PlaceFinder(
            gazetteer: gazetteer, positions: try? PositionReader(lexicon: data.lexicon()))
        graph = data.seaGraph
        queue.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
        self.mostWaiting = mostWaiting
    }

    /// Opens the graph of the seas meanwhile, so that the first question need not wait for it.
    func prepare() {
        // Where it cannot be read, whoever asks is told.
        queue.addOperation { [self] in _ = try? planner() }
    }

    /// The planner over the graph of the seas.
    ///
    /// - Throws: `RoutingError`, when that cannot be read.
    func planner() throws -> LegPlanner {
        try opened.withLock { opened in
            if let opened { return opened }
            let planner = try LegPlanner(graph: graph)
            opened = planner
            return planner
        }
    }

    /// Does something that takes a processor for a while.
    ///
    /// - Throws: `ServiceError` where too much waits; what the work throws.
    func work<Value: Sendable>(
        _ body: @escaping @Sendable (Geography) throws -> Value
    ) async throws -> Value {
        try waiting.withLock { waiting in
            guard waiting < mostWaiting else { throw ServiceError.busy }
            waiting += 1
        }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result { try body(self) })
            }
        }
    }
}
