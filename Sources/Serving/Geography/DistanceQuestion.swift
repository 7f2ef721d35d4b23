internal import Gazetteers
internal import Geodesy
internal import HTTPTypes
internal import Periplus
internal import Routing

/// How far it is from one place to another, over others.
struct DistanceQuestion: Sendable {
    private let words: [String]
    private let mode: String

    init(_ parameters: RequestQuery) throws(ServiceError) {
        words =
            [try parameters.required("from")] + parameters.values("via")
            + [try parameters.required("to")]
        mode = try parameters.value("mode") ?? "geodesic"
        guard ["geodesic", "sea", "land", "air"].contains(mode) else {
            throw .badRequest("\"mode\" is geodesic, sea, land or air, not \"\(mode)\"")
        }
    }

    struct Answer: Encodable, Sendable {
        var legs: [Leg]
        var km: Double
        var nmi: Double
    }

    struct Leg: Encodable, Sendable {
        var from: Stop
        var to: Stop
        var measured: MeasuredWay
    }

    struct Stop: Encodable, Sendable {
        var name: String
        var id: String?
        var lat: Double
        var lon: Double
        /// Others of the name, likeliest first.
        var others: [String]?

        init(_ found: FoundPlace) {
            name = found.label
            id = found.place?.id.rawValue
            lat = found.coordinate.latitude
            lon = found.coordinate.longitude
            others = found.otherLabels.isEmpty ? nil : found.otherLabels
        }
    }

    /// The legs and their sum, as `periplus distance --json` has them.
    func answer(_ geography: Geography) throws -> Answer {
        let places = try PlaceWords.find(
            words, preferring: mode == "sea" ? [.port] : [], in: geography)
        let measurer: Measurer
        switch mode {
        case "sea": measurer = Measurer(mode: .sea, planner: try geography.planner())
        case "land": measurer = Measurer(mode: .land, planner: try geography.planner())
        case "air": measurer = Measurer(mode: .air, planner: LegPlanner())
        default: measurer = Measurer(mode: nil, planner: LegPlanner())
        }
        var legs: [Leg] = []
        for (from, to) in zip(places, places.dropFirst()) {
            do throws(RoutingError) {
                let way = try measurer.measure(from: from.coordinate, to: to.coordinate)
                legs.append(Leg(from: Stop(from), to: Stop(to), measured: way))
            } catch {
                throw ServiceError(
                    .unprocessableContent, "no-way",
                    error.sentence(start: from.label, end: to.label))
            }
        }
        return Answer(
            legs: legs, km: legs.reduce(0) { $0 + $1.measured.km },
            nmi: legs.reduce(0) { $0 + $1.measured.nmi })
    }
}
