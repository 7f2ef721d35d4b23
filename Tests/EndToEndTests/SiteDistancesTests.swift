import Gazetteers
import Geodesy
import Periplus
import RouteMaps
import Testing

@Suite("Distances by sea between the sites of a text")
struct SiteDistancesTests {
    /// Positions of the World Port Index and of GeoNames, rounded.
    static func place(
        _ id: Int, _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
        toSea: Double? = nil
    ) -> Place {
        Place(
            id: PlaceID(geonameID: id), name: name, kind: kind,
            coordinate: Coordinate(latitude: latitude, longitude: longitude),
            distanceToSea: toSea.map { Distance(kilometres: $0) })
    }

    static let amirabad = place(1, "Amirabad", .port, 36.852, 53.365)
    static let makhachkala = place(2, "Makhachkala", .city, 42.983, 47.505, toSea: 1)
    static let moscow = place(3, "Moscow", .city, 55.752, 37.618)
    static let mombasa = place(4, "Mombasa", .port, -4.067, 39.667)
    static let kisumu = place(5, "Kisumu", .port, -0.103, 34.742)

    static func pairs(_ places: [Place]) -> [SiteDistance] {
        places.indices.flatMap { index in
            places.dropFirst(index + 1).map { other in
                let (a, b) = (places[index], other)
                return SiteDistance(
                    from: a, to: b,
                    geodesic: Ellipsoid.wgs84.distance(from: a.coordinate, to: b.coordinate))
            }
        }
    }

    static func measured(_ places: [Place]) throws -> [SiteDistance] {
        try SharedMapper.mapper().siteDistances.addingSea(to: pairs(places))
    }

    @Test("Two sites on the shore get the way by sea, which is no shorter than the geodesic")
    func caspian() throws {
        let pair = try #require(try Self.measured([Self.amirabad, Self.makhachkala]).first)
        let sea = try #require(pair.bySea)
        #expect(sea.kilometres > pair.geodesic.kilometres)
        // Around the Absheron peninsula: 845 to 880 km by the routers compared.
        #expect((845...900).contains(sea.kilometres))
    }

    @Test("An inland site keeps its geodesic alone; the others are measured all the same")
    func inland() throws {
        let pairs = try Self.measured([Self.amirabad, Self.makhachkala, Self.moscow])
        #expect(pairs.map { $0.bySea != nil } == [true, false, false])
    }

    @Test("Waters that are not joined have no way by sea")
    func apart() throws {
        #expect(try Self.measured([Self.mombasa, Self.kisumu]).map { $0.bySea == nil } == [true])
    }

    @Test("Of more sites than a document may cost none is measured by sea")
    func many() throws {
        let sites = (0...SiteDistances.maximumSites).map { number in
            Self.place(
                100 + number, "Pier \(number)", .port, 36.852, 53.365 + Double(number) / 100)
        }
        #expect(try Self.measured(sites).allSatisfy { $0.bySea == nil })
    }
}
