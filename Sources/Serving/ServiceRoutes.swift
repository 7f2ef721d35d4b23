internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Metrics
internal import Periplus

/// The first page, the description of the API, whether it works, and how much it does.
struct ServiceRoutes: Sendable {
    let workers: DocumentWorkers
    let metrics: PrometheusMetrics
    let settings: ServiceSettings

    func add(to table: RouteTable) {
        file("/", PackageResources.start_html, "text/html; charset=utf-8", to: table)
        file("/start.css", PackageResources.start_css, "text/css; charset=utf-8", to: table)
        file("/start.js", PackageResources.start_js, "text/javascript; charset=utf-8", to: table)
        file("/jobs.js", PackageResources.jobs_js, "text/javascript; charset=utf-8", to: table)
        let description = String(decoding: PackageResources.openapi_json, as: UTF8.self)
            .replacing("$VERSION", with: RouteMapper.version)
        let type = "application/vnd.oai.openapi+json;version=3.0"
        table.on("/openapi.json", .get) { _, _ in .data(Data(description.utf8), type: type) }
        table.on("/health", .get) { _, _ in
            .json(
                Health(
                    status: "ok", version: RouteMapper.version, waiting: workers.waitingCount,
                    fetches: settings.fetches))
        }
        table.on("/metrics", .get) { _, _ in
            Gauge(label: "periplus_documents_waiting").record(workers.waitingCount)
            return .data(
                Data(metrics.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private struct Health: Encodable {
        var status: String
        var version: String
        var waiting: Int
        var fetches: Bool
    }

    private func file(_ path: String, _ bytes: [UInt8], _ type: String, to table: RouteTable) {
        let data = Data(bytes)
        table.on(path, .get) { _, _ in
            var response = Response.data(data, type: type)
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            return response
        }
    }
}
