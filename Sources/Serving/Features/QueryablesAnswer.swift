internal import Foundation
internal import Projects

/// The properties that filters of a collection may name, as a JSON Schema.
struct QueryablesAnswer: Encodable {
    var schema = "https://json-schema.org/draft/2020-12/schema"
    var id: String
    var type = "object"
    var title: String
    var properties: [String: Property]
    var additionalProperties = false

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case id = "$id"
        case type, title, properties, additionalProperties
    }

    struct Property: Encodable {
        var type: String?
        var format: String?
        var description: String

        init(_ queryable: Queryable) {
            description = queryable.meaning
            switch queryable.kind {
            case .text: type = "string"
            case .number: type = "number"
            case .truth: type = "boolean"
            case .day:
                type = "string"
                format = "date"
            case .days:
                type = "string"
                format = "date-time"
            // As OGC API Features, Part 3, has it: a geometry has a format and no type.
            case .shape: format = "geometry-any"
            }
        }
    }

    init(_ collection: ProjectFeature.Collection, at base: String) {
        id = "\(base)/collections/\(collection.name)/queryables"
        title = collection.name.capitalized
        properties = Dictionary(
            Queryable.all(of: collection).map { ($0.name, Property($0)) },
            uniquingKeysWith: { first, _ in first })
    }
}
