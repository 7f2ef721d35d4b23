internal import Foundation
public import Gazetteers
internal import Hummingbird
public import Logging
internal import Metrics
internal import NIOCore
public import Periplus
internal import Projects
internal import ServiceLifecycle
internal import UnixSignals

/// The service: `periplus` over HTTP.
public struct Service: Sendable {
    private let settings: ServiceSettings
    private let project: Project
    private let workers: DocumentWorkers
    private let geography: Geography
    private let logger: Logger
    /// A project of its own, which goes with it.
    private let scratch: URL?

    /// Opens what the service works with, and starts the workers; `run` serves.
    ///
    /// - Throws: what opening the gazetteer or the project throws, or starting the workers.
    public init(
        settings: ServiceSettings, data: DataDirectory, gazetteer: GazetteerLocation, logger: Logger
    ) throws {
        self.settings = settings
        self.logger = logger
        workers = DocumentWorkers(
            program: settings.worker.program, arguments: settings.worker.arguments,
            mostWaiting: settings.mostWaiting)
        geography = try Geography(
            data: data, gazetteer: gazetteer, mostWaiting: settings.mostWaiting)
        if let path = settings.project {
            scratch = nil
            project = try Project(at: path)
        } else {
            let folder = FileManager.default.temporaryDirectory.appending(
                path: "periplus-project-\(UUID().uuidString)")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            scratch = folder
            project = try Project(at: folder.appending(path: "project").path, isLasting: false)
        }
        try workers.start()
        geography.prepare()
    }

    /// Serves until SIGTERM or SIGINT, then finishes what is at work.
    ///
    /// - Parameter onStart: called with the address once requests are taken.
    /// - Throws: when the address cannot be listened at.
    public func run(onStart: @escaping @Sendable (String) -> Void) async throws {
        defer {
            workers.stop()
            project.close()
            if let scratch { try? FileManager.default.removeItem(at: scratch) }
        }
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        let settings = settings
        let runner = JobRunner(
            project: project, reading: DocumentReading(workers: workers), fetcher: fetcher,
            settings: settings, logger: logger)
        let application = Application(
            router: router(metrics, runner),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(settings.patience)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10,
                        maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(settings.mostConnections, logger: logger)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
                onStart("http://\(host):\(port)")
            }, logger: logger)
        var group = ServiceGroupConfiguration(
            services: [runner, application], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(settings.grace)
        try await ServiceGroup(configuration: group).run()
    }

    private var fetcher: PageFetcher? {
        settings.fetches
            ? PageFetcher(allowed: settings.fetchable, largest: settings.largestBody) : nil
    }

    private func router(
        _ metrics: PrometheusMetrics, _ runner: JobRunner
    ) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestMetrics())
        router.add(middleware: ErrorAnswers())
        router.add(middleware: Doorkeeper(settings: settings))
        router.add(middleware: ErrorAnswers())
        let table = RouteTable(router: router)
        ServiceRoutes(workers: workers, metrics: metrics, settings: settings).add(to: table)
        let jobs = JobRoutes(project: project, runner: runner, settings: settings)
        jobs.add(to: table)
        DocumentRoutes(
            project: project, reading: DocumentReading(workers: workers), settings: settings,
            fetcher: fetcher, jobs: jobs
        ).add(to: table)
        GeographyRoutes(geography: geography).add(to: table)
        FeatureRoutes(project: project, settings: settings).add(to: table)
        table.finish()
        return router
    }
}
