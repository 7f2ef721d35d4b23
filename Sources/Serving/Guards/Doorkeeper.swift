internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Whom a request may come from: no page of another site, no name that only leads here, nobody without the token
/// where one is needed.
struct Doorkeeper: RouterMiddleware {
    typealias Context = ServiceContext

    let settings: ServiceSettings

    func handle(
        _ request: Request, context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        try checkName(request)
        if ![.get, .head, .options].contains(request.method) {
            try checkOrigin(request)
            try checkToken(request)
        }
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; frame-ancestors 'none'"
        }
        return response
    }

    /// A page whose name is made to lead to loopback may not read what is there.
    private func checkName(_ request: Request) throws(ServiceError) {
        let authority = request.head.authority ?? ""
        guard authority.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !authority.contains("@"),
            !authority.contains("/"), !authority.contains("\""), !authority.contains("<")
        else { throw .badRequest("the name of the host makes no sense") }
        guard settings.isLoopback || !settings.names.isEmpty else { return }
        let name = Self.name(of: authority)
        guard
            ServiceSettings.isLoopback(name) || name == settings.host
                || settings.names.contains(name)
        else {
            throw ServiceError(
                .misdirectedRequest, "wrong-host",
                "the service is not called \"\(name)\"; --name \(name) would allow it")
        }
    }

    /// The name without its port.
    private static func name(of authority: String) -> String {
        if authority.hasPrefix("[") {
            return authority.dropFirst().prefix { $0 != "]" }.lowercased()
        }
        return authority.prefix { $0 != ":" }.lowercased()
    }

    /// A browser says where a request comes from; other programs need not.
    private func checkOrigin(_ request: Request) throws(ServiceError) {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name],
            site != "same-origin", site != "none"
        {
            throw Self.foreign
        }
        if let origin = request.headers[.origin] {
            let host = origin.split(separator: "/", maxSplits: 2).last.map(String.init) ?? ""
            let own = settings.address.map { $0.split(separator: "/").last.map(String.init) ?? "" }
            guard origin.hasPrefix("http"), host == request.head.authority || host == own else {
                throw Self.foreign
            }
        }
    }

    private static let foreign = ServiceError(
        .forbidden, "cross-site", "a page of another site may not change anything here")

    private func checkToken(_ request: Request) throws(ServiceError) {
        guard let token = settings.token else { return }
        let given = Array((request.headers[.authorization] ?? "").utf8)
        let wanted = Array("Bearer \(token)".utf8)
        // As long for a token that is wrong at its end as for any other.
        var difference = given.count ^ wanted.count
        for index in wanted.indices {
            difference |= Int(wanted[index] ^ (given.indices.contains(index) ? given[index] : 0))
        }
        guard difference == 0 else {
            var error = ServiceError(
                .unauthorized, "token", "to change anything send \"Authorization: Bearer TOKEN\"")
            error.headers[.wwwAuthenticate] = "Bearer"
            throw error
        }
    }
}
