import Dispatch
import Documents
import Foundation
import Periplus
import Testing

/// A document that takes too long, or that nobody wants any longer, ends early and says so.
@Suite("Limits of a document", .serialized)
struct LimitsTests {
    private let mapper = Result { try SharedMapper.mapper() }

    /// A text that takes far longer than any test waits for it.
    private func long(_ mapper: RouteMapper) -> Document {
        mapper.document(
            text: (0..<400).map {
                "In week \($0) the ship left Odesa for Port Said, and lorries went from Kazan to Ufa.\n\n"
            }.joined())
    }

    @Test("the time is over")
    func time() async throws {
        let mapper = try mapper.get()
        let limit = Duration.milliseconds(40)
        await #expect(throws: MappingError.tookTooLong(limit: limit)) {
            try await mapper.map(long(mapper), within: limit)
        }
    }

    @Test("the task that asked is cancelled", arguments: [nil, Duration.seconds(3_600)])
    func cancelled(_ limit: Duration?) async throws {
        let mapper = try mapper.get()
        let document = long(mapper)
        let task = Task { try await mapper.map(document, within: limit) }
        task.cancel()
        await #expect(throws: MappingError.cancelled) { try await task.value }
    }

    @Test("a call that waits is cancelled by its task too")
    func cancelledInPlace() async throws {
        let mapper = try mapper.get()
        let document = long(mapper)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try mapper.map(document)
        }
        await #expect(throws: MappingError.cancelled) { try await task.value }
    }

    @Test("with time enough, the map is the one made without a limit")
    func same() async throws {
        let mapper = try mapper.get()
        let document = mapper.document(
            text: "The ferry sails from Aktau to Baku. Grain went on by rail to Tbilisi.")
        let bounded = try await mapper.map(document, within: .seconds(3_600))
        let whole = try mapper.map(document)
        #expect(bounded.routes.map(\.movement) == whole.routes.map(\.movement))
        #expect(
            bounded.routes.flatMap(\.legs).map(\.drawn) == whole.routes.flatMap(\.legs).map(\.drawn)
        )
        #expect(bounded.toponyms.map(\.place?.id) == whole.toponyms.map(\.place?.id))
        #expect(!whole.routes.isEmpty)
    }

    @Test("documents keep nobody else from running")
    func threads() async {
        let executor = WorkExecutor(name: "test", most: 2)
        let gate = DispatchSemaphore(value: 0)
        let tasks = (0..<4 * ProcessInfo.processInfo.activeProcessorCount).map { _ in
            Task(executorPreference: executor) { Self.wait(for: gate) }
        }
        // Whoever shares its threads with them would not come to the end of this.
        for _ in 0..<20 { await Task.detached { await Task.yield() }.value }
        for _ in tasks { gate.signal() }
        for task in tasks { await task.value }
    }

    /// Takes a thread until somebody opens the gate.
    private static func wait(for gate: DispatchSemaphore) { gate.wait() }
}
