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

/// The ports taken for areas: those the text names, else the main ones with the shortest way.
@Suite("Ports of areas")
struct PortChoiceTests {
    private static let graph = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/Routing/sea.graph")

    /// Positions of the World Port Index, rounded.
    private static let ports = [
        port("Los Angeles", "US", 33.75, -118.25, .first, [.general]),
        port("New York", "US", 40.70, -74.02, .first, [.general]),
        port("Sabine Pass", "US", 29.73, -93.87, .main, [.gas]),
        port("Adak", "US", 51.87, -176.65, .small),
        port("Shanghai", "CN", 31.22, 121.50, .first, [.general]),
        port("Dalian", "CN", 38.93, 121.65, .main, [.general]),
        port("Odesa", "UA", 46.49, 30.74, .first, [.general]),
        port("Reni", "UA", 45.43, 28.30, .small),
        port("Tripoli", "LY", 32.90, 13.18, .first, [.general]),
        port("Makhachkala", "RU", 42.98, 47.50, .main, [.general], basin: 1),
        port("Novorossiysk", "RU", 44.73, 37.80, .first, [.general]),
    ]

    private static func port(
        _ name: String, _ country: String, _ latitude: Double, _ longitude: Double,
        _ size: Harbour.Size, _ cargoes: Harbour.Cargoes = [], basin: Int = 0
    ) -> Place {
        Place(
            id: PlaceID(rawValue: "px:port/\(name)"), name: name, kind: .port, country: country,
            coordinate: Coordinate(latitude: latitude, longitude: longitude), rank: 3,
            distanceToSea: Distance(kilometres: 1), basin: basin,
            harbour: Harbour(size: size, cargoes: cargoes))
    }

    private static func country(
        _ name: String, _ code: String, _ latitude: Double, _ longitude: Double,
        display: Coordinate? = nil
    ) -> Place {
        Place(
            id: PlaceID(rawValue: "px:country/\(name)"), name: name, kind: .country, country: code,
            coordinate: Coordinate(latitude: latitude, longitude: longitude), display: display,
            population: 1_000_000)
    }

    private static let china = country("China", "CN", 35, 105)
    private static let america = country("United States", "US", 39.8, -98.5)
    private static let ukraine = country("Ukraine", "UA", 49, 32)
    private static let libya = country("Libya", "LY", 28, 17)
    private static let russia = country(
        "Russia", "RU", 60, 100, display: Coordinate(latitude: 55.2, longitude: 45.3))
    private static let austria = country("Austria", "AT", 47.3, 13.3)
    private static let africa = Place(
        id: PlaceID(rawValue: "px:continent/africa"), name: "Africa", kind: .continent,
        coordinate: Coordinate(latitude: 7, longitude: 21))

    private static func drawer() throws -> LegDrawer {
        LegDrawer(
            planner: try LegPlanner(graph: graph),
            gazetteer: Gazetteer(records: ports.map { GazetteerRecord($0) }))
    }

    private static func toponym(_ place: Place, at offset: Int = 0) -> ResolvedToponym {
        let match = NameMatch(place: place, name: place.name, kind: .primary, quality: 1)
        return ResolvedToponym(
            mention: Mention(
                utf8Range: offset..<(offset + place.name.utf8.count), text: place.name),
            choice: .resolved(
                Candidate(match: match, score: Score(), confidence: 1), runnersUp: []),
            because: [])
    }

    /// The leg from the first of some places to the second; the others are only named.
    private static func leg(
        _ places: [Place], mode: TransportMode = .sea, shipping: StatedShipping = StatedShipping()
    ) throws -> Leg {
        let toponyms = places.enumerated().map { toponym($0.element, at: $0.offset * 40) }
        let movement = Movement(
            origin: 0, via: [], destination: 1, mode: mode, evidence: [0..<1], rule: "test",
            confidence: 1)
        let legs = try drawer().legs(of: movement, among: toponyms, shipping: shipping)
        return try #require(legs.first)
    }

    @Test("From main port to main port, not to the Aleutians; the others give the interval")
    func main() throws {
        let leg = try Self.leg([Self.china, Self.america])
        #expect(leg.fromPlace?.name == "Shanghai")
        #expect(leg.toPlace?.name == "Los Angeles")
        let assumed = try #require(leg.assumed)
        #expect(assumed.kind == .port)
        #expect(assumed.from.map(\.name) == ["Shanghai", "Dalian"])
        #expect(assumed.to.map(\.name).contains("New York"))
        // Shanghai - Los Angeles 5,700 nmi, Shanghai - New York by Panama 10,600 nmi.
        let range = try #require(assumed.range)
        #expect((5_600...5_900).contains(try #require(leg.sailing).nauticalMiles))
        #expect((10_300...10_900).contains(range.upperBound.nauticalMiles))
        #expect(leg.method.contains("Shanghai taken for China"))
    }

