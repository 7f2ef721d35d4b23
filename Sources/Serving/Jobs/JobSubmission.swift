internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Projects

/// Many documents as a client gives them, read from its request: what becomes a job.
struct JobSubmission: Sendable {
    var name: String
    var entries: [JobEntry]

    /// The most documents that a request may name.
    static let mostDocuments = 100_000

    /// A job of one document, or of one file that may hold several.
    init(_ submission: Submission, fetches: Bool) throws(ServiceError) {
        try Self.check(submission, fetches: fetches)
        name = submission.title
        entries = [Self.entry(submission)]
    }

    /// Reads a request: JSON with `documents`, JSON lines, or the bytes of a file.
    ///
    /// - Throws: `ServiceError`, when it is none of these.
    init(_ request: Request, body: Data, fetches: Bool) throws {
        switch Submission.mediaType(of: request) {
        case "application/json":
            let name = try RequestQuery(request, knowing: ["name"]).value("name")
            try self.init(list: body, name: name, fetches: fetches)
        case "application/x-ndjson", "application/jsonl", "application/json-lines":
            let name = try RequestQuery(request, knowing: ["name"]).value("name")
            try self.init(lines: body, name: name, fetches: fetches)
        default:
            try self.init(Submission(request, body: body), fetches: fetches)
        }
    }

    private struct List: Decodable {
        var name: String?
        var documents: [Submission]
    }

    private init(list body: Data, name: String?, fetches: Bool) throws(ServiceError) {
        let list: List
        do {
            list = try JSONDecoder().decode(List.self, from: body)
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            let path = context.codingPath.map { key in
                key.intValue.map { "[\($0)]" } ?? "\(key.stringValue)"
            }
            throw .badRequest(
                "\"\(path.joined(separator: "."))\" is not of the expected type")
        } catch {
            throw .badRequest("the body is no JSON object with \"documents\"")
        }
        try Self.check(count: list.documents.count)
        for (index, document) in list.documents.enumerated() {
            do throws(ServiceError) {
                try Self.check(document, fetches: fetches)
            } catch {
                throw ServiceError(
                    error.status, error.code, "documents[\(index)]: \(error.message)")
            }
        }
        entries = list.documents.map(Self.entry)
        self.name = list.name ?? name ?? Self.title(list.documents.count)
        try Self.check(name: self.name)
    }

    /// A line that is no document is told of in the job, as `batch` does.
    private init(lines body: Data, name: String?, fetches: Bool) throws(ServiceError) {
        let lines = body.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
        try Self.check(count: lines.count)
        entries = lines.enumerated().map { index, line in
            do {
                let submission = try Submission(json: Data(line))
                try Self.check(submission, fetches: fetches)
                return Self.entry(submission)
            } catch {
                let fault = error as? ServiceError
                return JobEntry(
                    name: "line \(index + 1)",
                    content: .fault(
                        JobFault(
                            code: fault?.code ?? "bad-request",
                            message: fault?.message ?? "the line is no document")))
            }
        }
        self.name = name ?? Self.title(lines.count)
        try Self.check(name: self.name)
    }

    private static func check(name: String) throws(ServiceError) {
        guard name.utf8.count <= 2_000 else { throw .badRequest("\"name\" is too long") }
    }

    private static func title(_ count: Int) -> String {
        count == 1 ? "1 document" : "\(count) documents"
    }

    private static func check(count: Int) throws(ServiceError) {
        guard count > 0 else { throw .badRequest("there is no document") }
        guard count <= mostDocuments else {
            throw ServiceError(
                .contentTooLarge, "too-large",
                "no more than \(mostDocuments) documents are taken at once")
        }
    }

    private static func check(_ submission: Submission, fetches: Bool) throws(ServiceError) {
        try submission.check()
        if submission.address != nil, !fetches { throw .noFetch }
    }

    private static func entry(_ submission: Submission) -> JobEntry {
        JobEntry(
            name: submission.title, content: .request(submission.stored),
            mayBeSeveral: submission.text == nil)
    }
}
