internal import Documents
internal import Foundation
internal import GRDB
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements
internal import RouteMaps

extension GeoPackageTables {
    func addPlaces(of atlas: Atlas) throws {
        let facts = FactTable.places
        var table = try create("places", facts.fields, geometry: "POINT")
        for record in atlas.placeRecords {
            let position = record.place.display
            try insert(
                facts.values(of: record), geometry: position.map(GeoPackageGeometry.point),
                positions: position.map { [$0] } ?? [], into: &table)
        }
        try finish(table, geometry: "POINT", description: "Places the documents cite")
    }

    /// The legs, and the routes with all their legs' lines.
    func addRoutes(of atlas: Atlas) throws {
        let (routeFacts, legFacts) = (FactTable.routes, FactTable.legs)
        var legs = try create(
            "legs", legFacts.fields + DrawingColumns.fields, geometry: "MULTILINESTRING")
        var routes = try create("routes", routeFacts.fields, geometry: "MULTILINESTRING")
        try atlas.forEachRoute { record in
            for leg in record.legs {
                let lines = leg.leg.lines
                try insert(
                    legFacts.values(of: leg) + DrawingColumns.values(of: leg, in: atlas),
                    geometry: GeoPackageGeometry.lines(lines),
                    positions: lines.flatMap(\.coordinates), into: &legs)
            }
            let lines = record.route.legs.flatMap(\.lines)
            try insert(
                routeFacts.values(of: record), geometry: GeoPackageGeometry.lines(lines),
                positions: lines.flatMap(\.coordinates), into: &routes)
        }
        try finish(legs, geometry: "MULTILINESTRING", description: "Legs with their lengths")
        try finish(
            routes, geometry: "MULTILINESTRING",
            description: "Routes, with the words that state them")
    }

    /// The flows, each with the line of its first leg.
    func addFlows(of atlas: Atlas) throws {
        var flows = try create("flows", FlowTable.fields, geometry: "MULTILINESTRING")
        var table = FlowTable(atlas)
        for (index, flow) in atlas.flows.enumerated() {
            let lines = atlas.first(of: flow).leg.lines
            try insert(
                table.values(of: index), geometry: GeoPackageGeometry.lines(lines),
                positions: lines.flatMap(\.coordinates), into: &flows)
        }
        try finish(
            flows, geometry: "MULTILINESTRING",
            description: "Legs that say the same, with the count of their routes and documents")
    }

    func addMentions(of atlas: Atlas) throws {
        var table = try create(
            "mentions",
            [
                Field("document", .integer), Field("start", .integer), Field("end", .integer),
                Field("text"), Field("kind"), Field("use"), Field("place_id"),
            ])
        for (mapIndex, map) in atlas.maps.enumerated() {
            let spans = SpanText(map.document.text)
            for toponym in map.toponyms {
                let range = spans.scalars(at: toponym.mention.utf8Range)
                try insert(
                    [
                        .integer(mapIndex), .integer(range.lowerBound),
                        .integer(range.upperBound),
                        .text(spans.string(at: toponym.mention.utf8Range)),
                        .text(toponym.mention.kind.rawValue), .text(toponym.mention.use.rawValue),
                        toponym.mention.use.isPlaced ? .text(toponym.placeKey) : .none,
                    ], into: &table)
            }
        }
        try finish(table, description: "Where the documents name places, in code points")
    }

    func addClaims(of atlas: Atlas) throws {
        var table = try create(
            "claims",
            [
                Field("document", .integer), Field("text"), Field("subject"), Field("reference"),
                Field("stated_km_min", .real), Field("stated_km_max", .real),
                Field("computed_km", .real), Field("computed_bearing", .real), Field("verdict"),
            ])
        for (mapIndex, map) in atlas.maps.enumerated() {
            let spans = SpanText(map.document.text)
            for checked in map.claims {
                let claim = checked.claim
                try insert(
                    [
                        .integer(mapIndex), .text(spans.string(at: claim.utf8Range)),
                        .optional(claim.subject.map { RouteLabel.name(of: $0, in: map) }),
                        .text(RouteLabel.name(of: claim.reference, in: map)),
                        claim.kilometres.map { .real($0.lowerBound, decimals: 1) } ?? .none,
                        claim.kilometres.map { .real($0.upperBound, decimals: 1) } ?? .none,
                        checked.distance.map { .real($0.kilometres, decimals: 1) } ?? .none,
                        checked.bearing.map { .real($0.degrees, decimals: 1) } ?? .none,
                        .text(checked.verdict.rawValue),
                    ], into: &table)
            }
        }
        try finish(table, description: "Spatial claims held against the map")
    }