    @Test("The port that loads the cargo")
    func cargo() throws {
        let leg = try Self.leg(
            [Self.america, Self.ukraine], shipping: StatedShipping(cargoes: .gas))
        #expect(leg.fromPlace?.name == "Sabine Pass")
    }

    @Test("A port that the text names in the area comes before all others")
    func named() throws {
        let reni = try #require(Self.ports.first { $0.name == "Reni" })
        let leg = try Self.leg([Self.ukraine, Self.libya, reni])
        #expect(leg.fromPlace?.name == "Reni")
        #expect(leg.toPlace?.name == "Tripoli")
        #expect(leg.assumed?.text.contains("which the text names") == true)
        #expect(try Self.leg([Self.ukraine, Self.libya]).fromPlace?.name == "Odesa")
    }

    @Test("A port on the sea that the other end lies on")
    func basin() throws {
        var anzali = Self.port("Anzali", "IR", 37.47, 49.47, .main, [.general], basin: 1)
        #expect(try Self.leg([anzali, Self.russia]).toPlace?.name == "Makhachkala")
        anzali.basin = 0
        anzali.coordinate = Coordinate(latitude: 27.15, longitude: 56.21)
        #expect(try Self.leg([anzali, Self.russia]).toPlace?.name == "Novorossiysk")
    }

    @Test("What came by ship goes on from where it was landed, not from the country's middle")
    func landed() throws {
        let odesa = try #require(Self.ports.first { $0.name == "Odesa" })
        let leg = try Self.leg(
            [Self.ukraine, Self.austria], mode: .road,
            shipping: StatedShipping(landedAt: odesa))
        #expect(leg.fromPlace?.name == "Odesa")
        #expect(leg.lines.first?.coordinates.first == odesa.coordinate)
        #expect(leg.method.contains("from Odesa"))
    }

    @Test("A ship off a port ends in the water, 12 nautical miles before the harbour")
    func offing() throws {
        let whole = try Self.leg([Self.china, Self.america])
        var shipping = StatedShipping()
        shipping.endsOff = true
        let leg = try Self.leg([Self.china, Self.america], shipping: shipping)
        let (full, short) = (try #require(whole.drawn), try #require(leg.drawn))
        #expect(abs(full.nauticalMiles - short.nauticalMiles - 12) < 0.1)
        let port = try #require(leg.toPlace)
        let end = try #require(leg.lines.last?.coordinates.last)
        let off = Ellipsoid.wgs84.distance(from: end, to: port.coordinate)
        #expect((6...14).contains(off.nauticalMiles))
        #expect(leg.method.contains("ends 12 nmi off"))
    }

    @Test("No port for a continent: an arrow, without a length")
    func noPort() throws {
        let leg = try Self.leg([Self.china, Self.africa])
        #expect(leg.isArrow && leg.isSchematic && leg.drawn == nil)
        #expect(leg.fromPlace == nil && leg.toPlace == nil)
        #expect(leg.method.contains("no port stands for Africa"))
    }

    @Test("A country without a coast: the port where its goods change ship, and how far it is")
    func landlocked() throws {
        let leg = try Self.leg([Self.china, Self.austria])
        #expect(leg.mode == .sea && leg.drawn != nil)
        #expect(leg.toPlace?.name == "Odesa")
        #expect(leg.method.contains("Odesa taken as the port for Austria"))
    }

    @Test("An inland town on the land of a near port: no way by sea, and why")
    func inland() throws {
        func town(_ name: String, _ latitude: Double, _ longitude: Double) -> Place {
            Place(
                id: PlaceID(rawValue: "px:city/\(name)"), name: name, kind: .city,
                coordinate: Coordinate(latitude: latitude, longitude: longitude), landmass: 1)
        }
        let kyivRegion = town("Bila Tserkva", 49.8, 30.1)
        let mykolaiv = town("Mykolaiv", 46.97, 31.99)
        let leg = try Self.leg([mykolaiv, kyivRegion])
        #expect(leg.mode == .unknown && leg.drawn == nil && leg.isSchematic)
        #expect(leg.method.contains("not by sea: Bila Tserkva lies inland"))
        #expect(try Self.leg([mykolaiv, kyivRegion], mode: .road).mode == .road)
    }

    @Test("Of a way unknown an arrow between the points where countries are shown")
    func display() throws {
        let leg = try Self.leg([Self.russia, Self.china], mode: .unknown)
        #expect(leg.isArrow && leg.drawn == nil)
        let start = try #require(leg.lines.first?.coordinates.first)
        #expect(start == Coordinate(latitude: 55.2, longitude: 45.3))
        let straight = Ellipsoid.wgs84.distance(from: start, to: Self.china.coordinate)
        #expect(leg.geodesic == straight)
    }
}
