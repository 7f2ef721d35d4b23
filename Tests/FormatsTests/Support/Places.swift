import Gazetteers
import Geodesy

/// Places of the fixtures; the positions are GeoNames', rounded.
enum Places {
    static let amirabad = place(
        13_157_242, "Amirabad Port", .port, "IR", admin1: "IR.35", 36.8519, 53.3654)
    static let amirabadVillage = place(
        418_000, "Amirabad", .city, "IR", admin1: "IR.11", 35.74, 49.99)
    static let makhachkala = place(
        532_096, "Makhachkala", .city, "RU", admin1: "RU.17", 42.9831, 47.5047)
    static let caspian = place(630_671, "Caspian Sea", .sea, nil, 42, 51, radius: 500)
    static let iran = place(130_758, "Iran", .country, "IR", 32, 53, radius: 900)
    static let russia = place(2_017_370, "Russia", .country, "RU", 60, 100, radius: 3_500)
    static let ukraine = place(690_791, "Ukraine", .country, "UA", 49, 32, radius: 600)
    static let moscow = place(524_901, "Moscow", .city, "RU", admin1: "RU.48", 55.752, 37.6178)
    static let yelabuga = place(567_292, "Yelabuga", .city, "RU", admin1: "RU.73", 55.7623, 52.0443)
    static let yokohama = place(1_848_354, "Yokohama", .port, "JP", 35.4478, 139.6425)
    static let losAngeles = place(5_368_361, "Los Angeles", .city, "US", 33.739, -118.261)
    static let laredo = place(4_705_349, "Laredo", .city, "US", 27.5064, -99.5075)

    static func place(
        _ number: Int, _ name: String, _ kind: PlaceKind, _ country: String?,
        admin1: String? = nil, _ latitude: Double, _ longitude: Double, radius: Double? = nil
    ) -> Place {
        Place(
            id: PlaceID(geonameID: number), name: name, kind: kind, country: country,
            admin1: admin1, coordinate: Coordinate(latitude: latitude, longitude: longitude),
            radius: radius.map { Distance(kilometres: $0) }, source: "geonames")
    }
}
