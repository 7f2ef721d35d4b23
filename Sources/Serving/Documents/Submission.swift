internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// A document as a client gives it, read from its request.
struct Submission: Sendable {
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
    private struct Members: Decodable {
        var text: String?
        var bytes: Data?
        var mediaType: String?
        var name: String?
        var date: String?
        var lang: String?
        var source: String?
        var address: String?

        private enum CodingKeys: String, CodingKey {
            case text, bytes, name, date, lang, source, address
            case mediaType = "media_type"
        }
    }

    /// Reads a request: a JSON object with `text`, `bytes` or `address`, or the bytes of a file.
    ///
    /// - Throws: `ServiceError`, when it is neither.
    init(_ request: Request, body: Data) throws {
        let query = try RequestQuery(request, knowing: ["name", "date", "lang", "source"])
        name = try query.value("name")
        date = try query.value("date")
        lang = try query.value("lang")
        source = try query.value("source")
        guard !body.isEmpty else { throw ServiceError.badRequest("the request has no body") }
        let type = (request.headers[.contentType] ?? "").split(separator: ";").first.map {
            $0.lowercased().trimmingCharacters(in: .whitespaces)
        }
        if type == "application/json" {
            try read(body)
        } else if type == "text/plain", let text = String(validating: body, as: UTF8.self) {
            self.text = text
        } else {
            bytes = body
        }
        try check()
    }

    private mutating func read(_ body: Data) throws {
        let members: Members
        do {
            members = try JSONDecoder().decode(Members.self, from: body)
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            throw ServiceError.badRequest(
                "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is not of the expected type"
            )
        } catch {
            throw ServiceError.badRequest(
                "the body is no JSON object with \"text\", or \"bytes\" in base64")
        }
        let given = [members.text != nil, members.bytes != nil, members.address != nil]
        guard given.count(where: { $0 }) == 1 else {
            throw ServiceError.badRequest("give one of \"text\", \"bytes\" and \"address\"")
        }
        text = members.text
        bytes = members.bytes
        address = members.address
        mediaType = members.mediaType
        name = members.name ?? name
        date = members.date ?? date
        lang = members.lang ?? lang
        source = members.source ?? source
    }

    private func check() throws(ServiceError) {
        if let text, text.allSatisfy(\.isWhitespace) {
            throw .badRequest("the text is empty")
        }
        for (what, words) in [("name", name), ("source", source), ("lang", lang), ("date", date)] {
            guard let words else { continue }
            guard words.utf8.count <= 2_000 else { throw .badRequest("\"\(what)\" is too long") }
        }
    }

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
