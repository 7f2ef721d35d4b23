internal import Foundation
internal import HTTPTypes
internal import Projects

/// Makes the features of a project of a document's GeoJSON: its places, its legs, and of the legs its routes.
struct FeatureMaker {
    let document: String
    /// What it is called where it has no title.
    let name: String

    /// What the GeoJSON tells of the document.
    struct Facts: Sendable {
        var sha256 = ""
        var title: String?
        var date: String?
        var source: String?
    }

    private typealias Object = [String: Any]

    /// The features, and what is told of the document.
    ///
    /// - Throws: `ServiceError`, when it is no GeoJSON of ours.
    func features(of geoJSON: Data) throws -> (features: [ProjectFeature], facts: Facts) {
        guard let root = try? JSONSerialization.jsonObject(with: geoJSON) as? Object,
            let items = root["features"] as? [Object],
            let told = (root["periplus"] as? Object)?["documents"] as? [Object]
        else {
            throw ServiceError(.internalServerError, "no-map", "a worker's map is no GeoJSON")
        }
        let facts = Facts(
            sha256: told.first?["sha256"] as? String ?? "",
            title: told.first?["title"] as? String, date: told.first?["date"] as? String,
            source: told.first?["source"] as? String)
        var made: [ProjectFeature] = []
        var routes: [Int: [Object]] = [:]
        for item in items {
            guard let id = item["id"] as? String, let properties = item["properties"] as? Object
            else { continue }
            if let route = properties["route"] as? Int {
                routes[route, default: []].append(item)
                guard properties["leg"] != nil else { continue }
                made.append(
                    try feature(.legs, id, item["geometry"], properties, facts))
            } else {
                made.append(
                    try feature(.places, id, item["geometry"], properties, facts))
            }
        }
        for (number, legs) in routes.sorted(by: { $0.key < $1.key }) {
            made.append(try route(number, legs, facts))
        }
        return (made, facts)
    }

    /// What a leg tells of itself alone, or of how it is drawn.
    private static let ofLegs = [
        "leg", "source_lat", "source_lng", "target_lat", "target_lng", "drawn_km", "sailing_km",
        "geodesic_km", "km_min", "km_max", "passages", "method", "road_source", "assumed",
        "assumed_because", "assumed_from", "assumed_to", "assumed_km_min", "assumed_km_max",
        "count", "description",
    ]

    /// A route as the lines of all its legs.
    private func route(_ number: Int, _ legs: [Object], _ facts: Facts) throws -> ProjectFeature {
        let ordered = legs.compactMap { $0["properties"] as? Object }
        var properties = ordered.first ?? [:]
        for name in Self.ofLegs { properties[name] = nil }
        properties["kind"] = "route"
        properties["to"] = ordered.last?["to"]
        properties["legs"] = ordered.count { $0["leg"] != nil }
        let lengths = ordered.map { ($0["sailing_km"] ?? $0["drawn_km"]) as? Double }
        let known = lengths.compactMap { $0 }
        if !known.isEmpty, known.count == lengths.count {
            properties["km"] = (known.reduce(0, +) * 10).rounded() / 10
        }
        let lines = legs.flatMap { leg -> [Any] in
            guard let geometry = leg["geometry"] as? Object,
                let positions = geometry["coordinates"] as? [Any]
            else { return [] }
            return geometry["type"] as? String == "MultiLineString" ? positions : [positions]
        }
        let geometry: Any? =
            lines.isEmpty ? nil : ["type": "MultiLineString", "coordinates": lines] as Object
        return try feature(.routes, "route-\(number)", geometry, properties, facts)
    }

    private func feature(
        _ collection: ProjectFeature.Collection, _ id: String, _ geometry: Any?,
        _ properties: Object, _ facts: Facts
    ) throws -> ProjectFeature {
        var properties = properties
        properties["document"] = document
        properties["document_name"] = facts.title ?? name
        let first = properties["date_from"] as? String ?? facts.date
        let last = properties["date_to"] as? String ?? first
        var days: ClosedRange<String>?
        if let first, let last, first <= last {
            days = String(first.prefix(10))...String(last.prefix(10))
        }
        let id = "\(document).\(id)"
        var text = FeatureText()
        text.append(
            [
                "type": "Feature", "id": id, "geometry": geometry ?? NSNull(),
                "properties": properties,
            ] as Object)
        return ProjectFeature(
            collection: collection, id: id, json: text.data, box: Self.box(of: geometry), days: days
        )
    }

    /// The box around a geometry.
    private static func box(of geometry: Any?) -> ProjectFeature.Box? {
        guard let coordinates = (geometry as? Object)?["coordinates"] else { return nil }
        var box: ProjectFeature.Box?
        func add(_ item: Any) {
            guard let items = item as? [Any] else { return }
            guard let longitude = items.first as? Double, items.count > 1,
                let latitude = items[1] as? Double
            else {
                items.forEach(add)
                return
            }
            let old = box
            box = ProjectFeature.Box(
                west: min(old?.west ?? longitude, longitude),
                south: min(old?.south ?? latitude, latitude),
                east: max(old?.east ?? longitude, longitude),
                north: max(old?.north ?? latitude, latitude))
        }
        add(coordinates)
        return box
    }
}
