import Foundation
import Gazetteers
import Geodesy
import Testing

@Suite("Building a gazetteer from tables")
struct GazetteerBuilderTests {
    @Test("the same tables give the same bytes, and the places are found")
    func deterministic() throws {
        let folder = try SmallTables()
        let first = try folder.build("a.sqlite")
        let second = try folder.build("b.sqlite")
        for suffix in ["", ".index"] {
            let bytes = [first, second].map {
                try? Data(contentsOf: URL(fileURLWithPath: $0.path + suffix))
            }
            #expect(bytes[0] != nil && bytes[0] == bytes[1])
        }
        let gazetteer = try Gazetteer(at: first)
        #expect(gazetteer.metadata.places == 4)
        #expect(gazetteer.metadata.sources.map(\.key) == ["towns", "own"])
        #expect(gazetteer.metadata.sources.map(\.rows) == [2, 2])
        let match = try #require(gazetteer.matches(for: "Amirabad").first)
        #expect(match.place.id.rawValue == "gn:13157242")
        #expect(match.place.distanceToSea == Distance(kilometres: 1.9))
        #expect(match.place.basin == 1)
        #expect(gazetteer.matches(for: "Bandar Amirabad").count == 1)
        let town = try #require(gazetteer.matches(for: "Behshahr").first?.place)
        #expect(town.nearestPort?.rawValue == "gn:13157242")
        let port = try #require(town.nearestPortDistance)
        // Behshahr 36.69235 53.55262 to the port, 36.85185 53.3654: 24.4 km on the ellipsoid.
        #expect(abs(port.kilometres - 24.4) < 0.3)
    }

    @Test("names keep their kinds, and dangerous ones are marked")
    func names() throws {
        let folder = try SmallTables()
        let gazetteer = try Gazetteer(at: folder.build("a.sqlite"))
        let caspian = try #require(gazetteer.matches(for: "Caspian").first)
        #expect(caspian.kind == .alternate && caspian.place.kind == .sea)
        let code = try #require(gazetteer.matches(for: "BSM").first)
        #expect(code.kind == .code && code.isDangerous)
        let word = try #require(gazetteer.matches(for: "Reading").first)
        #expect(word.isDangerous)
        let demonym = try #require(gazetteer.matches(for: "Behshahri").first)
        #expect(demonym.kind == .demonym && !demonym.isDangerous)
    }

    @Test("shapes are read back to 0.0001 degree")
    func shapes() throws {
        let folder = try SmallTables()
        let gazetteer = try Gazetteer(at: folder.build("a.sqlite"))
        let areas = try #require(gazetteer.shape(of: PlaceID(rawValue: "px:sea/caspian")))
        #expect(areas.count == 1)
        #expect(areas[0].outer.map(\.longitude) == [50, 51.5, 51.5])
        #expect(areas[0].outer.map(\.latitude) == [40, 40, 41.25])
        #expect(gazetteer.shape(of: PlaceID(rawValue: "gn:13157242")) == nil)
    }

    @Test(
        "a faulty table is named with its line",
        arguments: [
            ("gn:1\tNowhere\tcity\t95\t10", "position out of range"),
            ("gn:1\tNowhere\tcity\t\t10", "no position"),
            ("gn:1\tNowhere\tcity\tnorth\t10", "not a number"),
            ("gn:1\tNowhere\thamlet\t5\t10", "no kind of place"),
            ("gn:1\t\tcity\t5\t10", "no name"),
        ])
    func faultyRow(row: String, complaint: String) throws {
        let folder = try SmallTables()
        try folder.write("own.tsv", "id\tname\tkind\tlat\tlon\n" + row + "\n")
        let error = #expect(throws: GazetteerError.self) { _ = try folder.build("a.sqlite") }
        guard case .badRow(let file, let line, let what) = error else {
            Issue.record("the build accepted \(row)")
            return
        }
        #expect(file == "own.tsv" && line == 2 && what.contains(complaint))
        #expect(!FileManager.default.fileExists(atPath: folder.url("a.sqlite").path))
    }

    @Test("a missing folder is told so")
    func missingFolder() {
        #expect(throws: GazetteerError.self) {
            try GazetteerBuilder().build(
                from: URL(fileURLWithPath: "/nonexistent"),
                to: URL(fileURLWithPath: "/nonexistent/x"))
        }
    }
}
