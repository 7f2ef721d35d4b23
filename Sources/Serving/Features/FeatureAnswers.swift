internal import Foundation
internal import Projects

/// A link as OGC API has them.
struct FeatureLink: Encodable {
    var rel: String
    var href: String
    var type: String
    var title: String?

    static let geoJSON = "application/geo+json"
    static let schema = "application/schema+json"
    static let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

    init(_ rel: String, _ href: String, type: String = "application/json", title: String? = nil) {
        self.rel = rel
        self.href = href
        self.type = type
        self.title = title
    }
}

/// What is told of a collection.
struct CollectionAnswer: Encodable {
    var id: String
    var title: String
    var description: String
    var itemType = "feature"
    var crs = [FeatureLink.crs84]
    var extent: Extent?
    var links: [FeatureLink]

    struct Extent: Encodable {
        var spatial: Spatial?
        var temporal: Temporal?
    }

    struct Spatial: Encodable {
        var bbox: [[Double]]
        var crs = FeatureLink.crs84
    }

    struct Temporal: Encodable {
        var interval: [[String]]
        var trs = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
    }

    init(
        _ collection: ProjectFeature.Collection, at base: String, in project: Project
    ) throws(ProjectError) {
        id = collection.name
        title = collection.name.capitalized
        description = collection.words
        let (box, days) = try project.extent(of: collection)
        if box != nil || days != nil {
            extent = Extent(
                spatial: box.map { Spatial(bbox: [[$0.west, $0.south, $0.east, $0.north]]) },
                temporal: days.map {
                    Temporal(
                        interval: [["\($0.lowerBound)T00:00:00Z", "\($0.upperBound)T23:59:59Z"]])
                })
        }
        let address = "\(base)/collections/\(collection.name)"
        links = [
            FeatureLink("self", address),
            FeatureLink("items", address + "/items", type: FeatureLink.geoJSON, title: title),
            FeatureLink(
                "http://www.opengis.net/def/rel/ogc/1.0/queryables", address + "/queryables",
                type: FeatureLink.schema, title: "What filters may name"),
        ]
    }
}

extension ProjectFeature.Collection {
    /// Its name in addresses.
    var name: String {
        switch self {
        case .places: "places"
        case .legs: "legs"
        case .routes: "routes"
        }
    }

    /// What it holds.
    var words: String {
        switch self {
        case .places: "The places that documents name, each once a document."
        case .legs: "The legs of the routes that documents state, with their lengths."
        case .routes: "The routes that documents state, each with all its legs."
        }
    }
}
