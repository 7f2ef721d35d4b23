import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps
import Routing
import Testing

/// Passages that the words of a movement take or keep away from.
@Suite("Passages that a text states")
struct StatedPassagesTests {
    private static let graph = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/Routing/sea.graph")

    private static let words = ShippingWords(
        cargoes: ["crude": .oil], ships: ["supertanker": 4],
        avoiding: ["avoiding", "instead of", "bypassing"], rounding: ["around", "rounding"],
        passages: [
            "around the cape": "Cape of Good Hope", "around africa": "Cape of Good Hope",
            "arctic sea route": "Northern Sea Route", "off the horn": "Cape Horn",
        ], offing: ["off", "off the port of"])

    /// Positions of the World Port Index, rounded.
    private static func port(_ name: String, _ latitude: Double, _ longitude: Double) -> Place {
        Place(
            id: PlaceID(rawValue: "px:port/\(name)"), name: name, kind: .port,
            coordinate: Coordinate(latitude: latitude, longitude: longitude))
    }

    private static let ports = [
        port("Mumbai", 18.95, 72.85), port("Rotterdam", 51.92, 4.48),
        port("Yokohama", 35.45, 139.65), port("Valparaiso", -33.03, -71.62),
    ]

    /// The leg between the first two ports that a sentence names.
    private static func leg(_ sentence: String, day: String? = nil) throws -> Leg {
        let found = ports.compactMap { port in
            sentence.range(of: port.name).map { (port, $0.lowerBound.utf16Offset(in: sentence)) }
        }.sorted { $0.1 < $1.1 }
        let mentions = found.map { port, offset in
            Mention(utf8Range: offset..<(offset + port.name.utf8.count), text: port.name)
        }
        let decisions = found.map { port, _ in
            Decision(
                choice: .resolved(
                    Candidate(
                        match: NameMatch(place: port, name: port.name, kind: .primary, quality: 1),
                        score: Score(), confidence: 1), runnersUp: []))
        }
        let vehicle = sentence.range(of: "supertanker").map {
            $0.lowerBound.utf16Offset(in: sentence)..<$0.upperBound.utf16Offset(in: sentence)
        }
        let movement = Movement(
            origin: 0, destination: 1, mode: .sea, vehicle: vehicle,
            evidence: [0..<sentence.utf8.count], rule: "test", confidence: 1)
        let assembler = RouteMapAssembler(
            planner: try LegPlanner(graph: graph), gazetteer: Gazetteer(records: []),
            producer: Producer(version: "0", gazetteer: "0", model: "0", graph: "0"),
            shippingWords: words)
        let map = assembler.map(
            of: Document(text: sentence, date: day.flatMap { CalendarDate($0) }),
            mentions: mentions, decisions: decisions, movements: [movement])
        return try #require(map.routes.first?.legs.first)
    }

    @Test(
        "Around, avoiding, instead of",
        arguments: [
            (
                "The ship went from Mumbai to Rotterdam around the Cape instead of through the Suez Canal.",
                "Cape of Good Hope", "Suez Canal"
            ),
            ("From Mumbai to Rotterdam, avoiding the Red Sea.", "Cape of Good Hope", "Suez Canal"),
            (
                "Avoiding the Bab el-Mandeb, it sailed from Mumbai to Rotterdam.",
                "Cape of Good Hope", "Suez Canal"
            ),
            ("It sailed around Africa from Mumbai to Rotterdam.", "Cape of Good Hope", "Red Sea"),
            (
                "From Yokohama to Rotterdam by the Arctic sea route.", "Northern Sea Route",
                "Suez Canal"
            ),
            ("From Valparaiso to Rotterdam around Cape Horn.", "Cape Horn", "Panama Canal"),
            (
                "She left Valparaiso, met ice off the Horn and came to Rotterdam.", "Cape Horn",
                "Panama Canal"
            ),
            (
                "It went from Mumbai to Rotterdam, off the Horn of Africa with an escort.",
                "Suez Canal", "Cape Horn"
            ),
            ("From Mumbai to Rotterdam.", "Suez Canal", "Cape of Good Hope"),
            (
                "From Mumbai to Rotterdam by Suez. Others are avoiding the Red Sea.", "Suez Canal",
                "Nowhere"
            ),
        ])
    func passages(sentence: String, taken: String, left: String) throws {
        let evidence = sentence.contains("Others") ? String(sentence.prefix(34)) : sentence
        let leg = try Self.leg(evidence)
        #expect(leg.passages.contains(taken), "\(leg.passages)")
        #expect(!leg.passages.contains(left), "\(leg.passages)")
    }

    @Test("Canals of the day of the text, for ships that fit")
    func dayAndShip() throws {
        let old = try Self.leg("From Valparaiso to Rotterdam.", day: "1900-05-01")
        #expect(!old.passages.contains("Panama Canal"))
        #expect(old.method.contains("Panama Canal was not open on 1900-05-01"))
        let large = try Self.leg("A supertanker went from Valparaiso to Rotterdam.")
        #expect(!large.passages.contains("Panama Canal"))
        #expect(large.method.contains("too large for the Panama Canal"))
    }

    @Test(
        "Off a port is in the water before it",
        arguments: [
            ("The tanker sailed from Mumbai and anchored off Rotterdam.", "ends 12 nmi off"),
            ("She went from off the port of Mumbai to Yokohama.", "begins 12 nmi off"),
        ])
    func offing(_ sentence: String, _ words: String) throws {
        #expect(try Self.leg(sentence).method.contains(words))
        let plain = try Self.leg(sentence.replacing("off ", with: ""))
        #expect(!plain.method.contains("nmi off"))
    }
}
