internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

extension GeoJSONFeatures {
    /// A Point feature of a place; without a geometry, but with the reason, where it could not be located.
    func append(_ record: PlaceRecord, to json: inout JSONBytes) {
        json.object { json in
            json.featureHead(id: record.place.id)
            json.key("geometry")
            if let coordinate = record.place.display {
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
            properties(of: record).write(to: &json)
        }
    }

    private func properties(of record: PlaceRecord) -> JSONMembers {
        let (place, surest) = (record.place, record.surest)
        var properties = JSONMembers()
        properties.add(PlaceFacts.all, of: record)
        // Objects, where a cell has but words and a count.
        properties.add("alternatives") { json in
            json.array { json in
                for candidate in surest.choice.runnersUp.prefix(5) {
                    append(candidate, to: &json)
                }
            }
        }
        properties.add("mentions") { json in
            json.array { json in
                for reference in place.mentions { append(reference, to: &json) }
            }
        }
        properties.add("kind", "place")
        properties.add("description", description(of: place))
        properties.add("title", place.place?.label ?? place.name)
        properties.add("marker-color", MapStyle.marker(place.roles))
        properties.add("marker-size", place.roles.isEmpty ? "small" : "medium")
        return properties
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

    private static func count(of place: CitedPlace) -> String {
        switch place.mentions.count {
        case 0: "not named in the text"
        case 1: "mentioned once"
        default: "mentioned \(place.mentions.count) times"
        }
    }

    /// What a map's pop-up says: how sure, how often, why.
    private func description(of place: CitedPlace) -> String {
        if let reason = place.reasonNotLocated { return "not located: " + reason }
        var parts = [
            place.place?.kind.rawValue ?? "position in the text",
            "\(Int((place.confidence * 100).rounded())) % sure",
            Self.count(of: place),
        ]
        let because = atlas.surest(of: place).because
        if !because.isEmpty { parts.append("because " + because.joined(separator: "; ")) }
        return parts.joined(separator: " · ")
    }
}
