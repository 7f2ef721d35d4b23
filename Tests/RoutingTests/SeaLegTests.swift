import Foundation
import Geodesy
import Routing
import Testing

/// Legs by sea, against published distances and against the laws of shortest courses.
@Suite("Legs by sea")
struct SeaLegTests {
    private let planner: LegPlanner

    init() throws {
        planner = try SeaPlanner.planner()
    }

    /// A row of sea-legs.txt.
    struct Case: Sendable, CustomTestStringConvertible {
        let from: Coordinate
        let to: Coordinate
        let nauticalMiles: Double
        let percent: Double
        let passages: [String]
        let testDescription: String

        static func all(_ name: String = "sea-legs") throws -> [Case] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Cases/\(name).txt")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let fields = line.split(separator: " ", maxSplits: 4).map(String.init)
                    let passages = fields.count > 4 ? fields[4] : ""
                    return Case(
                        from: try Coordinate(parsing: fields[0]),
                        to: try Coordinate(parsing: fields[1]),
                        nauticalMiles: try #require(Double(fields[2])),
                        percent: try #require(Double(fields[3])),
                        passages: passages.split(separator: ",").map {
                            $0.trimmingCharacters(in: .whitespaces)
                        },
                        testDescription: String(line))
                }
        }
    }

    @Test("published distances", arguments: try Case.all())
    func published(_ expected: Case) throws {
        let leg = try planner.plan(from: expected.from, to: expected.to, mode: .sea)
        let sailing = try #require(leg.sailing).nauticalMiles
        let off = 100 * abs(sailing - expected.nauticalMiles) / expected.nauticalMiles
        #expect(off <= expected.percent, "\(sailing) nmi by \(leg.passages)")
        for passage in expected.passages where !passage.isEmpty {
            if passage.hasPrefix("~") {
                #expect(!leg.passages.contains(String(passage.dropFirst())))
            } else {
                #expect(leg.passages.contains(passage), "\(leg.passages)")
            }
        }
    }

    @Test("rivers, by the kilometre posts on their banks", arguments: try Case.all("river-legs"))
    func rivers(_ expected: Case) throws {
        let leg = try planner.plan(from: expected.from, to: expected.to, mode: .river)
        let sailing = try #require(leg.sailing).kilometres
        let off = 100 * abs(sailing - expected.nauticalMiles) / expected.nauticalMiles
        #expect(off <= expected.percent, "\(sailing) km by \(leg.passages)")
        for passage in expected.passages { #expect(leg.passages.contains(passage)) }
        #expect(leg.method.hasPrefix("river"))
    }

    @Test("what ice closes for most of the year is told, and no line leads over the pack")
    func ice() throws {
        func plan(_ start: (Double, Double), _ end: (Double, Double)) throws -> PlannedLeg {
            try planner.plan(
                from: Coordinate(latitude: start.0, longitude: start.1),
                to: Coordinate(latitude: end.0, longitude: end.1), mode: .sea)
        }
        let words = "with ice for much of the year"
        let ushuaia = (-54.81, -68.30)
        #expect(try plan((70.32, -148.5), (64.5, -165.42)).method.contains(words))
        // Halley Bay in the Weddell Sea
        #expect(try plan(ushuaia, (-75.3, -26.7)).method.contains(words))
        let fremantle = try plan(ushuaia, (-32.05, 115.74))
        #expect(!fremantle.method.contains(words))
        #expect(fremantle.line.coordinates.allSatisfy { $0.latitude > -60.2 })
        // Seattle - Oslo does not go over the pole.
        #expect(try plan((47.6, -122.34), (59.9, 10.73)).passages.contains("Panama Canal"))
    }

    /// Ports on every ocean, in the same order on every run.
    private static let ports = [
        "36.85,53.36", "51.95,4.05", "31.27,32.32", "1.27,103.83", "35.45,139.65",
    ].compactMap { try? Coordinate(parsing: $0) }

    @Test("the way back is as long, and none is shorter than the geodesic")
    func symmetry() throws {
        #expect(Self.ports.count == 5)
        for (index, from) in Self.ports.enumerated() {
            for to in Self.ports[(index + 1)...] {
                guard let there = try? planner.plan(from: from, to: to, mode: .sea) else {
                    continue
                }
                let back = try planner.plan(from: to, to: from, mode: .sea)
                let (one, two) = (try #require(there.drawn), try #require(back.drawn))
                #expect(abs(one.kilometres - two.kilometres) < 0.001 * one.kilometres)
                #expect(one.metres >= there.geodesic.metres - 1)
            }
        }
    }

    @Test("a detour by a third port is never shorter")
    func triangle() throws {
        // Straight on the water, so that gaps to the shore do not count.
        let waters = ["38,-30", "10,60", "20,-150", "55,5"]
            .compactMap { try? Coordinate(parsing: $0) }
        func length(_ from: Coordinate, _ to: Coordinate) throws -> Double {
            try #require(planner.plan(from: from, to: to, mode: .sea).drawn).kilometres
        }
        for a in waters {
            for b in waters where b != a {
                for c in waters where c != a && c != b {
                    // A thousandth for the sphere the graph is searched on.
                    let direct = try length(a, c)
                    #expect(direct <= (try length(a, b) + length(b, c)) * 1.001)
                }
            }
        }
    }

    @Test("the same leg on every run")
    func determinism() throws {
        let first = try planner.plan(from: Self.ports[1], to: Self.ports[3], mode: .sea)
        let second = try LegPlanner(graph: SeaPlanner.graph)
            .plan(from: Self.ports[1], to: Self.ports[3], mode: .sea)
        #expect(first == second)
    }

    @Test("Suez is avoided around the Cape, and a canal is passed when it is named")
    func constraints() throws {
        let gulf = Coordinate(latitude: 27.133, longitude: 56.317)
        let levant = Coordinate(latitude: 35.52, longitude: 35.77)
        let short = try planner.plan(from: gulf, to: levant, mode: .sea)
        let long = try planner.plan(
            from: gulf, to: levant, mode: .sea,
            constraints: LegConstraints(avoiding: ["Suez Canal"]))
        #expect(short.passages.contains("Suez Canal"))
        #expect(long.passages.contains("Cape of Good Hope"))
        #expect(try #require(long.drawn).kilometres > 3 * (try #require(short.drawn).kilometres))
        let kiel = try planner.plan(
            from: Coordinate(latitude: 51.95, longitude: 4.05),
            to: Coordinate(latitude: 54.5, longitude: 18.6), mode: .sea,
            constraints: LegConstraints(through: [.passage("Kiel Canal")]))
        #expect(kiel.passages.contains("Kiel Canal"))
    }

    @Test("the Northern Sea Route only on request")
    func northernSeaRoute() throws {
        let murmansk = Coordinate(latitude: 68.975, longitude: 33.05)
        let vladivostok = Coordinate(latitude: 43.1, longitude: 131.9)
        let usual = try planner.plan(from: murmansk, to: vladivostok, mode: .sea)
        let arctic = try planner.plan(
            from: murmansk, to: vladivostok, mode: .sea,
            constraints: LegConstraints(opening: ["Northern Sea Route"]))
        #expect(usual.passages.contains("Suez Canal"))
        #expect(arctic.passages.contains("Northern Sea Route"))
        #expect(
            try #require(arctic.drawn).kilometres * 1.7 < (try #require(usual.drawn).kilometres))
    }

    @Test("what no ship reaches says how far the sea is")
    func inland() throws {
        let kabul = Coordinate(latitude: 34.53, longitude: 69.17)
        let error = #expect(throws: RoutingError.self) {
            try planner.plan(
                from: kabul, to: Coordinate(latitude: 0, longitude: 60), mode: .sea)
        }
        #expect(error?.sentence(start: "Kabul", end: nil).contains("km from the sea") ?? false)
    }

    @Test(
        "an unknown passage is told, with a few of the nearest names",
        arguments: [
            ("Suez Cannal", "Suez Canal"), ("Straight of Hormus", "Strait of Hormuz"),
            ("Bab el Mandib", "Bab el-Mandeb"),
        ])
    func unknownPassage(asked: String, meant: String) throws {
        let error = #expect(throws: RoutingError.self) {
            try planner.plan(
                from: Self.ports[1], to: Self.ports[3], mode: .sea,
                constraints: LegConstraints(avoiding: [asked]))
        }
        let message = error?.description ?? ""
        #expect(message.contains(meant) && message.count < 160, "\(message)")
    }

    @Test(
        "a passage by another spelling of its name",
        arguments: ["oresund", "Öresund", "The ØRESUND"])
    func otherSpelling(name: String) throws {
        let copenhagen = Coordinate(latitude: 55.70, longitude: 12.61)
        let gothenburg = Coordinate(latitude: 57.69, longitude: 11.90)
        let usual = try planner.plan(from: copenhagen, to: gothenburg, mode: .sea)
        let other = try planner.plan(
            from: copenhagen, to: gothenburg, mode: .sea,
            constraints: LegConstraints(avoiding: [name]))
        #expect(usual.passages == ["Øresund"])
        #expect(other.passages == ["Great Belt"])
    }
}
