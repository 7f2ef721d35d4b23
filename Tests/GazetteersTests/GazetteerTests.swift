import Gazetteers
import Geodesy
import Testing

@Suite("A small gazetteer in memory")
struct GazetteerTests {
    static let amirabadPort = GazetteerRecord(
        Place(
            id: PlaceID(rawValue: "gn:13157242"), name: "Amirabad Port", kind: .port, country: "IR",
            coordinate: Coordinate(latitude: 36.85185, longitude: 53.3654), rank: 3),
        names: [.init("Bandar-e Amirabad"), .init("IRAMD", kind: .code)])
    static let amirabadTown = GazetteerRecord(
        Place(
            id: PlaceID(geonameID: 8_224_628), name: "Amirabad", kind: .city, country: "PK",
            coordinate: Coordinate(latitude: 34.18729, longitude: 73.09078), population: 3_000,
            rank: 3))
    static let makhachkala = GazetteerRecord(
        Place(
            id: PlaceID(geonameID: 532_096), name: "Makhachkala", kind: .city, country: "RU",
            admin1: "RU.17", coordinate: Coordinate(latitude: 42.97782, longitude: 47.50027),
            population: 596_356, rank: 6, basin: 1),
        names: [
            .init("Махачкала"), .init("محج قلعه"), .init("Makhatchkala"), .init("MCX", kind: .code),
        ])
    static let gazetteer = Gazetteer(
        records: [amirabadPort, amirabadTown, makhachkala],
        generics: GenericWords([
            .init("port", leads: false, kinds: [.port]),
            .init("bandar e", leads: true, kinds: [.port]),
        ]))

    @Test(
        "a name in any spelling and script finds its place",
        arguments: [
            "Makhachkala", "MAKHACHKALA", "Махачкала", "محج\u{200C}قلعه", "Makhatchkala",
        ])
    func findsMakhachkala(name: String) throws {
        let match = try #require(Self.gazetteer.matches(for: name).first)
        #expect(match.place.id.geonameID == 532_096)
        #expect(match.place.admin1 == "RU.17")
        #expect(match.place.basin == 1)
        #expect(abs(match.place.coordinate.latitude - 42.97782) < 1e-6)
    }

    @Test("the exact name comes before the one that lost a generic word")
    func stripsGenericWords() {
        let matches = Self.gazetteer.matches(for: "Amirabad")
        #expect(matches.map(\.place.id.rawValue) == ["gn:8224628", "gn:13157242"])
        #expect(matches[0].quality == NameMatch.Quality.exact)
        #expect(matches[1].quality == NameMatch.Quality.stripped)
    }

    @Test("the spelling as stored is worth more than a folded one")
    func qualities() throws {
        #expect(Self.gazetteer.matches(for: "Makhachkala").first?.quality == 1)
        #expect(
            Self.gazetteer.matches(for: "makhachkala").first?.quality == NameMatch.Quality.folded)
    }

    @Test(
        "unknown, empty and punctuation-only names find nothing", arguments: ["", "...", "Nowhere"])
    func findsNothing(name: String) {
        #expect(Self.gazetteer.matches(for: name).isEmpty)
    }

    @Test("a run of tokens tells names and beginnings apart")
    func scans() {
        var run = Self.gazetteer.run()
        let first = run.append(foldedToken: Array("bandar".utf8))
        #expect(!first.isName && first.beginsName)
        let second = run.append(foldedToken: Array("e".utf8))
        #expect(!second.isName && second.beginsName)
        let third = run.append(foldedToken: Array("amirabad".utf8))
        #expect(third.isName)
        #expect(Self.gazetteer.test(foldedUTF8: "amirabad port".utf8).isName)
        #expect(!Self.gazetteer.test(foldedUTF8: "amirabad road".utf8).isName)
    }

    @Test("places are found around a position, nearest first, also across the antimeridian")
    func around() {
        let near = Coordinate(latitude: 36.8, longitude: 53.4)
        #expect(
            Self.gazetteer.places(near: near, within: Distance(kilometres: 20)).map(\.name)
                == ["Amirabad Port"])
        #expect(
            Self.gazetteer.places(near: near, within: Distance(kilometres: 2_500)).map(\.kind)
                == [.port, .city, .city].prefix(3).map { $0 })
        let fiji = Gazetteer(records: [
            GazetteerRecord(
                Place(
                    id: PlaceID(rawValue: "px:west"), name: "West", kind: .island,
                    coordinate: Coordinate(latitude: -17, longitude: 179.9))),
            GazetteerRecord(
                Place(
                    id: PlaceID(rawValue: "px:east"), name: "East", kind: .island,
                    coordinate: Coordinate(latitude: -17, longitude: -179.9))),
        ])
        let line = Coordinate(latitude: -17, longitude: -179.95)
        #expect(
            fiji.places(near: line, within: Distance(kilometres: 60)).map(\.name) == [
                "East", "West",
            ])
    }

    @Test("a place is found by its identifier, with its names")
    func byIdentifier() throws {
        let id = PlaceID(rawValue: "gn:13157242")
        #expect(id.geonameID == 13_157_242)
        #expect(Self.gazetteer.place(id)?.name == "Amirabad Port")
        #expect(
            Self.gazetteer.names(of: id).map(\.text)
                == ["Amirabad Port", "Bandar-e Amirabad", "IRAMD"])
        #expect(Self.gazetteer.place(PlaceID(rawValue: "gn:1")) == nil)
    }
}
