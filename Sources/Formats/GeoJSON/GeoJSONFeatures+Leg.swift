internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

extension GeoJSONFeatures {
    /// A line feature of a leg; of a route without legs one feature without a geometry, with the reason.
    func append(_ record: RouteRecord, leg: Leg?, number: Int?, to json: inout JSONBytes) {
        json.object { json in
            json.featureHead(id: "route-\(record.number)" + (number.map { "-leg-\($0)" } ?? ""))
            json.key("geometry")
            json.geometry(leg?.lines ?? [])
            json.key("properties")
            json.object { json in
                appendProperties(of: record, leg: leg, number: number, to: &json)
            }
        }
    }

    private func appendProperties(
        of record: RouteRecord, leg: Leg?, number: Int?, to json: inout JSONBytes
    ) {
        let movement = record.movement
        let end = leg?.to ?? movement.destination
        let start = leg?.from ?? movement.origin
        json.optional("actor", record.words(movement.actor))
        json.optional("attribution", record.words(movement.attribution))
        json.key("bidirectional")
        json.boolean(movement.isBidirectional)
        json.optional("cargo", record.words(movement.cargo))
        json.key("confidence")
        json.number(record.route.confidence, decimals: 3)
        let flow = number.flatMap { atlas.flowIndex(of: record.reference(toLeg: $0 - 1)) }
            .map { atlas.flows[$0] }
        if let continues = record.continues {
            json.key("continues")
            json.integer(continues)
        }
        if let flow {
            json.key("count")
            json.integer(flow.routes)
        }
        json.optional("cue", record.words(movement.cue))
        json.optional("date", record.words(movement.date?.utf8Range))
        json.optional("date_from", movement.date?.from)
        json.optional("date_to", movement.date?.to)
        if record.route.isDecided {
            json.key("decided")
            json.boolean(true)
        }
        json.key("description")
        json.string(record.description(of: leg))
        if atlas.maps.count > 1 {
            json.key("document")
            json.integer(record.mapIndex)
            json.key("document_name")
            json.string(atlas.name(ofDocument: record.mapIndex))
            json.optional("document_source", record.map.document.source)
            if let flow {
                json.key("documents")
                json.integer(flow.documents)
            }
        }
        json.optional("drawn_km", leg?.isSchematic == false ? leg?.drawn : nil)
        json.key("evidence")
        json.array { json in
            for range in movement.evidence { json.span(range, in: record.text) }
        }
        json.key("from")
        json.string(leg?.fromPlace?.label ?? RouteLabel.name(of: start, in: record.map))
        json.optional("geodesic_km", leg?.geodesic)
        json.key("kind")
        json.string(leg == nil ? "route" : "leg")
        json.optional("km_max", leg?.range?.upperBound)
        json.optional("km_min", leg?.range?.lowerBound)
        if let number {
            json.key("leg")
            json.integer(number)
        }
        json.optional("method", leg?.method)
        json.key("mode")
        json.string((leg?.mode ?? movement.mode).rawValue)
        json.key("mode_basis")
        json.string(movement.modeBasis.rawValue)
        if let leg, !leg.passages.isEmpty {
            json.key("passages")
            json.array { json in
                for passage in leg.passages { json.string(passage) }
            }
        }
        json.optional("quantity", record.words(movement.quantity))
        if leg == nil {
            json.key("reason")
            json.string("an end of this route could not be located or nothing is drawn")
        }
        json.key("relation")
        json.string(movement.relation.rawValue)
        json.key("route")
        json.integer(record.number)
        json.key("rule")
        json.string(movement.rule)
        json.optional("sailing_km", leg?.sailing)
        json.key("schematic")
        json.boolean(leg?.isSchematic ?? true)
        json.key("status")
        json.string(movement.status.rawValue)
        appendStroke(of: record, leg: leg, count: flow?.routes ?? 1, to: &json)
        json.key("title")
        json.string(record.label.title)
        json.key("to")
        json.string(leg?.toPlace?.label ?? RouteLabel.name(of: end, in: record.map))
        json.optional("vehicle", record.words(movement.vehicle))
        json.key("via")
        json.array { json in
            for name in record.label.via { json.string(name) }
        }
    }

    /// simplestyle 1.1.0: no dashes there, so what is not plain fact is drawn paler.
    private func appendStroke(
        of record: RouteRecord, leg: Leg?, count: Int, to json: inout JSONBytes
    ) {
        json.key("stroke")
        json.string(MapStyle.stroke(leg?.mode ?? record.movement.mode))
        json.key("stroke-opacity")
        json.number(MapStyle.opacity(record.movement.status), decimals: 1)
        json.key("stroke-width")
        let width = MapStyle.width(ofRoutes: count) - (leg?.isSchematic == false ? 0 : 1)
        json.number(width, decimals: 1)
    }
}
