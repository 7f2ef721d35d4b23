internal import Documents
public import Foundation
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

/// Writes the cited places in the Linked Places format 1.1, as the World Historical Gazetteer and Recogito take it.
///
/// The format: LinkedPasts/linked-places-format. Each place has the names the documents use, with the
/// document as citation, its kind, its point with a certainty, and a link to its record.
public struct LinkedPlacesWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas's places; those without a position have no geometry.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        file.json.openObject()
        file.json.key("@context")
        file.json.string(Self.context)
        file.json.key("attribution")
        file.json.array { json in
            for notice in atlas.notices { json.string(notice) }
        }
        file.json.key("features")
        file.json.openArray()
        for record in atlas.placeRecords {
            append(record, to: &file.json)
            try file.flush()
        }
        file.json.closeArray()
        // The format has places only: the routes stand in a member of our own, which others pass over.
        file.json.key("periplus")
        file.json.openObject()
        file.json.key("routes")
        file.json.openArray()
        try atlas.forEachRoute { (record) throws(FormatError) in
            append(record, to: &file.json)
            try file.flush()
        }
        file.json.closeArray()
        file.json.closeObject()
        file.json.key("type")
        file.json.string("FeatureCollection")
        file.json.closeObject()
        try file.commit()
    }

    private static let context =
        "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"

    private func append(_ record: RouteRecord, to json: inout JSONBytes) {
        var members = JSONMembers()
        members.add(RouteFacts.all, of: record)
        members.add("legs") { json in
            json.array { json in
                for leg in record.legs {
                    var members = JSONMembers()
                    members.add(LegFacts.own, of: leg)
                    members.write(to: &json)
                }
            }
        }
        members.write(to: &json)
    }

    private func append(_ record: PlaceRecord, to json: inout JSONBytes) {
        let (place, atlas) = (record.place, record.atlas)
        json.object { json in
            json.key("@id")
            json.string(Self.address(of: place))
            json.key("geometry")
            appendGeometry(of: place, to: &json)
            json.key("links")
            json.array { json in
                guard let number = place.place?.id.geonameID else { return }
                json.object { json in
                    json.key("identifier")
                    json.string("gn:\(number)")
                    json.key("type")
                    json.string("closeMatch")
                }
            }
            json.key("names")
            json.array { json in appendNames(of: place, in: atlas, to: &json) }
            json.key("properties")
            var properties = JSONMembers()
            properties.add(PlaceFacts.all, of: record)
            properties.add("ccodes") { json in
                json.array { json in
                    if let country = place.place?.country { json.string(country) }
                }
            }
            if let kind = place.place?.kind {
                properties.add("fclasses") { json in
                    json.array { $0.string(LinkedPlaceType(kind).featureClass) }
                }
            }
            properties.add("title", place.name)
            properties.write(to: &json)
            json.key("type")
            json.string("Feature")
            json.key("types")
            json.array { json in
                guard let kind = place.place?.kind else { return }
                let type = LinkedPlaceType(kind)
                json.object { json in
                    json.key("identifier")
                    json.string("aat:\(type.concept)")
                    json.key("label")
                    json.string(type.label)
                    // The kind as our own gazetteer has it.
                    json.key("sourceLabels")
                    json.array { json in
                        json.object { json in
                            json.key("label")
                            json.string(kind.rawValue)
                            json.key("lang")
                            json.string("en")
                        }
                    }
                }
            }
            appendTime(of: place, in: atlas, to: &json)
        }
    }

    private func appendGeometry(of place: CitedPlace, to json: inout JSONBytes) {
        json.object { json in
            json.key("geometries")
            json.array { json in
                guard let position = place.coordinate else { return }
                json.object { json in
                    json.key("certainty")
                    json.string(Self.certainty(place))
                    json.key("coordinates")
                    json.position(position)
                    json.key("type")
                    json.string("Point")
                }
            }
            json.key("type")
            json.string("GeometryCollection")
        }
    }

    /// The names as the documents write them, each once, cited by document.
    private func appendNames(of place: CitedPlace, in atlas: Atlas, to json: inout JSONBytes) {
        if !place.isNamed {
            // A port that legs end at, by its own name.
            json.object { json in
                json.key("lang")
                json.string("en")
                json.key("toponym")
                json.string(place.name)
            }
        }
        var known: Set<String> = []
        for reference in place.mentions {
            let name = atlas.toponym(reference).mention.text
            guard known.insert(name).inserted else { continue }
            let document = atlas.maps[reference.map].document
            json.object { json in
                json.key("citations")
                json.array { json in
                    json.object { json in
                        json.key("@id")
                        json.string(document.source ?? document.digestAddress)
                        json.key("label")
                        json.string(document.title ?? document.source ?? "document")
                    }
                }
                json.key("lang")
                json.string(document.language ?? "en")
                json.key("toponym")
                json.string(name)
            }
        }
    }

    /// The first document's day, when the place is attested.
    private func appendTime(of place: CitedPlace, in atlas: Atlas, to json: inout JSONBytes) {
        let days = place.mentions.compactMap { atlas.maps[$0.map].document.date?.day }
        guard let first = days.min() else { return }
        json.key("when")
        json.object { json in
            json.key("timespans")
            json.array { json in
                json.object { json in
                    json.key("start")
                    json.object { json in
                        json.key("in")
                        json.string("\(first)")
                    }
                }
            }
        }
    }

    private static func address(of place: CitedPlace) -> String {
        if let number = place.place?.id.geonameID { return "https://www.geonames.org/\(number)" }
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._,"))
        let name = place.id.addingPercentEncoding(withAllowedCharacters: allowed) ?? "place"
        return "urn:periplus:place:\(name)"
    }

    /// The format's three words for how sure a geometry is: a point that stands for an area is never certain.
    private static func certainty(_ place: CitedPlace) -> String {
        if place.confidence < 0.6 { return "uncertain" }
        return place.confidence >= 0.9 && !place.isArea ? "certain" : "less-certain"
    }
}

extension Document {
    /// An address for a document that has none: the digest of its text.
    var digestAddress: String {
        "urn:sha256:" + SHA256.hexadecimal(of: Array(text.utf8))
    }
}
