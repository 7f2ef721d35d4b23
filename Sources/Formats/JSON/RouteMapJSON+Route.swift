internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

extension RouteMapJSON {
    func append(_ route: Route, _ spans: SpanText, to json: inout JSONBytes) {
        let movement = route.movement
        json.object { json in
            json.optionalSpan("actor", movement.actor, in: spans)
            json.optionalSpan("attribution", movement.attribution, in: spans)
            if movement.isBidirectional {
                json.key("bidirectional")
                json.boolean(true)
            }
            json.key("cargo")
            if let cargo = movement.cargo { json.span(cargo, in: spans) } else { json.null() }
            json.key("confidence")
            json.number(route.confidence, decimals: 3)
            if let continues = movement.continues {
                json.key("continues")
                json.integer(continues)
            }
            json.optionalSpan("cue", movement.cue, in: spans)
            if let date = movement.date {
                json.key("date")
                append(date, spans, to: &json)
            }
            if route.isDecided {
                json.key("decided")
                json.boolean(true)
            }
            json.key("destination")
            json.optionalInteger(movement.destination)
            json.key("evidence")
            json.array { json in
                for range in movement.evidence { json.evidence(range, in: spans) }
            }
            json.key("legs")
            json.array { json in
                for leg in route.legs { append(leg, to: &json) }
            }
            json.key("mode")
            json.string(movement.mode.rawValue)
            json.key("mode_basis")
            json.string(movement.modeBasis.rawValue)
            json.key("origin")
            json.optionalInteger(movement.origin)
            json.optionalSpan("quantity", movement.quantity, in: spans)
            json.key("relation")
            json.string(movement.relation.rawValue)
            json.key("rule")
            json.string(movement.rule)
            json.key("status")
            json.string(movement.status.rawValue)
            json.optionalSpan("trigger", movement.trigger, in: spans)
            json.optionalSpan("vehicle", movement.vehicle, in: spans)
            if let identifier = movement.vehicleIdentifier {
                json.key("vehicle_id")
                append(identifier, spans, to: &json)
            }
            json.key("via")
            json.array { json in
                for index in movement.via { json.integer(index) }
            }
        }
    }

    private func append(
        _ identifier: VehicleIdentifier, _ spans: SpanText, to json: inout JSONBytes
    ) {
        json.object { json in
            json.spanEnd(identifier.utf8Range, in: spans)
            json.key("kind")
            json.string(identifier.kind.rawValue)
            json.spanStart(identifier.utf8Range, in: spans)
            json.spanText(identifier.utf8Range, in: spans)
            json.key("valid")
            json.boolean(identifier.isValid)
            json.key("value")
            json.string(identifier.value)
        }
    }

    private func append(_ date: StatedDate, _ spans: SpanText, to json: inout JSONBytes) {
        json.object { json in
            json.spanEnd(date.utf8Range, in: spans)
            json.key("from")
            json.optionalString(date.from)
            json.spanStart(date.utf8Range, in: spans)
            json.spanText(date.utf8Range, in: spans)
            json.key("to")
            json.optionalString(date.to)
        }
    }

    /// What was assumed: the ports of each end, the one drawn first, and the lengths between them.
    private func append(_ assumed: LegAssumption, to json: inout JSONBytes) {
        json.object { json in
            if !assumed.from.isEmpty {
                json.key("from")
                append(assumed.from, to: &json)
            }
            if let range = assumed.range {
                json.key("km_range")
                json.array { json in
                    json.number(range.lowerBound.kilometres, decimals: 1)
                    json.number(range.upperBound.kilometres, decimals: 1)
                }
            }
            json.key("text")
            json.string(assumed.text)
            if !assumed.to.isEmpty {
                json.key("to")
                append(assumed.to, to: &json)
            }
        }
    }

    private func append(_ ports: [Place], to json: inout JSONBytes) {
        json.array { json in
            for port in ports { append(port, to: &json) }
        }
    }

    func append(_ leg: Leg, to json: inout JSONBytes) {
        json.object { json in
            if let assumed = leg.assumed {
                json.key("assumed")
                json.string(assumed.kind.rawValue)
                json.key("assumed_from")
                append(assumed, to: &json)
            }
            json.key("drawn_km")
            if let drawn = leg.drawn, !leg.isSchematic {
                json.number(drawn.kilometres, decimals: 1)
            } else {
                json.null()
            }
            json.key("from")
            json.integer(leg.from)
            if let place = leg.fromPlace {
                json.key("from_place")
                append(place, to: &json)
            }
            json.key("geodesic_km")
            json.number(leg.geodesic.kilometres, decimals: 1)
            if let range = leg.range {
                json.key("km_range")
                json.array { json in
                    json.number(range.lowerBound.kilometres, decimals: 1)
                    json.number(range.upperBound.kilometres, decimals: 1)
                }
            }
            json.key("method")
            json.string(leg.method)
            json.key("mode")
            json.string(leg.mode.rawValue)
            if !leg.passages.isEmpty {
                json.key("passages")
                json.array { json in
                    for passage in leg.passages { json.string(passage) }
                }
            }
            if let sailing = leg.sailing {
                json.key("sailing_km")
                json.number(sailing.kilometres, decimals: 1)
            }
            json.key("to")
            json.integer(leg.to)
            if let place = leg.toPlace {
                json.key("to_place")
                append(place, to: &json)
            }
        }
    }
}

extension JSONBytes {
    /// A key with a SPAN; left out where there is none.
    mutating func optionalSpan(_ name: StaticString, _ range: Range<Int>?, in spans: SpanText) {
        guard let range else { return }
        key(name)
        span(range, in: spans)
    }

    mutating func optionalInteger(_ value: Int?) {
        if let value { integer(value) } else { null() }
    }

    mutating func optionalString(_ value: String?) {
        if let value { string(value) } else { null() }
    }
}
