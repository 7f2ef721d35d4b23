import Foundation
import StubServer
import Testing

/// `--router`, run as a process against a server on loopback.
@Suite("A router of the user's own")
struct RouterTests {
    private let scratch: Scratch
    private let text = "The convoy drove by road from Vienna to Graz on Monday."

    init() throws {
        scratch = try Scratch()
    }

    /// A server with OSRM's interface that knows one way: between the ends asked for, by a detour.
    private func osrm() throws -> StubServer {
        try StubServer { request in
            let figures = request.path.split { !"-.0123456789".contains($0) }.dropFirst()
                .compactMap { Double($0) }
            guard figures.count >= 4 else { return .osrm(refusal: "InvalidUrl") }
            // About 188 km from Vienna to Graz, 47.0 to 48.3 N 15.0 to 16.5 E.
            let positions = [
                [figures[0], figures[1]], [16.24, 47.81], [15.83, 47.64], [15.09, 47.38],
                [figures[2], figures[3]],
            ]
            return .osrm(positions, metres: 188_000, dataVersion: "2026-05-01T20:21:02Z")
        }
    }

    private func run(
        _ arguments: [String], router: String, input: String? = nil
    ) throws -> PeriplusProcess {
        try PeriplusProcess(
            arguments + ["--router", router], input: input.map { Data($0.utf8) },
            // A proxy of the environment must not be asked for what runs on this machine.
            environment: ["http_proxy": "http://127.0.0.1:9"])
    }

    @Test("routes of a text: the length along the roads, and whose roads they are")
    func routes() throws {
        let server = try osrm()
        let file = try scratch.file("a.txt", text)
        let run = try run(["routes", file], router: "osrm:\(server.address)")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("188 km") || run.output.contains("187 km"), "\(run.output)")
        #expect(run.output.contains("roads by OSRM at \(server.host), data of 2026-05-01"))
        #expect(server.requests.count == 1)
    }

    @Test("files carry the line, the engine and OpenStreetMap's notice")
    func files() throws {
        let server = try osrm()
        let file = try scratch.file("a.txt", text)
        let names = ["a.geojson", "a.kml", "a.gpx", "a.html", "a.csv"]
        let outputs = names.flatMap { ["-o", scratch.url($0).path] }
        let run = try run(["map", file] + outputs, router: "osrm:\(server.address)")
        #expect(run.status == 0, "\(run.errors)")
        for name in names {
            let written = try String(contentsOf: scratch.url(name), encoding: .utf8)
            #expect(written.contains("OSRM at \(server.host)"), "\(name)")
            #expect(written.contains("OpenStreetMap"), "\(name)")
        }
        let geojson = try String(contentsOf: scratch.url("a.geojson"), encoding: .utf8)
        #expect(geojson.contains("© OpenStreetMap contributors, ODbL 1.0"))
        #expect(geojson.contains("[15.09,47.38]"))
    }

    @Test("without the option nothing is asked and no notice is given")
    func withoutOption() throws {
        let file = try scratch.file("a.txt", text)
        let run = try PeriplusProcess(["map", file, "-o", scratch.url("a.geojson").path])
        #expect(run.status == 0, "\(run.errors)")
        let written = try String(contentsOf: scratch.url("a.geojson"), encoding: .utf8)
        #expect(!written.contains("OpenStreetMap"))
        #expect(written.contains("road: schematic"))
    }

    @Test("where nothing listens: one line, the legs as without a router, and 69 with --strict")
    func refused() throws {
        let address = try StubServer.deadAddress()
        let file = try scratch.file(
            "a.txt", text + " Trucks carried shells from Graz to Zagreb by road.")
        let plain = try PeriplusProcess(["routes", file])
        let lenient = try run(["routes", file], router: "valhalla:\(address)")
        #expect(lenient.status == 0)
        #expect(lenient.output == plain.output)
        #expect(lenient.errorLines.count == 1, "\(lenient.errors)")
        #expect(lenient.errors.contains("did not answer as it should for 2 of 2 legs"))
        #expect(lenient.errors.contains("nothing answers there"))
        let strict = try run(["routes", "--strict", file], router: "valhalla:\(address)")
        #expect(strict.status == 69)
        #expect(strict.errorLines.count == 1, "\(strict.errors)")
        let quiet = try run(["routes", "--quiet", file], router: "valhalla:\(address)")
        #expect(quiet.errors.isEmpty)
    }

    @Test("silence ends with --router-timeout")
    func silence() throws {
        let server = try StubServer { _ in .silence(5) }
        let run = try run(
            ["route", "48.2,16.37", "47.07,15.44", "--mode", "road", "--router-timeout", "0.3"],
            router: "osrm:\(server.address)")
        #expect(run.status == 0)
        #expect(run.errors.contains("no answer within 0.3 s"), "\(run.errors)")
    }

    @Test("that there is no road is no failure: a note with the reason, strict or not")
    func noRoad() throws {
        let server = try StubServer { _ in .osrm(refusal: "NoRoute") }
        let run = try run(
            ["route", "48.2,16.37", "47.07,15.44", "--mode", "road", "--strict", "--json"],
            router: "osrm:\(server.address)")
        #expect(run.status == 0)
        #expect(run.errorLines.count == 1)
        #expect(
            run.errors.contains("knows no way for 1 of 1 legs by road (no road joins the ends)"))
        #expect(run.output.contains("OSRM at \(server.host): no road joins the ends"))
    }

    @Test("distances over land; a pair given twice is asked for once")
    func pairs() throws {
        let server = try osrm()
        let pair = "48.2,16.37\t47.07,15.44\n"
        let run = try run(
            ["distance", "--mode", "land", "--pairs", "-"], router: "osrm:\(server.address)",
            input: pair + pair)
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(lines.count == 2 && lines[0] == lines[1])
        #expect(run.output.contains("\"km\":18"), "\(run.output)")
        #expect(!run.output.contains("km_range"))
        #expect(server.requests.count == 1)
    }

    @Test("batch tells of a router that fails, once, and gives every line")
    func batch() throws {
        let server = try StubServer { _ in .body("<html>", status: 502) }
        let lines = (0..<5).map { "{\"id\":\"\($0)\",\"text\":\"\(text)\"}\n" }.joined()
        let run = try run(["batch"], router: "osrm:\(server.address)", input: lines)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 5)
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.contains("HTTP 502"))
        #expect(run.output.contains("OSRM at \(server.host): HTTP 502"))
        let strict = try self.run(
            ["batch", "--strict"], router: "osrm:\(server.address)", input: lines)
        #expect(strict.status == 69)
        #expect(strict.output == run.output)
    }

    @Test(
        "wrong use is told in one line that shows no password",
        arguments: [
            ["route", "48,16", "47,15", "--mode", "road", "--router", "osrm:ftp://ann:secret@h"],
            ["route", "48,16", "47,15", "--mode", "road", "--router", "graphhopper:http://h"],
            ["route", "48,16", "47,15", "--mode", "rail", "--router", "osrm:http://h"],
            [
                "route", "48,16", "47,15", "--mode", "road", "--router", "osrm:http://h",
                "--router-timeout", "0",
            ],
        ])
    func wrongUse(arguments: [String]) throws {
        let run = try PeriplusProcess(arguments)
        #expect(run.status == 64)
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.contains("--router"))
        #expect(!run.errors.contains("secret"))
    }
}
