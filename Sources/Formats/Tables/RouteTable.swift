internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The routes as flat records, one a route.
enum RouteTable {
    static let fields: [Field] = [
        Field("route", .integer), Field("document", .integer), Field("title"), Field("origin"),
        Field("via"), Field("destination"), Field("mode"), Field("mode_basis"), Field("relation"),
        Field("bidirectional", .flag), Field("continues", .integer), Field("cargo"),
        Field("quantity"), Field("vehicle"), Field("actor"), Field("attribution"), Field("date"),
        Field("date_from", .day), Field("date_to", .day), Field("status"), Field("cue"),
        Field("confidence", .real), Field("rule"), Field("legs", .integer),
        Field("drawn_km", .real), Field("evidence"), Field("decided", .flag),
        Field("schematic", .flag),
    ]

    static func values(of record: RouteRecord) -> [FieldValue] {
        let movement = record.movement
        let label = record.label
        return [
            .integer(record.number), .integer(record.mapIndex), .text(label.title),
            movement.origin == nil ? .none : .text(label.origin),
            label.via.isEmpty ? .none : .text(label.via.joined(separator: "; ")),
            movement.destination == nil ? .none : .text(label.destination),
            .text(movement.mode.rawValue), .text(movement.modeBasis.rawValue),
            .text(movement.relation.rawValue), .flag(movement.isBidirectional),
            record.continues.map { .integer($0) } ?? .none,
            .optional(record.words(movement.cargo)), .optional(record.words(movement.quantity)),
            .optional(record.words(movement.vehicle)), .optional(record.words(movement.actor)),
            .optional(record.words(movement.attribution)),
            .optional(record.words(movement.date?.utf8Range)), .optional(movement.date?.from),
            .optional(movement.date?.to), .text(movement.status.rawValue),
            .optional(record.words(movement.cue)), .real(record.route.confidence, decimals: 3),
            .text(movement.rule), .integer(record.route.legs.count),
            record.route.drawnLength.map { .real($0.kilometres, decimals: 1) } ?? .none,
            .text(record.evidence), .flag(record.route.isDecided),
            .flag(record.route.legs.contains(where: \.isSchematic)),
        ]
    }
}
