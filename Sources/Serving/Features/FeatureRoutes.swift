internal import Foundation
internal import Hummingbird
internal import Periplus
internal import Projects

/// OGC API - Features, Parts 1 and 3: the places, legs and routes of all documents, for QGIS and GDAL.
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
            table.on(path, .get) { request, _ in try await items(of: collection, request) }
            table.on("/ogc/collections/\(collection.name)/queryables", .get) { request, _ in
                _ = try RequestQuery(request, knowing: ["f"])
                return .json(
                    QueryablesAnswer(collection, at: base(request)), type: FeatureLink.schema)
            }
            table.on(path + "/:id", .get) { request, id in
                _ = try RequestQuery(request, knowing: ["f"])
                guard let feature = try project.feature(id, in: collection) else {
                    throw ServiceError.notFound("feature of this id")
                }
                return .data(feature, type: FeatureLink.geoJSON)
            }
        }
    }

    private static let classes = [
        ("ogcapi-features-1", ["core", "geojson", "oas30"]),
        ("ogcapi-features-3", ["queryables", "filter", "features-filter"]),
        (
            "cql2",
            [
                "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators",
                "basic-spatial-functions",
            ]
        ),
    ].flatMap { part, names in
        names.map { "http://www.opengis.net/spec/\(part)/1.0/conf/\($0)" }
    }

    /// Filters look at many features: nothing else shall wait for them.
    private static let filters = WorkExecutor(name: "periplus.filters", most: 2)

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
    ) async throws -> Response {
        let parameters = try RequestQuery(
            request,
            knowing: [
                "bbox", "bbox-crs", "datetime", "filter", "filter-lang", "filter-crs", "limit",
                "after", "document", "f",
            ])
        let query = try FeatureQuery(collection, parameters)
        let base = base(request)
        guard query.filter != nil else { return try page(query, at: base) }
        return try await withTaskExecutorPreference(Self.filters) { try page(query, at: base) }
    }

    private func page(_ query: FeatureQuery, at base: String) throws -> Response {
        let page = try project.features(query, countingTo: Self.mostCounted)
        return .data(body(page, query, at: base), type: FeatureLink.geoJSON)
    }

    /// To count more takes longer than a page.
    private static let mostCounted = 50_000

    private func body(
        _ page: FeaturePage, _ query: FeatureQuery, at base: String
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
        if let count = page.matched { body += Data(",\"numberMatched\":\(count)".utf8) }
        body += Data(
            ",\"numberReturned\":\(page.features.count),\"timeStamp\":\"\(DocumentRoutes.now)\"}"
                .utf8)
        return body
    }
}
