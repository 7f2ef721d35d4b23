internal import HTTPTypes
internal import Hummingbird
internal import Metrics

/// Counts requests and how long they take.
struct RequestMetrics: RouterMiddleware {
    typealias Context = ServiceContext

    func handle(
        _ request: Request, context: ServiceContext,
        next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        // What a client may make up is no label.
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .options]
        let labels = [
            ("method", known.contains(request.method) ? request.method.rawValue : "other"),
            ("route", context.endpointPath ?? "none"),
        ]
        Counter(
            label: "periplus_requests_total",
            dimensions: labels + [("status", "\(response.status.code)")]
        ).increment()
        Timer(label: "periplus_request_seconds", dimensions: labels)
            .record(duration: start.duration(to: .now))
        return response
    }
}
