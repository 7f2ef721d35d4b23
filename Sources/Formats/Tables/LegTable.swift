internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The legs as flat records; the ends' columns are those that kepler.gl takes for arcs and flows.
enum LegTable {
    static let fields: [Field] = [
        Field("route", .integer), Field("leg", .integer), Field("document", .integer),
        Field("source_name"), Field("source_lat", .real), Field("source_lng", .real),
        Field("target_name"), Field("target_lat", .real), Field("target_lng", .real),
        Field("count", .integer), Field("mode"), Field("mode_basis"), Field("relation"),
        Field("status"), Field("cargo"), Field("quantity"), Field("vehicle"), Field("actor"),
        Field("date_from", .day), Field("date_to", .day), Field("drawn_km", .real),
        Field("sailing_km", .real), Field("geodesic_km", .real), Field("km_min", .real),
        Field("km_max", .real), Field("passages"), Field("schematic", .flag), Field("method"),
        Field("confidence", .real), Field("rule"), Field("evidence"), Field("decided", .flag),
        Field("stack", .integer),
    ]

    static func values(
        of leg: Leg, number: Int, in record: RouteRecord, stack: Int
    ) -> [FieldValue] {
        let movement = record.movement
        let start = end(leg.from, leg.fromPlace, in: record.map)
        let target = end(leg.to, leg.toPlace, in: record.map)
        return [
            .integer(record.number), .integer(number), .integer(record.mapIndex),
            .text(start.name), degrees(start.position?.latitude),
            degrees(start.position?.longitude), .text(target.name),
            degrees(target.position?.latitude), degrees(target.position?.longitude), .integer(1),
            .text(leg.mode.rawValue), .text(movement.modeBasis.rawValue),
            .text(movement.relation.rawValue), .text(movement.status.rawValue),
            .optional(record.words(movement.cargo)), .optional(record.words(movement.quantity)),
            .optional(record.words(movement.vehicle)), .optional(record.words(movement.actor)),
            .optional(movement.date?.from), .optional(movement.date?.to),
            kilometres(leg.isSchematic ? nil : leg.drawn), kilometres(leg.sailing),
            kilometres(leg.geodesic), kilometres(leg.range?.lowerBound),
            kilometres(leg.range?.upperBound),
            leg.passages.isEmpty ? .none : .text(leg.passages.joined(separator: "; ")),
            .flag(leg.isSchematic), .text(leg.method),
            .real(record.route.confidence, decimals: 3), .text(movement.rule),
            .text(record.evidence), .flag(record.route.isDecided), .integer(stack),
        ]
    }

    /// The place an end of a leg is drawn at, and where it lies.
    static func end(
        _ index: Int, _ place: Place?, in map: RouteMap
    ) -> (name: String, position: Coordinate?) {
        if let place { return (place.label, place.coordinate) }
        let position =
            map.toponyms.indices.contains(index) ? map.toponyms[index].displayCoordinate : nil
        return (RouteLabel.name(of: index, in: map), position)
    }

    static func degrees(_ value: Double?) -> FieldValue {
        value.map { .real($0, decimals: 6) } ?? .none
    }

    static func kilometres(_ distance: Distance?) -> FieldValue {
        distance.map { .real($0.kilometres, decimals: 1) } ?? .none
    }
}
