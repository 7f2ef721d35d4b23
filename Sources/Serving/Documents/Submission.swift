internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// A document as a client gives it, read from its request.
struct Submission: Sendable, Codable {
    var text: String?
    var bytes: Data?
    var mediaType: String?
    var name: String?
    var date: String?
    var lang: String?
    var source: String?
    /// Where it is to be got from.
    var address: String?

    /// The members of the JSON that a client may send.
    private enum CodingKeys: String, CodingKey {
        case text, bytes, name, date, lang, source, address
        case mediaType = "media_type"
    }

    /// Reads a request: a JSON object with `text`, `bytes` or `address`, or the bytes of a file.
    ///
    /// - Throws: `ServiceError`, when it is neither.
    init(_ request: Request, body: Data) throws {
        let query = try RequestQuery(request, knowing: ["name", "date", "lang", "source"])
        guard !body.isEmpty else { throw ServiceError.badRequest("the request has no body") }
        let type = Self.mediaType(of: request)
        if type == "application/json" {
            self = try Submission(json: body)
        } else if type == "text/plain", let text = String(validating: body, as: UTF8.self) {
            self.text = text
        } else {
            bytes = body
        }
        name = try name ?? query.value("name")
        date = try date ?? query.value("date")
        lang = try lang ?? query.value("lang")
        source = try source ?? query.value("source")
        try check()
    }

    /// Reads the JSON of a document.
    ///
    /// - Throws: `ServiceError`, when it is none.
    init(json body: Data) throws(ServiceError) {
        do {
            self = try JSONDecoder().decode(Submission.self, from: body)
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            throw ServiceError.badRequest(
                "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is not of the expected type"
            )
        } catch {
            throw ServiceError.badRequest(
                "the body is no JSON object with \"text\", or \"bytes\" in base64")
        }
    }

    /// The type that a request says it is of, without its parameters.
    static func mediaType(of request: Request) -> String? {
        (request.headers[.contentType] ?? "").split(separator: ";").first.map {
            $0.lowercased().trimmingCharacters(in: .whitespaces)
        }
    }

    /// Refuses what is no document, or tells too much of itself.
    func check() throws(ServiceError) {
        guard [text != nil, bytes != nil, address != nil].count(where: { $0 }) == 1 else {
            throw .badRequest("give one of \"text\", \"bytes\" and \"address\"")
        }
        if let text, text.allSatisfy(\.isWhitespace) {
            throw .badRequest("the text is empty")
        }
        for (what, words) in [("name", name), ("source", source), ("lang", lang), ("date", date)] {
            guard let words else { continue }
            guard words.utf8.count <= 2_000 else { throw .badRequest("\"\(what)\" is too long") }
        }
    }

    /// Takes what was got from its address.
    mutating func take(_ page: PageFetcher.Page) {
        bytes = page.bytes
        source = source ?? page.address
    }

    /// What it can be read from again.
    var stored: Data { (try? JSONEncoder().encode(self)) ?? Data("{}".utf8) }

    /// The line of `batch` that reads it.
    func line(id: String) -> Data {
        struct Line: Encodable {
            var id: String
            var text: String?
            var bytes: Data?
            var media_type: String?
            var name: String?
            var date: String?
            var lang: String?
            var source: String?
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            id: id, text: text, bytes: bytes, media_type: mediaType, name: name, date: date,
            lang: lang, source: source)
        return (try? encoder.encode(line)) ?? Data("{}".utf8)
    }

    /// What people call it: its name, else how it begins.
    var title: String {
        if let name { return name }
        guard let text else { return source ?? "Document" }
        let first = text.split(whereSeparator: \.isNewline).first ?? ""
        return first.count > 80 ? first.prefix(79) + "…" : String(first)
    }
}
