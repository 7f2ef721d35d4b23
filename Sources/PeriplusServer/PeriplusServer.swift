internal import ArgumentParser
internal import Foundation
internal import Gazetteers
internal import Logging
internal import Periplus
internal import Serving

/// `periplus serve`: the program over HTTP.
@main
struct PeriplusServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "periplus serve",
        abstract: "Answer over HTTP: a page, a JSON API, OGC API Features for QGIS.",
        discussion: """
            GET / is a page where a text or a file becomes a map; /openapi.json describes the API; QGIS and GDAL \
            open /ogc. It listens at loopback, where only programs on this machine reach it. With another --listen \
            whoever changes something has to send a token: that of PERIPLUS_TOKEN, or one that is made up and told \
            at the start. Put a server with TLS before it.
            """,
        version: RouteMapper.version)

    @Option(help: ArgumentHelp("Where to listen.", valueName: "host:port"))
    var listen = "127.0.0.1:8080"

    @Option(
        help: ArgumentHelp(
            "Keep documents and corrections in this file, an SQLite database, made where it is missing.",
            discussion: "Without it they are gone with the service.", valueName: "file"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "A name that the service is called by; may be repeated.", valueName: "host"))
    var name: [String] = []

    @Option(
        help: ArgumentHelp(
            "The address others reach it at, behind a server before it.", valueName: "url"))
    var address: String?

    @Flag(
        help:
            "Get documents from the network when somebody names an address; none of private networks."
    )
    var fetch = false

    @Option(
        help: ArgumentHelp(
            "A host of a private network that --fetch asks all the same; may be repeated.",
            valueName: "host[:port]"))
    var fetchFrom: [String] = []

    @Option(help: ArgumentHelp("Documents read at a time; else one a processor.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The work a document may take, in seconds of a processor.", valueName: "seconds"))
    var limit: Double = 60

    @Option(help: ArgumentHelp("The memory a document may take.", valueName: "megabytes"))
    var memory = 2_000

    @Option(help: ArgumentHelp("The largest request.", valueName: "megabytes"))
    var largest = 20

    @Option(help: ArgumentHelp("Requests that may wait to be read.", valueName: "n"))
    var waiting = 256

    @Option(help: ArgumentHelp("Connections at a time.", valueName: "n"))
    var connections = 1_024

    @Option(
        help: ArgumentHelp(
            "The gazetteer; else PERIPLUS_GAZETTEER, else the program's own.", valueName: "path"))
    var gazetteer: String?

    @Flag(help: "No notes on standard error.")
    var quiet = false

    func validate() throws {
        _ = try place()
        guard limit > 0, limit.isFinite, memory > 0, (1...1_024).contains(largest), waiting > 0,
            connections > 0, jobs.map({ (1...1_000).contains($0) }) ?? true
        else { throw ValidationError("a limit is out of range") }
        if let address, !address.hasPrefix("https://"), !address.hasPrefix("http://") {
            throw ValidationError("--address takes an address as https://maps.example.org")
        }
    }

    private func place() throws -> (host: String, port: Int) {
        let text = listen.contains(":") || Int(listen) == nil ? listen : "127.0.0.1:\(listen)"
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw ValidationError("--listen takes HOST:PORT as 127.0.0.1:8080") }
        let host = text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        guard !host.isEmpty else {
            throw ValidationError("--listen takes HOST:PORT; 0.0.0.0 is every address")
        }
        return (host, port)
    }

    func run() async throws {
        // A client that has gone is seen by what is written to it.
        signal(SIGPIPE, SIG_IGN)
        let data = try DataDirectory.located()
        let (host, port) = try place()
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "periplus")
        var settings = ServiceSettings(worker: program, arguments: workerArguments)
        settings.host = host
        settings.port = port
        settings.names = name.map { $0.lowercased() }
        settings.address = address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        settings.project = project
        settings.fetches = fetch
        settings.fetchable = fetchFrom.map { $0.lowercased() }
        settings.largestBody = largest << 20
        settings.mostWaiting = waiting
        settings.mostConnections = connections
        if let jobs { settings.jobsAtOnce = jobs }
        let environment = ProcessInfo.processInfo.environment
        settings.token = environment["PERIPLUS_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        if settings.token == nil, !settings.isLoopback {
            let token = UUID().uuidString.lowercased()
            settings.token = token
            note("whoever changes something needs the token \(token)")
        }
        let path = gazetteer ?? environment["PERIPLUS_GAZETTEER"].flatMap { $0.isEmpty ? nil : $0 }
        let location =
            path.map { GazetteerLocation(database: URL(fileURLWithPath: $0)) }
            ?? data.gazetteerLocation()
        var logger = Logger(label: "periplus")
        logger.logLevel = .error
        do {
            let service = try Service(
                settings: settings, data: data, gazetteer: location, logger: logger)
            let quiet = quiet
            try await service.run { address in
                if !quiet { Self.write("periplus: serving \(address)/") }
            }
        } catch {
            Self.write("periplus: \(String(describing: error).replacing("\n", with: " "))")
            throw ExitCode(69)
        }
    }

    private var workerArguments: [String] {
        var words = ["document-lines", "--limit=\(limit)", "--memory=\(memory)"]
        if let jobs { words.append("--jobs=\(jobs)") }
        if let gazetteer { words.append("--gazetteer=\(gazetteer)") }
        return words
    }

    private func note(_ words: String) {
        if !quiet { Self.write("periplus: \(words)") }
    }

    private static func write(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
