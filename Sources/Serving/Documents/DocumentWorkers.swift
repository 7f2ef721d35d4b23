internal import Foundation
internal import HTTPTypes
internal import Synchronization

/// Has documents read by another program, which has them read by processes of its own: whatever a document does to
/// those, the service goes on, and so does it where that program itself ends.
final class DocumentWorkers: Sendable {
    private let program: URL
    private let arguments: [String]
    private let mostWaiting: Int
    private let state = Mutex(State())

    private struct State {
        var lines: WorkerLines?
        var waiting: [Int: Job] = [:]
        var isStopped = false
    }

    private struct Job {
        let line: Data
        var isSecondTry = false
        let continuation: CheckedContinuation<Data, any Error>
    }

    /// Workers that are started when they are first asked, or by `start`.
    init(program: URL, arguments: [String], mostWaiting: Int) {
        self.program = program
        self.arguments = arguments
        self.mostWaiting = mostWaiting
    }

    /// How many lines wait for an answer.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Starts the program, so that the first line need not wait for it.
    func start() throws {
        try state.withLock { state in
            if state.lines == nil, !state.isStopped { state.lines = try connection() }
        }
    }

    /// The answer to a line: JSON without a line feed.
    ///
    /// - Throws: `ServiceError` where too many wait, or nobody answers.
    func answer(to line: Data) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            state.withLock { state in
                guard state.waiting.count < mostWaiting else {
                    continuation.resume(throwing: ServiceError.busy)
                    return
                }
                send(Job(line: line, continuation: continuation), &state)
            }
        }
    }

    /// Ends the program; what is unanswered stays so.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.lines?.end()
        }
    }

    private func send(_ job: Job, _ state: inout State) {
        do {
            guard !state.isStopped else { throw Self.gone }
            let lines = try state.lines ?? connection()
            state.lines = lines
            state.waiting[lines.send(job.line)] = job
        } catch {
            job.continuation.resume(throwing: error)
        }
    }

    private func connection() throws -> WorkerLines {
        try WorkerLines(
            program: program, arguments: arguments,
            onAnswer: { [weak self] number, answer in
                let job = self?.state.withLock { $0.waiting.removeValue(forKey: number) }
                job?.continuation.resume(returning: answer)
            }, onEnd: { [weak self] wasReady in self?.restart(retrying: wasReady) })
    }

    /// The program has ended: what it had is given to another once.
    private func restart(retrying: Bool) {
        state.withLock { state in
            let jobs = state.waiting.sorted { $0.key < $1.key }.map(\.value)
            state.waiting = [:]
            state.lines = nil
            for var job in jobs {
                guard retrying, !job.isSecondTry else {
                    job.continuation.resume(throwing: Self.gone)
                    continue
                }
                job.isSecondTry = true
                send(job, &state)
            }
        }
    }

    private static let gone = ServiceError(
        .serviceUnavailable, "no-workers", "the program that reads documents does not answer")
}
