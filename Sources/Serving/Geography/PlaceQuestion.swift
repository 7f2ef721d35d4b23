internal import Gazetteers
internal import Geodesy
internal import Periplus

/// Which places have a name.
struct PlaceQuestion: Sendable {
    private var query: GazetteerQuery

    init(_ parameters: RequestQuery) throws(ServiceError) {
        let name = try parameters.required("name")
        guard name.utf8.count <= 500 else { throw .badRequest("\"name\" is too long") }
        query = GazetteerQuery(name: name)
        query.limit = try parameters.number("limit", in: 1...500, else: 20)
        if let match = try parameters.value("match") {
            guard let matching = GazetteerQuery.Matching(rawValue: match) else {
                throw .badRequest("\"match\" is exact, prefix or fuzzy")
            }
            query.matching = matching
        }
        query.country = try parameters.value("country")?.uppercased()
        if let word = try parameters.value("class") {
            guard let kind = PlaceKind(rawValue: word) else {
                let kinds = PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badRequest("\"class\" is one of \(kinds)")
            }
            query.kinds = [kind]
        }
    }

    struct Answer: Encodable, Sendable {
        var places: [Found]
    }

    struct Found: Encodable, Sendable {
        var id: String
        var name: String
        var label: String
        var matched: String
        var kind: String
        var country: String?
        var admin1: String?
        var lat: Double
        var lon: Double
        var population: Int?
        var source: String

        private enum CodingKeys: String, CodingKey {
            case id, name, label, matched, country, admin1, lat, lon, population, source
            case kind = "class"
        }
    }

    /// The places, the likeliest first; none where the name is unknown.
    func answer(_ geography: Geography) throws -> Answer {
        var matches = geography.gazetteer.search(query)
        if query.matching == .exact { matches = geography.finder.byLikelihood(matches) }
        let labels = geography.finder.labels(of: matches.map(\.place))
        return Answer(
            places: zip(matches, labels).map { match, label in
                let place = match.place
                return Found(
                    id: place.id.rawValue, name: place.name, label: label, matched: match.name,
                    kind: place.kind.rawValue, country: place.country, admin1: place.admin1,
                    lat: place.coordinate.latitude, lon: place.coordinate.longitude,
                    population: place.population > 0 ? place.population : nil,
                    source: place.source)
            })
    }
}
