internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

extension RouteMapJSON {
    func append(_ toponym: ResolvedToponym, _ spans: SpanText, to json: inout JSONBytes) {
        let range = toponym.mention.utf8Range
        let isPlaced = toponym.mention.use.isPlaced
        json.object { json in
            json.key("alternatives")
            json.array { json in
                guard isPlaced else { return }
                for candidate in toponym.choice.runnersUp.prefix(maximumAlternatives) {
                    json.object { json in
                        append(
                            fieldsOf: candidate.place, confidence: candidate.confidence,
                            radius: candidate.place.radius, to: &json)
                    }
                }
            }
            json.key("because")
            json.array { json in
                for reason in toponym.because { json.string(reason) }
            }
            json.key("confidence")
            // Undecided between several, it is as sure as the best of them.
            let best = toponym.choice.best ?? toponym.choice.runnersUp.first
            let placed = isPlaced ? best?.confidence : nil
            json.number(placed ?? toponym.mention.recognitionConfidence, decimals: 3)
            if toponym.isDecided {
                json.key("decided")
                json.boolean(true)
            }
            json.spanEnd(range, in: spans)
            json.key("kind")
            json.string(toponym.mention.kind.rawValue)
            json.key("place")
            appendPlace(of: toponym, to: &json)
            json.spanStart(range, in: spans)
            json.spanText(range, in: spans)
            json.key("use")
            json.string(toponym.mention.use.rawValue)
        }
    }

    private func appendPlace(of toponym: ResolvedToponym, to json: inout JSONBytes) {
        if let place = toponym.place {
            json.object { json in
                append(
                    fieldsOf: place, confidence: nil, radius: toponym.radius ?? place.radius,
                    to: &json)
            }
        } else if toponym.mention.use.isPlaced, let position = toponym.mention.coordinate {
            append(
                written: position, as: toponym.mention.kind, toponym.mention.text,
                radius: toponym.radius, to: &json)
        } else {
            json.null()
        }
    }

    /// A place as an object of its own.
    func append(_ place: Place, to json: inout JSONBytes) {
        json.object { json in
            append(fieldsOf: place, confidence: nil, radius: place.radius, to: &json)
        }
    }

    private func append(
        fieldsOf place: Place, confidence: Double?, radius: Distance?, to json: inout JSONBytes
    ) {
        if let admin1 = place.admin1 {
            json.key("admin1")
            json.string(admin1)
        }
        json.key("class")
        json.string(place.kind.rawValue)
        if let confidence {
            json.key("confidence")
            json.number(confidence, decimals: 3)
        }
        json.key("country")
        if let country = place.country { json.string(country) } else { json.null() }
        if let display = place.display {
            json.key("display")
            json.object { json in
                json.key("lat")
                json.number(display.latitude, decimals: 6)
                json.key("lon")
                json.number(display.longitude, decimals: 6)
            }
        }
        if let number = place.id.geonameID {
            json.key("geonameid")
            json.integer(number)
        }
        json.key("id")
        json.string(place.id.rawValue)
        json.key("lat")
        json.number(place.coordinate.latitude, decimals: 6)
        json.key("lon")
        json.number(place.coordinate.longitude, decimals: 6)
        json.key("name")
        json.string(place.name)
        if let radius {
            json.key("radius_km")
            json.number(radius.kilometres, decimals: 1)
        }
        json.key("source")
        json.string(place.source)
    }

    /// A position written in the text, or described in it: a place without an entry, whose source is the text.
    private func append(
        written position: Coordinate, as kind: MentionKind, _ words: String, radius: Distance?,
        to json: inout JSONBytes
    ) {
        json.object { json in
            json.key("class")
            json.string(kind == .description ? "description" : "coordinate")
            json.key("country")
            json.null()
            json.key("id")
            json.string(position.textID)
            json.key("lat")
            json.number(position.latitude, decimals: 6)
            json.key("lon")
            json.number(position.longitude, decimals: 6)
            json.key("name")
            json.string(words)
            if let radius {
                json.key("radius_km")
                json.number(radius.kilometres, decimals: 1)
            }
            json.key("source")
            json.string("text")
        }
    }
}

extension Coordinate {
    /// The id of a position that the text itself writes: "text:36.85,53.37".
    var textID: String {
        "text:" + DecimalText.string(latitude, decimals: 6) + ","
            + DecimalText.string(longitude, decimals: 6)
    }
}
