internal import Gazetteers
internal import Geodesy
internal import Resolving
internal import RouteMaps

/// The cited places as flat records, for formats that have columns.
enum PlaceTable {
    static let fields: [Field] = [
        Field("id"), Field("name"), Field("class"), Field("country"), Field("admin1"),
        Field("role"), Field("confidence", .real), Field("mentions", .integer),
        Field("also_meant"), Field("because"), Field("reason"), Field("radius_km", .real),
        Field("population", .integer), Field("source"), Field("licence"),
        Field("decided", .flag),
    ]

    static func values(of place: CitedPlace, in atlas: Atlas) -> [FieldValue] {
        let surest = atlas.toponym(place.surest)
        let others = surest.choice.runnersUp.prefix(5).map {
            "\($0.place.label), \($0.place.kind.rawValue), \($0.place.id.rawValue)"
        }
        let population = place.place?.population ?? 0
        return [
            .text(place.id), .text(place.name),
            .text(place.className),
            .optional(place.place?.country), .optional(place.place?.admin1),
            .text(place.roleText), .real(place.confidence, decimals: 3),
            .integer(place.mentions.count),
            others.isEmpty ? .none : .text(others.joined(separator: "; ")),
            surest.because.isEmpty ? .none : .text(surest.because.joined(separator: "; ")),
            .optional(place.reasonNotLocated),
            (surest.radius ?? place.place?.radius).map { .real($0.kilometres, decimals: 1) }
                ?? .none,
            population > 0 ? .integer(population) : .none,
            .text(place.place?.source ?? "text"),
            .optional(place.place.flatMap { atlas.licence(ofSource: $0.source) }),
            .flag(surest.isDecided),
        ]
    }
}
