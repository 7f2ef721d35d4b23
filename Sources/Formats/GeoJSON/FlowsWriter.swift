internal import Documents
public import Foundation
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// Writes lean GeoJSON (RFC 7946): what routes say alike as one line with its count, the stops, and few fields.
///
/// A line has the fields of `FlowTable` but for the evidence, which stands in `told`, each route with its document;
/// a stop has id, name, class, country, role and confidence. Places that no route goes to, claims and distances are left to GeoJSON.
public struct FlowsWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas's flows and the places of its routes.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        file.json.openObject()
        file.json.key("type")
        file.json.string("FeatureCollection")
        file.json.key("attribution")
        file.json.array { json in
            for notice in atlas.notices { json.string(notice) }
        }
        if let bounds = GeoJSONFeatures(atlas).bounds { file.json.bbox(bounds) }
        file.json.key("features")
        file.json.openArray()
        for place in atlas.places where !place.roles.isEmpty && place.display != nil {
            append(place, to: &file.json)
            try file.flush()
        }
        var table = FlowTable(atlas)
        let statements = FlowStatements(atlas)
        for (index, flow) in atlas.flows.enumerated() {
            let told = statements.statements(of: flow)
            append(index, flow, table.values(of: index), told, of: atlas, to: &file.json)
            try file.flush()
        }
        file.json.closeArray()
        file.json.closeObject()
        try file.commit()
    }

    private func append(_ place: CitedPlace, to json: inout JSONBytes) {
        json.object { json in
            json.featureHead(id: place.id)
            json.key("geometry")
            json.object { json in
                json.key("coordinates")
                if let position = place.display { json.position(position) } else { json.null() }
                json.key("type")
                json.string("Point")
            }
            json.key("properties")
            json.object { json in
                json.key("class")
                json.string(place.className)
                json.key("confidence")
                json.number(place.confidence, decimals: 3)
                json.optional("country", place.place?.country)
                json.key("kind")
                json.string("place")
                json.key("marker-color")
                json.string(MapStyle.marker(place.roles))
                json.key("mentions")
                json.integer(place.mentions.count)
                json.key("role")
                json.string(place.roleText)
                json.key("title")
                json.string(place.place?.label ?? place.name)
            }
        }
    }

    private func append(
        _ index: Int, _ flow: Flow, _ values: [FieldValue], _ told: [FlowStatements.Statement],
        of atlas: Atlas, to json: inout JSONBytes
    ) {
        let first = atlas.first(of: flow)
        var properties = JSONMembers()
        let left: Set<String> = [
            "evidence", "flow", "routes", "stack", "source_lat", "source_lng", "target_lat",
            "target_lng",
        ]
        for (field, value) in zip(FlowTable.fields, values)
        where value != .none && !left.contains(field.name) {
            properties.add(field.name) { $0.value(value) }
        }
        let days = told.compactMap(\.date)
        if let day = days.compactMap({ $0.from ?? $0.to }).min() {
            properties.add("date_from", day)
        }
        if let day = days.compactMap({ $0.to ?? $0.from }).max() {
            properties.add("date_to", day)
        }
        properties.add("kind", "flow")
        properties.add("told") { $0.statements(told, of: atlas) }
        properties.add("stroke", MapStyle.stroke(first.leg.mode))
        properties.add("stroke-opacity") {
            $0.number(MapStyle.opacity(first.movement.status), decimals: 1)
        }
        properties.add("stroke-width") {
            $0.number(
                MapStyle.width(ofRoutes: flow.routes) - (first.leg.isSchematic ? 1 : 0),
                decimals: 1)
        }
        json.object { json in
            json.featureHead(id: "flow-\(index + 1)")
            json.key("geometry")
            json.geometry(first.leg.lines)
            json.key("properties")
            properties.write(to: &json)
        }
    }
}

extension JSONBytes {
    /// Routes that say the same, each with its document, its days and its words.
    mutating func statements(_ statements: [FlowStatements.Statement], of atlas: Atlas) {
        array { json in
            for statement in statements {
                json.object { json in
                    if statement.isCopy {
                        json.key("copy")
                        json.boolean(true)
                    }
                    json.optional("date_from", statement.date?.from)
                    json.optional("date_to", statement.date?.to)
                    json.key("document")
                    json.string(statement.documentName)
                    json.key("evidence")
                    json.string(statement.quotes.joined(separator: " … "))
                    json.key("route")
                    json.integer(statement.route)
                    json.optional("source", atlas.maps[statement.document].document.source)
                }
            }
        }
    }
}