    func addDistances(of atlas: Atlas) throws {
        var table = try create(
            "distances",
            [
                Field("from_id"), Field("from_name"), Field("to_id"), Field("to_name"),
                Field("geodesic_km", .real), Field("by_sea_km", .real),
            ])
        for pair in atlas.distances {
            try insert(
                [
                    .text(pair.from.id.rawValue), .text(pair.from.label),
                    .text(pair.to.id.rawValue), .text(pair.to.label),
                    .real(pair.geodesic.kilometres, decimals: 1),
                    pair.bySea.map { .real($0.kilometres, decimals: 1) } ?? .none,
                ], into: &table)
        }
        try finish(table, description: "Distances between cited sites")
    }

    func addDocuments(of atlas: Atlas) throws {
        var table = try create(
            "documents",
            [
                Field("document", .integer), Field("title"), Field("date"), Field("source"),
                Field("media_type"), Field("sha256"), Field("producer"),
            ])
        for (index, map) in atlas.maps.enumerated() {
            let producer = map.producer
            try insert(
                [
                    .integer(index), .optional(map.document.title),
                    .optional(map.document.date.map { "\($0.day)" }),
                    .optional(map.document.source), .text(map.document.mediaType.rawValue),
                    .text(SHA256.hexadecimal(of: Array(map.document.text.utf8))),
                    .text(
                        "Periplus \(producer.version), gazetteer \(producer.gazetteer), "
                            + "model \(producer.model), graph \(producer.graph)"),
                ], into: &table)
        }
        try finish(table, description: "The documents the map was read from")
    }

    func addSources(of atlas: Atlas) throws {
        var table = try create(
            "sources",
            [Field("key"), Field("name"), Field("version"), Field("licence"), Field("attribution")])
        for source in atlas.sources {
            try insert(
                [
                    .text(source.key), .text(source.name), .text(source.version),
                    .text(source.licence), .text(source.attribution),
                ], into: &table)
        }
        try finish(table, description: "The sources of the place data, with their licences")
    }

    /// The styles of the layers, as QGIS keeps them.
    func addStyles(of atlas: Atlas) throws {
        try database.execute(sql: GeoPackageSchema.styles)
        var routes: Set<QGISStyle.LineKind> = []
        var legs = routes
        for route in atlas.maps.flatMap(\.routes) {
            let (mode, status) = (route.movement.mode, route.movement.status)
            routes.insert(
                .init(
                    mode: mode, status: status,
                    isSchematic: route.legs.contains(where: \.isSchematic)))
            for leg in route.legs {
                legs.insert(.init(mode: leg.mode, status: status, isSchematic: leg.isSchematic))
            }
        }
        let styles = [
            (
                "flows",
                QGISStyle.lines(
                    legs, width: "min(3.2, 0.8 + 0.77 * ln(\"count\"))", stack: "stack")
            ),
            ("legs", QGISStyle.lines(legs, stack: "stack")), ("places", QGISStyle.places),
            ("routes", QGISStyle.lines(routes)),
        ]
        for (layer, style) in styles {
            try database.execute(
                sql: """
                    INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
                        f_geometry_column, styleName, styleQML, useAsDefault, description, owner,
                        update_time)
                    VALUES ('', '', ?, 'geom', ?, ?, 1, 'By mode and status', '', ?)
                    """, arguments: [layer, layer, style, change])
        }
        try database.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                "layer_styles", "attributes", "layer_styles", "", change, nil, nil, nil, nil, nil,
            ])
    }
}
