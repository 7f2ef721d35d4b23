internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import HTTPTypes
internal import Movements
internal import Periplus
internal import RouteMaps
internal import Routing

/// A route between named places, drawn and measured.
struct RouteQuestion: Sendable {
    let format: MapFormat
    private let start: String
    private let end: String
    private let via: [String]
    private let avoid: [String]
    private let mode: TransportMode
    private let cargoes: Harbour.Cargoes
    private let day: CalendarDate?

    init(_ parameters: RequestQuery, accept: String?) throws(ServiceError) {
        start = try parameters.required("from")
        end = try parameters.required("to")
        via = parameters.values("via")
        avoid = parameters.values("avoid")
        let word = try parameters.required("mode")
        guard let mode = TransportMode(rawValue: word), mode != .unknown else {
            throw .badRequest(
                "\"mode\" is sea, air, road, rail, river, pipeline or land, not \"\(word)\"")
        }
        self.mode = mode
        let date = try parameters.value("date")
        day = date.flatMap { CalendarDate($0) }
        if let date, day == nil {
            throw .badRequest("\"date\" is a day as 1784-02-22, not \"\(date)\"")
        }
        let cargo = try parameters.value("cargo")
        let known = cargo.flatMap { Harbour.Cargoes(named: $0) }
        if let cargo, known == nil {
            throw .badRequest("\"cargo\" is oil, gas, grain, ore or coal, not \"\(cargo)\"")
        }
        cargoes = known ?? []
        switch try parameters.value("f") {
        case "geojson": format = .geoJSON
        case "json": format = .json
        case nil: format = MapFormat(accepting: accept) == .json ? .json : .geoJSON
        case .some(let other): throw .badRequest("\"f\" is geojson or json, not \"\(other)\"")
        }
    }

    /// The map of the route, as `periplus route` has it.
    func answer(_ geography: Geography) throws -> Data {
        let ends = try PlaceWords.find([start, end], preferring: stops, in: geography)
        let planner = try geography.planner()
        for name in avoid {
            do throws(RoutingError) {
                try planner.checkPassage(named: name)
            } catch {
                throw ServiceError(.notFound, "unknown-place", error.description)
            }
        }
        var between: [FoundPlace] = []
        var passages: [String] = []
        for name in via {
            if mode == .sea, planner.knowsPassage(named: name), !isSea(name, geography.gazetteer) {
                passages.append(name)
            } else {
                between += try PlaceWords.find(
                    [name], preferring: [.canal, .strait, .sea, .lake], in: geography)
            }
        }
        let sketch = RouteSketch(
            planner: planner, gazetteer: geography.gazetteer,
            producer: RouteMapper.producer(
                gazetteer: geography.gazetteer, model: "none", graph: LegPlanner.graphVersion),
            avoiding: avoid, passing: passages, cargoes: cargoes, day: day)
        let map = sketch.map(through: [ends[0]] + between + [ends[1]], mode: mode)
        if let leg = map.routes.first?.legs.first(where: {
            $0.drawn == nil && $0.range == nil && (mode == .sea || !$0.isArrow)
        }) {
            throw ServiceError(.unprocessableContent, "no-way", leg.method)
        }
        if format == .json {
            return Data(RouteMapJSON(includesText: true).bytes(of: map, id: nil))
        }
        let atlas = Atlas([map], sources: geography.gazetteer.metadata.sources)
        return Data(GeoJSONWriter().bytes(of: atlas))
    }

    private var stops: [PlaceKind] {
        switch mode {
        case .sea: [.port]
        case .air: [.airport]
        default: []
        }
    }

    /// Whether a name is that of a sea or lake, which a route passes anywhere inside its shape.
    private func isSea(_ name: String, _ gazetteer: Gazetteer) -> Bool {
        guard
            let best = gazetteer.matches(for: name, limit: 4).first(where: { $0.place.kind.isWater }
            )
        else { return false }
        return (best.place.kind == .sea || best.place.kind == .lake)
            && gazetteer.shape(of: best.place.id) != nil
    }
}
