internal import Foundation
internal import HTTPTypes
internal import Logging
internal import Projects
internal import ServiceLifecycle

/// Does what the jobs of a project ask for, some documents at a time; what is not done when it ends is done by the next.
actor JobRunner: ServiceLifecycle.Service {
    private let project: Project
    private let reading: DocumentReading
    /// Nil where nothing may be got from the network.
    private let fetcher: PageFetcher?
    private let settings: ServiceSettings
    private let logger: Logger

    private var taken: Set<Int64> = []
    private var lastJob: Int64 = 0
    /// How often the workers have gone away over a document.
    private var losses: [Int64: Int] = [:]
    private var idle: [CheckedContinuation<Void, Never>] = []
    private var isStopped = false

    /// After so many times a document is held to be what drives the workers away.
    private static let mostLosses = 5

    init(
        project: Project, reading: DocumentReading, fetcher: PageFetcher?,
        settings: ServiceSettings, logger: Logger
    ) {
        self.project = project
        self.reading = reading
        self.fetcher = fetcher
        self.settings = settings
        self.logger = logger
    }

    /// Works until the service stops; what is at work then is left, to be done again.
    nonisolated func run() async throws {
        for _ in 0..<max(1, settings.jobsAtOnce) {
            Task { await work() }
        }
        try? await gracefulShutdown()
        await stop()
    }

    /// Looks for work: some has been added.
    func wake() {
        let waiting = idle
        idle = []
        waiting.forEach { $0.resume() }
    }

    private func stop() {
        isStopped = true
        wake()
    }

    private func work() async {
        while let task = await next() {
            let ending = await ending(of: task)
            // What a stopping service did not get is no fault of the document.
            guard !isStopped else { return }
            do {
                try keep(ending, of: task)
            } catch {
                logger.error("\(error)")
                await pause(seconds: 5)
            }
            taken.remove(task.number)
        }
    }

    /// The next document, when there is one; nil when the service stops.
    private func next() async -> JobTask? {
        while !isStopped {
            do {
                if let task = try project.nextTask(afterJob: lastJob, except: taken) {
                    taken.insert(task.number)
                    lastJob = task.job
                    return task
                }
                await withCheckedContinuation { idle.append($0) }
            } catch {
                logger.error("\(error)")
                await pause(seconds: 5)
            }
        }
        return nil
    }

    private func pause(seconds: Int) async {
        try? await Task.sleep(for: .seconds(seconds))
    }

    /// How it ends with a document.
    private enum Ending {
        case read(ProjectDocument, request: Data, ProjectReading)
        case several([JobEntry])
        case fault(JobFault)
        /// It has to be tried again.
        case later
    }

    private func keep(_ ending: Ending, of task: JobTask) throws(ProjectError) {
        let now = DocumentRoutes.now
        switch ending {
        case .read(let document, let request, let reading):
            try project.finish(task, as: document, request: request, reading: reading)
            if settings.project == nil { try project.keepLatest(settings.mostKept) }
        case .several(let entries):
            try project.replace(task, by: entries, at: now)
            wake()
        case .fault(let fault): try project.fail(task, by: fault, at: now)
        case .later: return
        }
        losses[task.number] = nil
    }

    private func ending(of task: JobTask) async -> Ending {
        do {
            return try await read(task)
        } catch let error as ServiceError where error.status == .serviceUnavailable {
            if error.code == "no-workers" {
                losses[task.number, default: 0] += 1
                if losses[task.number, default: 0] >= Self.mostLosses {
                    return .fault(JobFault(code: error.code, message: error.message))
                }
            }
            await pause(seconds: 1)
            return .later
        } catch let error as ServiceError {
            return .fault(JobFault(code: error.code, message: error.message))
        } catch {
            logger.error("\(error)")
            return .fault(JobFault(code: "fault", message: "a fault of the service"))
        }
    }

    private nonisolated func read(_ task: JobTask) async throws -> Ending {
        var submission = try Submission(json: task.request)
        if let address = submission.address {
            guard let fetcher else { throw ServiceError.noFetch }
            try await submission.take(fetcher.page(at: address))
        }
        let id = UUID().uuidString.lowercased()
        let line = submission.line(id: id)
        switch try await reading.found(
            in: line, id: id, name: submission.title, maySplit: task.mayBeSeveral)
        {
        case .document(let outcome):
            return .read(
                outcome.document(id: id, name: submission.title), request: line, outcome.reading)
        case .parts(let entries):
            guard !entries.isEmpty else {
                return .fault(JobFault(code: "bad-document", message: "there is nothing in it"))
            }
            return .several(entries)
        }
    }
}
