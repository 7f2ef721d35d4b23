internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

extension GeoJSONFeatures {
    /// A line feature of a leg.
    func append(_ leg: LegRecord, to json: inout JSONBytes) {
        let record = leg.record
        var properties = JSONMembers()
        properties.add(LegFacts.all, of: leg)
        properties.add("kind", "leg")
        let reference = record.reference(toLeg: leg.number - 1)
        let flow = atlas.flowIndex(of: reference).map { atlas.flows[$0] }
        if let flow {
            properties.add("count") { $0.integer(flow.routes) }
            if atlas.maps.count > 1 {
                properties.add("documents") { $0.integer(flow.documents) }
            }
            addStatements(of: flow, on: reference, to: &properties)
        }
        add(record, leg: leg.leg, count: flow?.routes ?? 1, to: &properties)
        append("route-\(record.number)-leg-\(leg.number)", leg.leg.lines, properties, to: &json)
    }

    /// Of legs that say the same the first one has what all of them state, the others lead to it.
    private func addStatements(
        of flow: Flow, on reference: LegReference, to properties: inout JSONMembers
    ) {
        guard flow.legs.count > 1, let first = flow.legs.first else { return }
        guard first == reference else {
            let number = atlas.tellings.firstNumber(ofDocument: first.map) + first.route
            properties.add("same_as", "route-\(number)-leg-\(first.leg + 1)")
            return
        }
        properties.add("told") { json in
            json.statements(
                FlowStatements(atlas, texts: texts).statements(of: flow), of: atlas)
        }
    }

    /// A feature without a geometry of a route without legs, with the reason.
    func append(_ record: RouteRecord, to json: inout JSONBytes) {
        var properties = JSONMembers()
        properties.add(RouteFacts.all, of: record)
        properties.add("kind", "route")
        properties.add("from", record.label.origin)
        properties.add("to", record.label.destination)
        properties.add("reason", "an end of this route could not be located or nothing is drawn")
        add(record, leg: nil, count: 1, to: &properties)
        append("route-\(record.number)", [], properties, to: &json)
    }

    private func append(
        _ id: String, _ lines: [LineString], _ properties: JSONMembers, to json: inout JSONBytes
    ) {
        json.object { json in
            json.featureHead(id: id)
            json.key("geometry")
            json.geometry(lines)
            json.key("properties")
            properties.write(to: &json)
        }
    }

    /// What map pages draw and tell of a line.
    ///
    /// simplestyle 1.1.0 has no dashes: what is not plain fact is drawn paler.
    private func add(
        _ record: RouteRecord, leg: Leg?, count: Int, to properties: inout JSONMembers
    ) {
        properties.add("description", record.description(of: leg))
        properties.add("stroke", MapStyle.stroke(leg?.mode ?? record.movement.mode))
        properties.add("stroke-opacity") {
            $0.number(MapStyle.opacity(record.movement.status), decimals: 1)
        }
        let width = MapStyle.width(ofRoutes: count) - (leg?.isSchematic == false ? 0 : 1)
        properties.add("stroke-width") { $0.number(width, decimals: 1) }
    }
}
