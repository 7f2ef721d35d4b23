internal import Foundation
internal import Hummingbird
internal import Projects

/// OGC API - Features, Part 1: the places, legs and routes of all documents, for QGIS and GDAL.
struct FeatureRoutes: Sendable {
    let project: Project
    let settings: ServiceSettings

    func add(to table: RouteTable) {
        table.on("/ogc", .get) { request, _ in
            _ = try RequestQuery(request, knowing: ["f"])
            return .json(landing(at: base(request)))
        }
        table.on("/ogc/conformance", .get) { request, _ in
            _ = try RequestQuery(request, knowing: ["f"])
            return .json(Conformance(conformsTo: Self.classes))
        }
        table.on("/ogc/collections", .get) { request, _ in
            _ = try RequestQuery(request, knowing: ["f"])
            let base = base(request)
            return .json(
                Collections(
                    links: [FeatureLink("self", base + "/collections")],
                    collections: try ProjectFeature.Collection.allCases.map {
                        try CollectionAnswer($0, at: base, in: project)
                    }))
        }
        for collection in ProjectFeature.Collection.allCases {
            table.on("/ogc/collections/\(collection.name)", .get) { request, _ in
                _ = try RequestQuery(request, knowing: ["f"])
                return .json(try CollectionAnswer(collection, at: base(request), in: project))
            }
            let path = "/ogc/collections/\(collection.name)/items"
            table.on(path, .get) { request, _ in try items(of: collection, request) }
            table.on(path + "/:id", .get) { request, id in
                _ = try RequestQuery(request, knowing: ["f"])
                guard let feature = try project.feature(id, in: collection) else {
                    throw ServiceError.notFound("feature of this id")
                }
                return .data(feature, type: FeatureLink.geoJSON)
            }
        }
    }

    private static let classes = ["core", "geojson", "oas30"].map {
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
    }

    private func base(_ request: Request) -> String { settings.base(of: request) + "/ogc" }

    private struct Landing: Encodable {
        var title: String
        var description: String
        var links: [FeatureLink]
    }

    private struct Conformance: Encodable {
        var conformsTo: [String]
    }

    private struct Collections: Encodable {
        var links: [FeatureLink]
        var collections: [CollectionAnswer]
    }

    private func landing(at base: String) -> Landing {
        Landing(
            title: "Periplus", description: "Places, legs and routes that documents tell of.",
            links: [
                FeatureLink("self", base),
                FeatureLink(
                    "service-desc", base.dropLast(4) + "/openapi.json",
                    type: "application/vnd.oai.openapi+json;version=3.0"),
                FeatureLink("service-doc", base.dropLast(4) + "/", type: "text/html"),
                FeatureLink("conformance", base + "/conformance"),
                FeatureLink("data", base + "/collections"),
            ])
    }

    private func items(
        of collection: ProjectFeature.Collection, _ request: Request
    ) throws -> Response {
        let parameters = try RequestQuery(
            request,
            knowing: ["bbox", "bbox-crs", "datetime", "limit", "after", "document", "f"])
        var query = FeatureQuery(collection)
        query.limit = try parameters.number("limit", in: 1...Int.max, else: 100)
        // More than there may be is no fault: as many as there may be are given.
        query.limit = min(query.limit, 10_000)
        query.after = Int64(try parameters.number("after", in: 0...(1 << 53) - 1, else: 0))
        query.document = try parameters.value("document")
        if let crs = try parameters.value("bbox-crs"), crs != FeatureLink.crs84 {
            throw ServiceError.badRequest("boxes are in \(FeatureLink.crs84)")
        }
        query.boxes = try parameters.value("bbox").map { text throws(ServiceError) in
            try BoxText.boxes(text)
        }
        if let text = try parameters.value("datetime") {
            (query.firstDay, query.lastDay) = try DayText.days(text)
        }
        let page = try project.features(query)
        let count = try project.count(query, atMost: Self.mostCounted)
        return .data(
            body(page, count: count, query, at: base(request), parameters),
            type: FeatureLink.geoJSON)
    }

    /// To count more takes longer than a page.
    private static let mostCounted = 50_000

    private func body(
        _ page: FeaturePage, count: Int?, _ query: FeatureQuery, at base: String,
        _ parameters: RequestQuery
    ) -> Data {
        let address = "\(base)/collections/\(query.collection.name)/items"
        var links = [
            FeatureLink(
                "self", address + query.text(after: query.after), type: FeatureLink.geoJSON),
            FeatureLink("collection", "\(base)/collections/\(query.collection.name)"),
        ]
        if let next = page.next {
            links.append(
                FeatureLink("next", address + query.text(after: next), type: FeatureLink.geoJSON))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var body = Data("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        for (index, feature) in page.features.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += feature
        }
        body += Data("],\"links\":".utf8)
        body += (try? encoder.encode(links)) ?? Data("[]".utf8)
        if let count { body += Data(",\"numberMatched\":\(count)".utf8) }
        body += Data(
            ",\"numberReturned\":\(page.features.count),\"timeStamp\":\"\(DocumentRoutes.now)\"}"
                .utf8)
        return body
    }
}
