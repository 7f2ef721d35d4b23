internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

/// What files tell of a cited place; the one list that every writer goes through.
enum PlaceFacts {
    static let all: [Fact<PlaceRecord>] = identity + reading + position

    private static let identity: [Fact<PlaceRecord>] = [
        Fact("id", label: "Id", "The gazetteer's id, or one made of the words", path: "place/id") {
            .text($0.place.id)
        },
        Fact("name", label: "Name", "The gazetteer's name, or the words", path: "place/name") {
            .text($0.place.name)
        },
        Fact("class", label: "Kind", "What the place is", path: "place/class") {
            .text($0.place.className)
        },
        Fact("country", label: "In", "ISO 3166-1 alpha-2 code", path: "place/country") {
            .optional($0.place.place?.country)
        },
        Fact("admin1", label: "Division", "GeoNames' code of the division", path: "place/admin1") {
            .optional($0.place.place?.admin1)
        },
        Fact(
            "geonameid", .integer, label: "GeoNames", "GeoNames' number", path: "place/geonameid"
        ) { .optional($0.place.place?.id.geonameID) },
        Fact("population", .integer, label: "Inhabitants", "The number of inhabitants") {
            let population = $0.place.place?.population ?? 0
            return population > 0 ? .integer(population) : .none
        },
    ]

    private static let reading: [Fact<PlaceRecord>] = [
        Fact("role", label: "Role", "What it is to the routes") { .text($0.place.roleText) },
        Fact(
            "confidence", .real, in: .share, label: "Sure", "How sure the place is",
            path: "confidence"
        ) { .share($0.place.confidence) },
        Fact("mentions", .integer, label: "Mentions", "How often it is named") {
            .integer($0.place.mentions.count)
        },
        Fact("uses", label: "Used as", "How the mentions use the name", path: "use") {
            .list($0.distinct { $0.mention.use.rawValue })
        },
        Fact("kinds", label: "Named by", "What the mentions are", path: "kind") {
            .list($0.distinct { $0.mention.kind.rawValue })
        },
        Fact(
            "alternatives", column: "also_meant", label: "Could also be",
            "Other places of the name, the likeliest first", path: "alternatives"
        ) { .places($0.surest.choice.runnersUp.prefix(5).map(\.place)) },
        Fact("because", label: "Because", "Why this place", path: "because") {
            .list($0.surest.because)
        },
        Fact("reason", label: "Not located", "Why it has no position") {
            .optional($0.place.reasonNotLocated)
        },
        Fact(
            "decided", .flag, label: "Decided by hand", "Whether a person decided what it means",
            path: "decided"
        ) { .flag($0.surest.isDecided) },
        Fact("source", label: "Record", "The source of the record", path: "place/source") {
            .text($0.place.place?.source ?? "text")
        },
        Fact("licence", label: "Licence", "The licence of that source") { record in
            .optional(record.place.place.flatMap { record.atlas.licence(ofSource: $0.source) })
        },
    ]

    private static let position: [Fact<PlaceRecord>] = [
        Fact(
            "radius_km", .real, in: .kilometres, label: "Radius",
            "How far around the point it may lie or reaches", path: "place/radius_km"
        ) { .kilometres($0.surest.radius ?? $0.place.place?.radius) },
        Fact(
            "display_lat", .real, in: .degrees, label: "Shown at latitude",
            "Where a picture puts an area, where that is elsewhere", path: "place/display/lat"
        ) { .degrees($0.shownElsewhere?.latitude) },
        Fact(
            "display_lon", .real, in: .degrees, label: "Shown at longitude",
            "The longitude of that", path: "place/display/lon"
        ) { .degrees($0.shownElsewhere?.longitude) },
        Fact(
            "lat", column: "latitude", .real, in: .degrees, label: "Latitude",
            "The latitude of the place", path: "place/lat"
        ) { .degrees($0.place.coordinate?.latitude) },
        Fact(
            "lon", column: "longitude", .real, in: .degrees, label: "Longitude",
            "The longitude of the place", path: "place/lon"
        ) { .degrees($0.place.coordinate?.longitude) },
    ]
}

/// A cited place with its atlas.
struct PlaceRecord {
    let place: CitedPlace
    let atlas: Atlas

    /// The mention whose place is surest.
    var surest: ResolvedToponym { atlas.surest(of: place) }

    /// Where it is drawn, if that is not its position.
    var shownElsewhere: Coordinate? { place.display == place.coordinate ? nil : place.display }

    /// What the mentions say, each thing once, in the order of the text.
    func distinct(_ read: (ResolvedToponym) -> String) -> [String] {
        var values: [String] = []
        for mention in place.mentions {
            let value = read(atlas.toponym(mention))
            if !values.contains(value) { values.append(value) }
        }
        return values
    }
}

extension Atlas {
    /// The cited places, each with what its facts are read from.
    var placeRecords: [PlaceRecord] { places.map { PlaceRecord(place: $0, atlas: self) } }
}
