internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The addresses there are and what answers them; any other method on one is told which there are.
final class RouteTable {
    typealias Handler = @Sendable (Request, String) async throws -> Response

    private let router: Router<ServiceContext>
    private var methods: [String: [HTTPRequest.Method]] = [:]

    init(router: Router<ServiceContext>) {
        self.router = router
    }

    /// Answers a method at a path; the handler is given what stands for `:id` in it.
    func on(_ path: String, _ method: HTTPRequest.Method, _ handler: @escaping Handler) {
        methods[path, default: []].append(method)
        router.on(RouterPath(path), method: method) { request, context in
            var id = ""
            if path.contains(":id") {
                guard let given = context.parameters.get("id"),
                    let decoded = RequestQuery.decoded(given[...])
                else { throw ServiceError.badRequest("the address makes no sense") }
                id = decoded
            }
            return try await handler(request, id)
        }
    }

    /// Refuses all other methods.
    func finish() {
        let all: [HTTPRequest.Method] =
            [.get, .post, .put, .delete, .patch, .options, .trace, .connect]
            + [HTTPRequest.Method("QUERY")].compactMap { $0 }
        for (path, known) in methods {
            var names = known.map(\.rawValue)
            if known.contains(.get) { names.append("HEAD") }
            let allowed = names.sorted().joined(separator: ", ")
            for method in all where !known.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    var error = ServiceError(
                        .methodNotAllowed, "method-not-allowed", "here there are \(allowed)")
                    error.headers[.allow] = allowed
                    throw error
                }
            }
        }
    }
}

/// What goes along with a request.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: Source) {
        coreContext = .init(source: source)
    }
}

extension Request {
    /// The body, no more of it and no longer than is allowed.
    ///
    /// - Throws: `ServiceError`.
    func data(upTo limit: Int, within seconds: Int) async throws -> Data {
        let tooLarge = ServiceError(
            .contentTooLarge, "too-large", "no more than \(limit) bytes are taken")
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw tooLarge
        }
        let body = body
        return try await withThrowingTaskGroup(of: Data.self) { group in
            group.addTask {
                var data = Data()
                do {
                    for try await buffer in body {
                        guard data.count + buffer.readableBytes <= limit else { throw tooLarge }
                        buffer.withUnsafeReadableBytes { data.append(contentsOf: $0) }
                    }
                } catch let error as ServiceError {
                    throw error
                } catch {
                    // Broken off, or in pieces that are none.
                    throw ServiceError.badRequest("the body of the request cannot be read")
                }
                return data
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw ServiceError(
                    .requestTimeout, "too-slow", "the request took more than \(seconds) s")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? Data()
        }
    }
}
