internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

extension GeoJSONFeatures {
    /// A Point feature of a place; without a geometry, but with the reason, where it could not be located.
    func append(_ place: CitedPlace, to json: inout JSONBytes) {
        json.object { json in
            json.featureHead(id: place.id)
            json.key("geometry")
            if let coordinate = place.display {
                json.object { json in
                    json.key("coordinates")
                    json.position(coordinate)
                    json.key("type")
                    json.string("Point")
                }
            } else {
                json.null()
            }
            json.key("properties")
            json.object { json in appendProperties(of: place, to: &json) }
        }
    }

    private func appendProperties(of place: CitedPlace, to json: inout JSONBytes) {
        let surest = atlas.toponym(place.surest)
        json.optional("admin1", place.place?.admin1)
        json.key("alternatives")
        json.array { json in
            for candidate in surest.choice.runnersUp.prefix(5) {
                append(candidate, to: &json)
            }
        }
        json.key("because")
        json.array { json in
            for reason in surest.because { json.string(reason) }
        }
        json.key("class")
        json.string(place.className)
        json.key("confidence")
        json.number(place.confidence, decimals: 3)
        json.optional("country", place.place?.country)
        if surest.isDecided {
            json.key("decided")
            json.boolean(true)
        }
        json.key("description")
        json.string(description(of: place))
        if let number = place.place?.id.geonameID {
            json.key("geonameid")
            json.integer(number)
        }
        json.key("kind")
        json.string("place")
        // The geometry of an area is where it is shown; these are the position of the place.
        if let coordinate = place.coordinate, place.display != coordinate {
            json.key("lat")
            json.number(coordinate.latitude, decimals: 6)
        }
        json.optional("licence", place.place.flatMap { atlas.licence(ofSource: $0.source) })
        if let coordinate = place.coordinate, place.display != coordinate {
            json.key("lon")
            json.number(coordinate.longitude, decimals: 6)
        }
        json.key("marker-color")
        json.string(MapStyle.marker(place.roles))
        json.key("marker-size")
        json.string(place.roles.isEmpty ? "small" : "medium")
        json.key("mentions")
        json.array { json in
            for reference in place.mentions { append(reference, to: &json) }
        }
        json.key("name")
        json.string(place.name)
        json.optional("radius_km", surest.radius ?? place.place?.radius)
        json.optional("reason", place.reasonNotLocated)
        json.key("role")
        json.string(place.roleText)
        json.key("source")
        json.string(place.place?.source ?? "text")
        json.key("title")
        json.string(place.place?.label ?? place.name)
    }

    private func append(_ candidate: Candidate, to json: inout JSONBytes) {
        json.object { json in
            json.key("class")
            json.string(candidate.place.kind.rawValue)
            json.key("confidence")
            json.number(candidate.confidence, decimals: 3)
            json.optional("country", candidate.place.country)
            json.key("id")
            json.string(candidate.place.id.rawValue)
            json.key("lat")
            json.number(candidate.place.coordinate.latitude, decimals: 6)
            json.key("lon")
            json.number(candidate.place.coordinate.longitude, decimals: 6)
            json.key("name")
            json.string(candidate.place.name)
        }
    }

    private func append(_ reference: MentionReference, to json: inout JSONBytes) {
        let mention = atlas.toponym(reference).mention
        json.object { json in
            if atlas.maps.count > 1 {
                json.key("document")
                json.integer(reference.map)
            }
            json.spanEnd(mention.utf8Range, in: texts[reference.map])
            json.spanStart(mention.utf8Range, in: texts[reference.map])
            json.spanText(mention.utf8Range, in: texts[reference.map])
            json.key("use")
            json.string(mention.use.rawValue)
        }
    }

    /// What a map's pop-up says: how sure, how often, why.
    private func description(of place: CitedPlace) -> String {
        if let reason = place.reasonNotLocated { return "not located: " + reason }
        var parts = [
            place.place?.kind.rawValue ?? "position in the text",
            "\(Int((place.confidence * 100).rounded())) % sure",
            place.mentions.count == 1
                ? "mentioned once" : "mentioned \(place.mentions.count) times",
        ]
        let because = atlas.toponym(place.surest).because
        if !because.isEmpty { parts.append("because " + because.joined(separator: "; ")) }
        return parts.joined(separator: " · ")
    }
}
