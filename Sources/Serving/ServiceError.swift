internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// What is answered instead of what was asked for: `{"error": {"code", "message"}}`.
struct ServiceError: Error, HTTPResponseError {
    let status: HTTPResponse.Status
    /// A short word that programs can compare.
    let code: String
    /// One sentence for people.
    let message: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    static func badRequest(_ message: String) -> ServiceError {
        ServiceError(.badRequest, "bad-request", message)
    }

    static func notFound(_ what: String) -> ServiceError {
        ServiceError(.notFound, "not-found", "there is no \(what)")
    }

    /// An address was given to a service that asks nobody.
    static let noFetch = ServiceError(
        .forbidden, "no-fetch",
        "this service gets nothing from the network; --fetch would allow it")

    /// More is waiting than may; the client may come again.
    static var busy: ServiceError {
        var error = ServiceError(
            .serviceUnavailable, "busy", "too much is waiting; try again in a moment")
        error.headers[.retryAfter] = "2"
        return error
    }

    private struct Body: Encodable {
        struct Fault: Encodable {
            var code: String
            var message: String
        }

        var error: Fault
    }

    var response: Response {
        var response = Response.json(
            Body(error: .init(code: code, message: message)), status: status)
        response.headers.append(contentsOf: headers)
        return response
    }

    func response(from request: Request, context: some RequestContext) -> Response { response }
}

extension Response {
    /// A value as JSON with sorted keys.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // All that is encoded here are words and finite figures.
        return .data((try? encoder.encode(value)) ?? Data("null".utf8), type: type, status: status)
    }

    /// Bytes of a media type.
    static func data(
        _ data: Data, type: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
