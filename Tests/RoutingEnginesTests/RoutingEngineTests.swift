import Foundation
import Geodesy
import Routing
import RoutingEngines
import StubServer
import Testing

/// Both engines against a server on loopback that answers as their documentation says.
@Suite("Routing engines asked over HTTP")
struct RoutingEngineTests {
    /// From Vienna over the Semmering to Graz, roughly; the fractions are those of the stub's answers.
    private let vienna = Coordinate(latitude: 48.208174, longitude: 16.373819)
    private let graz = Coordinate(latitude: 47.070714, longitude: 15.439504)
    private static let positions = [
        [16.374, 48.208], [16.24, 47.81], [15.83, 47.64], [15.09, 47.38], [15.44, 47.07],
    ]
    /// The same positions, latitude first, encoded with six decimals.
    private static let shape = "_gk}zA_nkf^~ihW~udG~_kI~w_X~xzN~hdl@~m|Q_rjT"
    /// By Vincenty's formulae on WGS 84.
    private static let metres = 187_743.0

    private func engine(
        _ interface: String, _ server: StubServer, timeout: Double = 10
    ) throws -> RoutingEngine {
        RoutingEngine(
            at: try EngineAddress(parsing: "\(interface):\(server.address)"), timeout: timeout)
    }

    private func failure(
        _ interface: String, timeout: Double = 10,
        _ answer: @escaping @Sendable (StubServer.Request) -> StubServer.Answer
    ) throws -> RoadRouterError? {
        let server = try StubServer(answer)
        let engine = try engine(interface, server, timeout: timeout)
        return #expect(throws: RoadRouterError.self) {
            try engine.way(from: vienna, to: graz)
        }
    }

    @Test("OSRM: the request, the line, the day of the data")
    func osrm() throws {
        let server = try StubServer { _ in
            .osrm(Self.positions, metres: Self.metres, dataVersion: "2026-05-01T20:21:02Z")
        }
        let way = try engine("osrm", server).way(from: vienna, to: graz)
        #expect(way.line.coordinates.count == 5)
        #expect(way.line.coordinates[1] == Coordinate(latitude: 47.81, longitude: 16.24))
        #expect(way.dataVersion == "2026-05-01")
        #expect(server.requests.count == 1)
        let request = try #require(server.requests.first)
        #expect(request.method == "GET")
        #expect(
            request.path.hasPrefix(
                "/route/v1/driving/16.373819,48.208174;15.439504,47.070714?overview=full&geometries=geojson"
            ))
    }

    @Test("Valhalla: the request, the line, the day of the data")
    func valhalla() throws {
        let server = try StubServer { request in
            request.path == "/status"
                ? .body("{\"version\":\"3.5.1\",\"tileset_last_modified\":1777593600}")
                : .valhalla(Self.shape, kilometres: Self.metres / 1_000)
        }
        let engine = try engine("valhalla", server)
        let way = try engine.way(from: vienna, to: graz)
        #expect(way.line.coordinates.count == 5)
        #expect(way.line.coordinates[3] == Coordinate(latitude: 47.38, longitude: 15.09))
        #expect(way.dataVersion == "2026-05-01")
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.path == "/route")
        let sent =
            try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any]
        #expect(sent?["costing"] as? String == "auto")
        #expect(sent?["units"] as? String == "kilometers")
        let locations = sent?["locations"] as? [[String: Double]]
        #expect(
            locations == [
                ["lat": 48.208174, "lon": 16.373819], ["lat": 47.070714, "lon": 15.439504],
            ])
    }

    @Test("Valhalla without /status: the day stays open")
    func valhallaWithoutStatus() throws {
        let server = try StubServer { request in
            request.path == "/status"
                ? .body("no", status: 404)
                : .valhalla(Self.shape, kilometres: Self.metres / 1_000)
        }
        #expect(try engine("valhalla", server).way(from: vienna, to: graz).dataVersion == nil)
    }

    @Test("an address with a path keeps it")
    func basePath() throws {
        let server = try StubServer { _ in .osrm(Self.positions, metres: Self.metres) }
        let engine = RoutingEngine(
            at: try EngineAddress(parsing: "osrm:\(server.address)/europe/"))
        #expect(try engine.way(from: vienna, to: graz).dataVersion == nil)
        #expect(server.requests.first?.path.hasPrefix("/europe/route/v1/driving/") == true)
    }

    @Test(
        "no road is an answer",
        arguments: [
            ("osrm", StubServer.Answer.osrm(refusal: "NoRoute"), "no road joins the ends"),
            ("osrm", .osrm(refusal: "NoSegment"), "no road lies near an end"),
            ("valhalla", .valhalla(refusal: 442), "no road joins the ends"),
            ("valhalla", .valhalla(refusal: 170), "no road joins the ends"),
            ("valhalla", .valhalla(refusal: 171), "no road lies near an end"),
            (
                "valhalla", .valhalla(refusal: 154),
                "the ends are farther apart than it is set to go"
            ),
        ])
    func noRoad(interface: String, answer: StubServer.Answer, reason: String) throws {
        #expect(try failure(interface) { _ in answer } == .noWay(reason: reason))
    }

    @Test("what cannot be used is no answer", arguments: ["osrm", "valhalla"])
    func unusable(interface: String) throws {
        let answers: [(StubServer.Answer, String)] = [
            (.body("oops", status: 500), "HTTP 500"),
            (.body("<html>hello</html>"), "its answer is not of this interface"),
            (.body(""), "its answer is not of this interface"),
            (.body("{}"), "its answer is not of this interface"),
            (.body("[[[[1]]]]"), "its answer is not of this interface"),
            (
                .body(String(repeating: "[", count: 100_000)),
                "its answer is not of this interface"
            ),
            (
                .redirect(to: "https://roads.example.org/"),
                "it redirects (HTTP 301); give the address it leads to"
            ),
        ]
        for (answer, reason) in answers {
            #expect(try failure(interface) { _ in answer } == .unanswered(reason: reason))
        }
    }

    @Test("an engine's own words are not passed on, its codes are")
    func codes() throws {
        #expect(
            try failure("osrm") { _ in .osrm(refusal: "Invalid\\u001bQuery") }
                == .unanswered(reason: "error InvalidQuery"))
        #expect(
            try failure("valhalla") { _ in .valhalla(refusal: 125) }
                == .unanswered(reason: "error 125"))
    }

    @Test("lines that are none")
    func badLines() throws {
        let answers: [StubServer.Answer] = [
            .osrm([], metres: 1), .osrm([[16.37]], metres: 1), .osrm([[16.37, 4800]], metres: 1),
            .body("{\"code\":\"Ok\",\"routes\":[]}"),
        ]
        for answer in answers {
            guard case .unanswered = try failure("osrm", { _ in answer }) else {
                Issue.record("taken: \(answer)")
                continue
            }
        }
        #expect(
            try failure("valhalla") { _ in .valhalla("_p~iF", kilometres: 1) }
                == .unanswered(reason: "its line cannot be decoded"))
    }

    @Test("miles for kilometres, or a line cut short, are noticed")
    func wrongLength() throws {
        #expect(
            try failure("valhalla") { _ in
                .valhalla(Self.shape, kilometres: Self.metres / 1_609.344)
            } == .unanswered(reason: "its line is not as long as it says"))
    }

    @Test("a way between other places is none: the data end before")
    func otherCountry() throws {
        // An engine that knows the roads of Austria alone, asked for a way to Belgrade.
        let server = try StubServer { _ in .osrm(Self.positions, metres: Self.metres) }
        let error = #expect(throws: RoadRouterError.self) {
            try engine("osrm", server).way(
                from: vienna, to: Coordinate(latitude: 44.8, longitude: 20.47))
        }
        #expect(
            error == .noWay(reason: "the nearest road it knows is 464 km from the end"))
    }

    @Test("silence ends with the time-out")
    func silence() throws {
        #expect(
            try failure("osrm", timeout: 0.2) { _ in .silence(2) }
                == .unanswered(reason: "no answer within 0.2 s"))
    }

    @Test("an answer that breaks off")
    func brokenOff() throws {
        guard case .unanswered = try failure("osrm", { _ in .silence(0) }) else {
            Issue.record("taken for an answer")
            return
        }
    }

    @Test("an answer without end is not read to its end")
    func huge() throws {
        #expect(
            try failure("osrm") { _ in .spaces(65 << 20) }
                == .unanswered(reason: "its answer has more than 64 MiB"))
    }

    @Test("where nothing listens, it is asked three times and no more; all ways say the same")
    func refused() throws {
        let engine = RoutingEngine(
            at: try EngineAddress(parsing: "valhalla:\(try StubServer.deadAddress())"))
        for offset in 0..<20 {
            let error = #expect(throws: RoadRouterError.self) {
                try engine.way(
                    from: vienna,
                    to: Coordinate(latitude: 47 + Double(offset) / 100, longitude: 15))
            }
            #expect(error == .unanswered(reason: "nothing answers there"))
        }
        #expect(engine.tally.ways == 20)
        #expect(engine.tally.unanswered == 20)
        #expect(engine.tally.firstFailure == "nothing answers there")
    }

    @Test("an engine that keeps silent is not waited for again and again")
    func givesUp() throws {
        let server = try StubServer { _ in .silence(1) }
        let engine = try engine("osrm", server, timeout: 0.1)
        for offset in 0..<10 {
            #expect(throws: RoadRouterError.self) {
                try engine.way(
                    from: vienna,
                    to: Coordinate(latitude: 47 + Double(offset) / 100, longitude: 15))
            }
        }
        // The server may hear of a request after the client has given up on it.
        #expect(server.requests.count <= 3)
    }

    @Test("an engine that is there again is asked again, for the ways that it left unanswered too")
    func comesBack() throws {
        let server = try StubServer { request in
            request.path.contains("16.373819")
                ? .osrm(Self.positions, metres: Self.metres) : .silence(1)
        }
        let engine = RoutingEngine(
            at: try EngineAddress(parsing: "osrm:\(server.address)"), timeout: 0.1,
            pause: .milliseconds(200))
        for offset in 0..<5 {
            #expect(throws: RoadRouterError.self) {
                try engine.way(
                    from: Coordinate(latitude: 47 + Double(offset) / 100, longitude: 15), to: graz)
            }
        }
        // Left alone: the way that it knows is not asked for.
        let before = server.requests.count
        #expect(throws: RoadRouterError.self) { try engine.way(from: vienna, to: graz) }
        #expect(server.requests.count == before)
        Thread.sleep(forTimeInterval: 0.25)
        #expect(try engine.way(from: vienna, to: graz).line.coordinates.count == 5)
        // And once it answered, every way is asked for.
        #expect(throws: RoadRouterError.self) {
            try engine.way(from: Coordinate(latitude: 47, longitude: 15), to: graz)
        }
        #expect(server.requests.last?.path.contains("15.0") == true)
    }

    @Test("the same way is asked for once, by many tasks too")
    func once() async throws {
        let server = try StubServer { _ in
            .osrm(Self.positions, metres: Self.metres).delayed(by: 0.05)
        }
        let engine = try engine("osrm", server)
        let ways = try await withThrowingTaskGroup(of: RoadWay.self) { group in
            for _ in 0..<32 {
                group.addTask { try engine.way(from: vienna, to: graz) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(ways).count == 1)
        #expect(ways.count == 32)
        #expect(server.requests.count == 1)
        #expect(engine.tally.ways == 1)
        // The way back is another one.
        #expect(throws: RoadRouterError.self) { try engine.way(from: graz, to: vienna) }
        #expect(server.requests.count == 2)
        #expect(engine.tally.refused == 1 && engine.tally.unanswered == 0)
    }
}
