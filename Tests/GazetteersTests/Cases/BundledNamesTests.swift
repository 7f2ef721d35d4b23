import Foundation
import Gazetteers
import Geodesy
import Testing

/// The gazetteer that `Scripts/test` builds, or the one that PERIPLUS_GAZETTEER names.
enum BundledGazetteer {
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["PERIPLUS_GAZETTEER"], !path.isEmpty {
            return URL(fileURLWithPath: path)
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(".build/periplus/gazetteer.sqlite")
    }()

    static let isBuilt = FileManager.default.fileExists(atPath: url.path)
    /// Whether a missing gazetteer is a failure; set by `Scripts/test`.
    static let isRequired = ProcessInfo.processInfo.environment["PERIPLUS_REQUIRE_TOOLS"] == "1"
}

@Suite(
    "The bundled gazetteer",
    .enabled(if: BundledGazetteer.isBuilt || BundledGazetteer.isRequired, "built by Scripts/test"))
struct BundledNamesTests {
    /// A row of `names.tsv`.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var isFirst: Bool
        var kind: PlaceKind
        var position: Coordinate
        var tolerance: Double
        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("names.tsv")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.compactMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard !line.hasPrefix("#"), fields.count == 7,
                let kind = PlaceKind(rawValue: fields[2]),
                let latitude = Double(fields[3]), let longitude = Double(fields[4]),
                let tolerance = Double(fields[5])
            else { return nil }
            return Case(
                name: fields[0], isFirst: fields[1] == "first", kind: kind,
                position: Coordinate(latitude: latitude, longitude: longitude), tolerance: tolerance
            )
        }
    }()

    @Test("all rows of names.tsv are read")
    func complete() {
        #expect(Self.cases.count >= 80)
    }

    @Test("a name finds its place", arguments: cases)
    func finds(_ expected: Case) throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let matches = gazetteer.matches(for: expected.name)
        let candidates = expected.isFirst ? Array(matches.prefix(1)) : matches
        let found = candidates.contains { match in
            match.place.kind == expected.kind
                && Ellipsoid.wgs84.distance(from: match.place.coordinate, to: expected.position)
                    .kilometres <= expected.tolerance
        }
        let seen = matches.prefix(3).map {
            "\($0.place.id) \($0.place.kind) \($0.place.coordinate)"
        }
        #expect(found, "\(expected.name): \(seen)")
    }

    @Test("Casablanca and the towns called White House do not stand for the White House")
    func dangerousAliases() throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let casablanca = try #require(
            gazetteer.matches(for: "White House").first { $0.place.name == "Casablanca" })
        #expect(casablanca.isDangerous)
        for name in ["Of", "The", "March", "Said", "IN"] {
            for match in gazetteer.matches(for: name) where match.kind != .abbreviation {
                #expect(match.isDangerous, "\(name): \(match.place.id)")
            }
        }
    }

    @Test(
        "short abbreviations count only as they are written",
        arguments: [("Me.", false), ("me", true), ("U.S.", false), ("us", true), ("Miss", true)])
    func abbreviations(name: String, isDangerous: Bool) throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let match = try #require(
            gazetteer.matches(for: name).first { $0.kind == .abbreviation })
        #expect(match.isDangerous == isDangerous)
    }

    @Test(
        "an ocean and a great region are meant by their short names",
        arguments: ["Pacific", "Midwest"])
    func greatAreas(name: String) throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let first = try #require(gazetteer.matches(for: name).first)
        #expect(!first.isDangerous && first.place.kind.isAreal)
    }

    @Test("Caspian ports lie in the Caspian basin, others in the ocean")
    func basins() throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let expected = [
            "gn:13157242": 1, "un:RUMCX": 1, "gn:532096": 1, "gn:587084": 1,  // Baku
            "gn:2643743": 0, "gn:3117735": 0, "gn:4887398": 11,  // London, Madrid, Chicago
        ]
        for (id, basin) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(gazetteer.place(PlaceID(rawValue: id))?.basin == basin, "\(id)")
        }
        let behshahr = try #require(gazetteer.place(PlaceID(geonameID: 140_918)))
        #expect(try #require(behshahr.nearestPortDistance).kilometres < 25)
        #expect(try #require(behshahr.distanceToSea).kilometres < 25)
    }

    @Test("the Caspian's area holds its middle and not Tehran")
    func shapes() throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        let caspian = try #require(gazetteer.matches(for: "Caspian Sea").first?.place)
        let areas = try #require(gazetteer.shape(of: caspian.id))
        let outer = try #require(areas.first?.outer)
        let longitudes = outer.map(\.longitude)
        let latitudes = outer.map(\.latitude)
        // Natural Earth: 46.71 to 54.02 E, 36.61 to 47.11 N.
        #expect(abs((longitudes.min() ?? 0) - 46.71) < 0.1)
        #expect(abs((longitudes.max() ?? 0) - 54.02) < 0.1)
        #expect(abs((latitudes.min() ?? 0) - 36.61) < 0.1)
        #expect(abs((latitudes.max() ?? 0) - 47.11) < 0.1)
        #expect(gazetteer.shape(of: PlaceID(geonameID: 130_758)) != nil)
    }

    @Test("a misspelling and a beginning find the place", arguments: ["Makhachkla", "Mahachkala"])
    func misspelt(name: String) throws {
        let gazetteer = try Gazetteer(at: BundledGazetteer.url)
        var query = GazetteerQuery(name: name)
        query.matching = .fuzzy
        query.kinds = [.city]
        #expect(gazetteer.search(query).first?.place.id.geonameID == 532_096)
        query.name = "Makhachk"
        query.matching = .prefix
        #expect(gazetteer.search(query).first?.place.id.geonameID == 532_096)
    }
}
