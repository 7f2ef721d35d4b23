import Foundation
import Testing

@testable import Projects

/// What filters find.
@Suite("Filters of CQL2")
struct FeatureFilterTests {
    private let project: Project

    init() throws {
        let scratch = try Scratch()
        project = try Project(at: scratch.path())
        let features = try [
            scratch.feature(
                "baku", #"{"name":"Baku","class":"city","population":2300500,"decided":false}"#,
                #"{"type":"Point","coordinates":[49.9,40.4]}"#, days: "2023-06-01"..."2023-06-09"),
            scratch.feature(
                "aktau", #"{"name":"Aktau","class":"port","population":183233,"decided":true}"#,
                #"{"type":"Point","coordinates":[51.2,43.6]}"#, days: "2021-05-02"..."2021-05-02"),
            scratch.feature(
                "suva", #"{"name":"Su_va's 100%","class":"port","decided":false}"#,
                #"{"type":"Point","coordinates":[178.4,-18.1]}"#),
            scratch.feature("ghost", #"{"name":"Ghost","class":"city"}"#),
            scratch.feature(
                "ferry", in: .legs,
                #"{"mode":"sea","drawn_km":462.5,"date_from":"2023-06-09","origin":"Aktau","destination":"Baku"}"#,
                #"{"type":"LineString","coordinates":[[51.2,43.6],[49.9,40.4]]}"#),
            scratch.feature(
                "plane", in: .legs,
                #"{"mode":"air","drawn_km":1010,"date_from":"2021-05-02","origin":"Suva","destination":"Suva"}"#,
                #"{"type":"MultiLineString","coordinates":[[[36.9,-1.3],[45.3,2.0]],[[170,0],[180,0]]]}"#
            ),
        ]
        try project.add(
            scratch.document("a"), request: Data(),
            reading: ProjectReading(result: Data("{}".utf8), features: features))
    }

    private func found(
        _ filter: String, _ form: FeatureFilter.Form = .text,
        in collection: ProjectFeature.Collection = .places
    ) throws -> String {
        var query = FeatureQuery(collection)
        query.filter = try FeatureFilter(filter, form: form, for: collection)
        return try project.features(query).features.map {
            try #require(JSONSerialization.jsonObject(with: $0) as? [String: Any])["id"] as? String
                ?? ""
        }.joined(separator: " ")
    }

    @Test(
        "values are compared, and joined by AND, OR and NOT",
        arguments: [
            ("class = 'port'", "aktau suva"), ("class <> 'port'", "baku ghost"),
            ("'port' = class", "aktau suva"), ("\"class\"='port'", "aktau suva"),
            ("population > 183233", "baku"), ("population >= 183233", "baku aktau"),
            ("population < 1e6", "aktau"), ("population BETWEEN 1 AND 200000", "aktau"),
            ("population not between 1 and 200000", "baku"),
            ("decided = TRUE", "aktau"), ("NOT decided = true", "baku suva"),
            ("class IN ('port', 'sea')", "aktau suva"), ("class NOT IN ('port')", "baku ghost"),
            ("population IS NULL", "suva ghost"), ("population IS NOT NULL", "baku aktau"),
            ("geometry IS NULL", "ghost"), ("datetime IS NULL", "suva ghost"),
            ("class = 'city' AND population > 0 OR name = 'Ghost'", "baku ghost"),
            ("class = 'city' AND (population > 0 OR name = 'Suva')", "baku"),
            ("NOT (class = 'city' OR class = 'port')", ""), ("NOT NOT class='city'", "baku ghost"),
            ("TRUE", "baku aktau suva ghost"), ("FALSE OR (TRUE AND class='city')", "baku ghost"),
            ("name = 'Su_va''s 100%'", "suva"), ("name = 'Su_va\\'s 100%'", "suva"),
            ("name > 'B' AND name < 'C'", "baku"), ("document = 'none'", ""),
        ])
    func values(filter: String, ids: String) throws {
        #expect(try found(filter) == ids)
    }

    @Test(
        "patterns tell capitals from small letters, and mean their own marks behind a backslash",
        arguments: [
            ("name LIKE 'A%'", "aktau"), ("name LIKE 'a%'", ""), ("name LIKE '_aku'", "baku"),
            ("name LIKE '%u%'", "baku aktau suva"), ("name LIKE 'Su\\_va%'", "suva"),
            ("name LIKE '%100\\%'", "suva"), ("name LIKE '*'", ""), ("name LIKE '[A-Z]%'", ""),
            ("name LIKE '%?%'", ""), ("name NOT LIKE '%a%'", "ghost"),
        ])
    func patterns(filter: String, ids: String) throws {
        #expect(try found(filter) == ids)
    }

    @Test(
        "geometries meet boxes and shapes in the points they have, not in the boxes around them",
        arguments: [
            ("S_INTERSECTS(geometry, BBOX(49,40,50,41))", "baku"),
            ("S_INTERSECTS(geometry, BBOX(49.9,40.4,49.9,40.4))", "baku"),
            ("S_INTERSECTS(BBOX(170,-20,-170,20), geometry)", "suva"),
            ("S_INTERSECTS(geometry,POINT(51.2 43.6))", "aktau"),
            ("s_intersects(geometry,MULTIPOINT((1 1),(51.2 43.6)))", "aktau"),
            ("S_INTERSECTS(geometry, POLYGON((49 40,53 44,49 44,49 40)))", "aktau"),
            ("S_INTERSECTS(geometry, POLYGON((49 40,53 44,53 40,49 40)))", "baku"),
            (
                "S_INTERSECTS(geometry, POLYGON((40 30,60 30,60 50,40 50,40 30),(49 40,50 40,50 41,49 41,49 40)))",
                "aktau"
            ),
            (
                "S_INTERSECTS(geometry, MULTIPOLYGON(((1 1,2 1,2 2,1 1)),((51 43,52 44,51 44,51 43))))",
                "aktau"
            ),
            ("NOT S_INTERSECTS(geometry, BBOX(40,30,60,50))", "suva"),
            ("S_INTERSECTS(geometry, BBOX(40,30,60,50)) AND class = 'port'", "aktau"),
        ])
    func shapes(filter: String, ids: String) throws {
        #expect(try found(filter) == ids)
    }

    @Test(
        "lines meet what they cross",
        arguments: [
            ("S_INTERSECTS(geometry, BBOX(49.8,40.3,50,40.5))", "ferry"),
            // Within the box around the line, and beside the line.
            ("S_INTERSECTS(geometry, BBOX(49.9,43,50.2,43.6))", ""),
            ("S_INTERSECTS(geometry, LINESTRING(50 43,52 41))", "ferry"),
            ("S_INTERSECTS(geometry, MULTILINESTRING((0 0,1 1),(175 -1,175 1)))", "plane"),
            ("S_INTERSECTS(geometry, BBOX(-180,-90,180,90))", "ferry plane"),
            ("date_from >= DATE('2023-01-01')", "ferry"),
            ("date_from < TIMESTAMP('2023-01-01T00:00:00Z')", "plane"),
            ("date_from = '2023-06-09'", "ferry"), ("date IS NULL", "ferry plane"),
            ("origin = destination", "plane"),
            ("T_AFTER(date_from, DATE('2022-01-01'))", "ferry"),
            ("date_from BETWEEN DATE('2021-01-01') AND '2021-12-31'", "plane"),
        ])
    func lines(filter: String, ids: String) throws {
        #expect(try found(filter, in: .legs) == ids)
    }

    @Test(
        "days lie before, after and within others",
        arguments: [
            ("T_AFTER(datetime, DATE('2021-05-02'))", "baku"),
            ("T_BEFORE(datetime, TIMESTAMP('2023-06-01T00:00:00Z'))", "aktau"),
            ("T_DURING(datetime, INTERVAL('2023-05-31', '2023-06-10'))", "baku"),
            ("T_DURING(datetime, INTERVAL('2023-06-01', '2023-06-10'))", ""),
            ("T_DURING(datetime, INTERVAL('..', '2022-01-01'))", "aktau"),
            ("T_INTERSECTS(datetime, INTERVAL('2023-06-09', '..'))", "baku"),
            ("T_INTERSECTS(datetime, DATE('2023-06-05'))", "baku"),
            ("T_EQUALS(datetime, DATE('2021-05-02'))", "aktau"),
            ("T_DISJOINT(datetime, INTERVAL('2023-01-01', '2023-12-31'))", "aktau"),
        ])
    func days(filter: String, ids: String) throws {
        #expect(try found(filter) == ids)
    }

    @Test(
        "the same in JSON",
        arguments: [
            (#"{"op":"=","args":[{"property":"class"},"port"]}"#, "aktau suva"),
            (
                #"{"op":"and","args":[{"op":">","args":[{"property":"population"},1]},{"op":"not","args":[{"op":"=","args":[{"property":"decided"},true]}]}]}"#,
                "baku"
            ),
            (#"{"op":"like","args":[{"property":"name"},"A%"]}"#, "aktau"),
            (#"{"op":"in","args":[{"property":"class"},["port","sea"]]}"#, "aktau suva"),
            (#"{"op":"between","args":[{"property":"population"},1,200000]}"#, "aktau"),
            (#"{"op":"isNull","args":[{"property":"population"}]}"#, "suva ghost"),
            (
                #"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[49,40,50,41]}]}"#,
                "baku"
            ),
            (
                #"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[49,40],[53,44],[49,44],[49,40]]]}]}"#,
                "aktau"
            ),
            (#"{"op":"t_after","args":[{"property":"datetime"},{"date":"2022-01-01"}]}"#, "baku"),
            (
                #"{"op":"t_during","args":[{"property":"datetime"},{"interval":["..","2022-01-01"]}]}"#,
                "aktau"
            ), ("true", "baku aktau suva ghost"),
        ])
    func json(filter: String, ids: String) throws {
        #expect(try found(filter, .json) == ids)
    }

    @Test("a filter goes through pages like everything")
    func pages() throws {
        var query = FeatureQuery(.places)
        query.filter = try FeatureFilter("class = 'port'", form: .text, for: .places)
        query.limit = 1
        let first = try project.features(query)
        #expect(first.features.count == 1)
        query.after = try #require(first.next)
        let second = try project.features(query)
        #expect(second.features.count == 1 && second.next == nil)
    }
}
