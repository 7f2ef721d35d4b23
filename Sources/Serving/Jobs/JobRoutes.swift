internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Projects

/// `/jobs`: long work, asked for at once and done one document after another.
struct JobRoutes: Sendable {
    let project: Project
    let runner: JobRunner
    let settings: ServiceSettings

    func add(to table: RouteTable) {
        table.on("/jobs", .get) { request, _ in
            let query = try RequestQuery(request, knowing: ["limit"])
            let limit = try query.number("limit", in: 1...1_000, else: 100)
            return .json(List(jobs: try project.jobs(limit: limit).map(JobAnswer.init)))
        }
        table.on("/jobs", .post) { request, _ in
            let body = try await request.data(
                upTo: settings.largestBody, within: settings.patience)
            return try await keep(
                JobSubmission(request, body: body, fetches: settings.fetches))
        }
        table.on("/jobs/:id", .get) { request, id in try job(id, request) }
        table.on("/jobs/:id", .delete) { _, id in try dismiss(id) }
    }

    private struct List: Encodable {
        var jobs: [JobAnswer]
    }

    private static let none = ServiceError.notFound("job of this id")

    /// Keeps a job, and answers that it will be done.
    ///
    /// - Throws: `ServiceError` where too many are not at their end.
    func keep(_ submission: JobSubmission) async throws -> Response {
        guard try project.unfinishedJobCount() < settings.mostJobs else { throw ServiceError.busy }
        let id = UUID().uuidString.lowercased()
        try project.addJob(
            id, name: submission.name, entries: submission.entries, at: DocumentRoutes.now)
        try project.keepLatestJobs(settings.mostJobsKept)
        await runner.wake()
        guard let job = try project.job(id) else { throw Self.none }
        var response = Response.json(JobAnswer(job), status: .accepted)
        response.headers[.location] = "/jobs/\(id)"
        response.headers[.retryAfter] = "1"
        return response
    }

    private func job(_ id: String, _ request: Request) throws -> Response {
        let query = try RequestQuery(request, knowing: ["limit", "after"])
        let limit = try query.number("limit", in: 1...1_000, else: 100)
        let after = Int64(try query.number("after", in: 0...(1 << 53) - 1, else: 0))
        guard let job = try project.job(id) else { throw Self.none }
        var documents = try project.documents(ofJob: id, after: after, limit: limit + 1)
        var answer = JobAnswer(job)
        if documents.count > limit {
            documents.removeLast()
            answer.next = documents.last.map { "/jobs/\(id)?limit=\(limit)&after=\($0.number)" }
        }
        answer.documents = documents.map(JobAnswer.Entry.init)
        return .json(answer)
    }

    private func dismiss(_ id: String) throws -> Response {
        guard try project.dismissJob(id, at: DocumentRoutes.now) else { throw Self.none }
        // One that was at its end is forgotten.
        guard let job = try project.job(id) else { return Response(status: .noContent) }
        return .json(JobAnswer(job))
    }
}
