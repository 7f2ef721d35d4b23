import Documents
import Foundation
import Geodesy
import Geoparsing
import Movements
import Periplus
import RouteMaps
import Testing

/// The sample page of `Data/Samples`, saved with all that stands around an article.
@Suite("A saved page, from its article to measured routes")
struct SavedPageTests {
    static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/Samples/corridor.html")

    static func reading() throws -> MapReading {
        let mapper = try SharedMapper.mapper()
        return MapReading(try mapper.map(mapper.reader.document(at: file)))
    }

    @Test("The day is the page's own, the title the article's")
    func document() throws {
        let document = try Self.reading().map.document
        #expect(document.date.map { "\($0.day)" } == "2024-04-18")
        #expect(document.title == "Trains and ferries: a container's way across the Caspian")
    }

    @Test(
        "No place of the navigation, the cookie note, the related links or the foot is on the map")
    func furniture() throws {
        let placed = try Self.reading().map.toponyms.filter { $0.coordinate != nil }
        let names = Set(placed.map(\.mention.text))
        for name in [
            "Rotterdam", "Singapore", "Houston", "Dublin", "Luxembourg", "Valencia", "Andermatt",
            "Oakland", "PORT OF SPAIN", "Port of Spain", "Wellington",
        ] {
            #expect(!names.contains(name), "\(name)")
        }
        #expect(names.contains("Aktau") && names.contains("Poti"))
    }

    /// The stretches of the way with their mode, then what is planned and what is denied.
    ///
    /// No reader gets every one right: most must be, and those that are not are named.
    @Test("Most stretches of the way are routes of their own mode, and what is not done says so")
    func stretches() throws {
        let reading = try Self.reading()
        let modes: [(String, String, TransportMode)] = [
            ("Xi'an", "Aktau", .rail), ("Aktau", "Baku", .sea), ("Baku", "Poti", .rail),
            ("Poti", "Constanta", .sea), ("Frankfurt", "Almaty", .air),
        ]
        var missed = modes.filter {
            reading.route(from: $0.0, to: $0.1)?.movement.mode != $0.2
        }.map { "\($0.0) > \($0.1) \($0.2)" }
        let states: [(String, Movement.Status)] = [("Iran", .planned), ("Turkmenbashi", .negated)]
        missed += states.filter {
            reading.route(from: "Aktau", to: $0.0)?.movement.status != $0.1
        }.map { "Aktau > \($0.0) \($0.1)" }
        #expect(missed.count <= 1, "\(missed) not among \(reading.routeTexts)")
    }

    @Test("The ferry's leg is drawn around the Absheron peninsula, longer than the straight line")
    func ferry() throws {
        let leg = try #require(Self.reading().route(from: "Aktau", to: "Baku")?.legs.first)
        let drawn = try #require(leg.drawn)
        // The geodesic is 380 km; ships round the cape off Baku.
        #expect((390...480).contains(drawn.kilometres))
        #expect(!leg.isSchematic)
    }
}
