import Foundation
import Gazetteers
import Geodesy
import Testing

@Suite("Where areas are shown, and how large ports are")
struct DisplayPointTests {
    /// A country whose point lies in its empty east, with its people in the west.
    private static func gazetteer() throws -> (SmallTables, Gazetteer) {
        let tables = try SmallTables()
        try tables.write(
            "sources.tsv",
            """
            key\ttable\tprefix\tkind\tname\tversion\tlicence\tattribution\tsha256
            own\town.tsv\t\t\tOwn table\t1\tCC0\t\t

            """)
        try tables.write(
            "own.tsv",
            """
            id\tname\tkind\tcountry\tadmin1\tlat\tlon\tpopulation\trank\textent\tnames\tsea_km\tbasin
            px:country/widely\tWidely\tcountry\tXW\t\t60\t100\t9000000\t9\t30,50,180,70\t
            px:country/empty\tEmpty\tcountry\tXE\t\t10\t10\t\t5\t\t
            px:admin1/farther\tFarther\tadmin1\tXW\tXW.2\t61\t150\t50000\t5\t\t
            px:city/one\tOne\tcity\tXW\tXW.1\t55\t37\t4000000\t8\t\t
            px:city/two\tTwo\tcity\tXW\tXW.1\t56\t44\t3000000\t8\t\t
            px:city/three\tThree\tcity\tXW\tXW.1\t57\t60\t1500000\t8\t\t
            px:city/four\tFour\tcity\tXW\tXW.2\t59.5\t151\t90000\t6\t\t
            px:port/haven\tHaven\tport\tXW\t\t59.4\t151.1\t\t4\t\t\t0.5\t0
            px:port/creek\tCreek\tport\tXW\t\t59.9\t152.1\t\t3\t\t\t0.5\t0

            """)
        try tables.write("own.names.tsv", "id\tkind\tname\tnote\n")
        try tables.write(
            "harbours.tsv", "id\tsize\tcargo\npx:port/haven\t5\toil,general\npx:port/gone\t4\t\n")
        return (tables, try Gazetteer(at: tables.build("a.sqlite")))
    }

    @Test("A country is shown where most people are near; its point stays what it was")
    func country() throws {
        let (tables, gazetteer) = try Self.gazetteer()
        defer { withExtendedLifetime(tables) {} }
        let widely = try #require(gazetteer.place(PlaceID(rawValue: "px:country/widely")))
        #expect(widely.coordinate == Coordinate(latitude: 60, longitude: 100))
        let display = try #require(widely.display)
        #expect((54...58).contains(display.latitude) && (37...60).contains(display.longitude))
        #expect(widely.displayCoordinate == display)
    }

    @Test("A division is shown at its town; what has no town, and a town, has no such point")
    func others() throws {
        let (tables, gazetteer) = try Self.gazetteer()
        defer { withExtendedLifetime(tables) {} }
        let farther = try #require(gazetteer.place(PlaceID(rawValue: "px:admin1/farther")))
        let display = try #require(farther.display)
        let town = Coordinate(latitude: 59.5, longitude: 151)
        #expect(Ellipsoid.wgs84.distance(from: display, to: town).kilometres < 1)
        for id in ["px:country/empty", "px:city/one"] {
            let place = try #require(gazetteer.place(PlaceID(rawValue: id)))
            #expect(place.display == nil && place.displayCoordinate == place.coordinate)
        }
    }

    @Test("Ports have their size and cargoes; a row without its port does no harm")
    func harbours() throws {
        let (tables, gazetteer) = try Self.gazetteer()
        defer { withExtendedLifetime(tables) {} }
        let haven = try #require(gazetteer.place(PlaceID(rawValue: "px:port/haven")))
        #expect(haven.harbour == Harbour(size: .main, cargoes: [.oil, .general]))
        let creek = try #require(gazetteer.place(PlaceID(rawValue: "px:port/creek")))
        #expect(creek.harbour == nil)
        #expect(gazetteer.ports(atLeast: .small).map(\.name) == ["Haven"])
        #expect(gazetteer.ports(atLeast: .first).isEmpty)
    }
}
