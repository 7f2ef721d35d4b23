internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Projects

/// `/documents`: texts and files in, maps out.
struct DocumentRoutes: Sendable {
    let project: Project
    let reading: DocumentReading
    let settings: ServiceSettings
    /// Nil where nothing may be got from the network.
    let fetcher: PageFetcher?
    let jobs: JobRoutes

    func add(to table: RouteTable) {
        table.on("/documents", .get) { request, _ in try list(request) }
        table.on("/documents", .post) { request, _ in try await add(request) }
        table.on("/documents/:id", .get) { request, id in
            _ = try RequestQuery(request, knowing: [])
            return .data(try found(try project.result(of: id)), type: "application/json")
        }
        table.on("/documents/:id", .delete) { _, id in
            guard try project.remove(id) else { throw Self.none }
            return Response(status: .noContent)
        }
        table.on("/documents/:id/decisions", .get) { _, id in
            .data(Data(try found(try project.decisions(on: id)).utf8), type: "application/x-ndjson")
        }
        table.on("/documents/:id/decisions", .put) { request, id in
            try await decide(request, on: id)
        }
        table.on("/documents/:id/history", .get) { _, id in
            let events = try project.history(of: id)
            guard !events.isEmpty else { throw Self.none }
            return .json(events)
        }
        table.on("/documents/:id/map", .get) { request, id in
            try await map(of: id, as: MapFormat(accepting: request.headers[.accept]), request)
        }
        for format in MapFormat.all {
            table.on("/documents/:id/map.\(format.suffix)", .get) { request, id in
                try await map(of: id, as: format, request)
            }
        }
    }

    private static let none = ServiceError.notFound("document of this id")

    private func found<Value>(_ value: Value?) throws(ServiceError) -> Value {
        guard let value else { throw Self.none }
        return value
    }

    private struct List: Encodable {
        var documents: [ProjectDocument]
        /// The address of the ones before.
        var next: String?
    }

    private func list(_ request: Request) throws -> Response {
        let query = try RequestQuery(request, knowing: ["limit", "before"])
        let limit = try query.number("limit", in: 1...1_000, else: 100)
        var documents = try project.documents(before: try query.value("before"), limit: limit + 1)
        var list = List(documents: documents)
        if documents.count > limit {
            documents.removeLast()
            list.documents = documents
            list.next = documents.last.map { "/documents?limit=\(limit)&before=\($0.id)" }
        }
        return .json(list)
    }

    private func add(_ request: Request) async throws -> Response {
        let body = try await request.data(upTo: settings.largestBody, within: settings.patience)
        var submission = try Submission(request, body: body)
        if Self.prefersJob(request) {
            var response = try await jobs.keep(
                JobSubmission(submission, fetches: settings.fetches))
            if let name = HTTPField.Name("Preference-Applied") {
                response.headers[name] = "respond-async"
            }
            return response
        }
        if let address = submission.address {
            guard let fetcher else { throw ServiceError.noFetch }
            try await submission.take(fetcher.page(at: address))
        }
        let id = UUID().uuidString.lowercased()
        let line = submission.line(id: id)
        let outcome = try await reading.outcome(
            of: line, id: id, name: submission.title, decisions: "")
        try project.add(
            outcome.document(id: id, name: submission.title), request: line,
            reading: outcome.reading)
        if settings.project == nil { try project.keepLatest(settings.mostKept) }
        var response = Response.data(
            outcome.reading.result, type: "application/json", status: .created)
        response.headers[.location] = "/documents/\(id)"
        return response
    }

    /// Whether a client would rather ask again than wait (RFC 7240).
    private static func prefersJob(_ request: Request) -> Bool {
        guard let name = HTTPField.Name("Prefer") else { return false }
        return request.headers[values: name].joined(separator: ",").split(separator: ",")
            .contains { $0.trimmingCharacters(in: .whitespaces).lowercased() == "respond-async" }
    }

    /// The time, as ISO 8601 in UTC.
    static var now: String { Date.now.formatted(.iso8601) }

    private func map(of id: String, as format: MapFormat, _ request: Request) async throws
        -> Response
    {
        _ = try RequestQuery(request, knowing: [])
        if format == .json {
            return .data(try found(try project.result(of: id)), type: format.mediaType)
        }
        let line = try found(try project.request(of: id))
        let decisions = try found(try project.decisions(on: id))
        let data =
            format == .geoJSON
            ? try await reading.geoJSON(of: line, decisions: decisions)
            : try await reading.file(
                of: line, decisions: decisions, format: format.suffix,
                saves: "/documents/\(id)/decisions")
        var response = Response.data(data, type: format.mediaType)
        response.headers[.vary] = "Accept"
        if format == .html {
            // The page itself says what it may do.
            response.headers[.contentSecurityPolicy] = "frame-ancestors 'self'"
        }
        return response
    }

    private func decide(_ request: Request, on id: String) async throws -> Response {
        let body = try await request.data(upTo: 1 << 20, within: settings.patience)
        guard let lines = String(validating: body, as: UTF8.self) else {
            throw ServiceError.badRequest("decisions are UTF-8: JSON, one a line")
        }
        let line = try found(try project.request(of: id))
        var document = try found(try project.document(id))
        if let wanted = request.headers[.ifMatch], wanted != "\"\(document.revision)\"" {
            throw ServiceError(
                .preconditionFailed, "conflict", "\(ProjectError.conflict)")
        }
        let outcome = try await reading.outcome(
            of: line, id: id, name: document.name, decisions: lines)
        let features = outcome.reading.features
        document.places = features.count { $0.collection == .places }
        document.routes = features.count { $0.collection == .routes }
        try project.decide(lines, on: document, reading: outcome.reading, at: Self.now)
        var response = Response.data(outcome.reading.result, type: "application/json")
        response.headers[.eTag] = "\"\(document.revision + 1)\""
        return response
    }
}
