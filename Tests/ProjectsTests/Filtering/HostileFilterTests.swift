import Foundation
import Testing

@testable import Projects

/// Filters that are none, or want to be more.
@Suite("Hostile filters")
struct HostileFilterTests {
    private func fault(
        _ filter: String, _ form: FeatureFilter.Form = .text
    ) -> FilterError? {
        do throws(FilterError) {
            _ = try FeatureFilter(filter, form: form, for: .places)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "what is no filter is refused with its place",
        arguments: [
            ("", 1), (" ", 2), ("class", 6), ("class =", 8), ("class = 'port", 9), ("= 'port'", 1),
            ("class = 'port' AND", 19), ("class = 'port' name = 'x'", 16), ("(class = 'port'", 16),
            ("class = 'port')", 15), ("class == 'port'", 8), ("class != 'port'", 7),
            ("class = port", 9), ("ships = 'x'", 1), ("class = 1", 1), ("population = 'many'", 1),
            ("population = 1.2.3", 14), ("population = 1e999", 14), ("class LIKE 1", 12),
            ("population LIKE 'x'", 1), ("class IN ()", 11), ("class IN ('a'", 14),
            ("class BETWEEN 'a' AND 'b'", 1), ("population BETWEEN 1", 21), ("class IS 'x'", 10),
            ("'x' IS NULL", 1), ("decided > TRUE", 1), ("datetime = DATE('2023-01-01')", 1),
            ("geometry = 'x'", 1), ("CASEI(name) = 'x'", 1),
            ("S_WITHIN(geometry, BBOX(0,0,1,1))", 1),
            ("S_INTERSECTS(name, BBOX(0,0,1,1))", 14), ("S_INTERSECTS(geometry, BBOX(0,0,1))", 24),
            ("S_INTERSECTS(geometry, BBOX(0,50,1,40))", 24),
            ("S_INTERSECTS(geometry, POINT(200 0))", 30),
            ("S_INTERSECTS(geometry, POINT(1 1, 2 2))", 29),
            ("S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 0)))", 32),
            ("S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0,0 1)))", 32),
            ("S_INTERSECTS(geometry, POINT EMPTY)", 30),
            ("S_INTERSECTS(geometry, geometry)", 24), ("T_AFTER(name, DATE('2023-01-01'))", 9),
            ("T_AFTER(datetime, 'x')", 19), ("T_AFTER(datetime, DATE('June'))", 24),
            ("T_DURING(datetime, INTERVAL('2023-01-02','2023-01-01'))", 20),
            ("class = 'a'; DROP TABLE features", 12), ("class = 'a' -- x", 13),
            ("class = 'a' /* x", 13), ("1 = 1) OR (1 = 1", 6), ("class = ?", 9),
            ("json_extract(json,'$') = 'x'", 1), ("\"class", 1), ("AND", 1), ("\u{0}", 1),
        ])
    func refused(filter: String, position: Int) throws {
        let fault = try #require(self.fault(filter), "\(filter)")
        #expect(fault.place == "character \(position)", "\(filter): \(fault)")
        #expect(!fault.description.contains("\n"))
    }

    @Test(
        "so is JSON that is none",
        arguments: [
            "", "{", "1", "\"x\"", "[]", "{}", #"{"op":"=","args":{}}"#, #"{"op":"and","args":[]}"#,
            #"{"op":"=","args":[{"property":"ships"},1]}"#, #"{"op":"=","args":[1]}"#,
            #"{"op":"in","args":[{"property":"class"},"x"]}"#, #"{"op":"jump","args":[1,2]}"#,
            #"{"op":"=","args":[{"property":"class"},null]}"#, #"{"op":"not","args":[1,2]}"#,
            #"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":["a",0,1,1]}]}"#,
            #"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[]]}]}"#,
            #"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1e9,0]}]}"#,
            #"{"op":"t_after","args":[{"property":"datetime"},"x"]}"#,
        ])
    func refusedJSON(filter: String) {
        #expect(fault(filter, .json) != nil)
    }

    @Test("what is too long or too deep is refused before it costs anything")
    func bounded() throws {
        let clock = ContinuousClock.now
        let deep = String(repeating: "(", count: 3_000)
        #expect(fault(deep + "TRUE" + deep)?.message.contains("brackets") == true)
        #expect(fault(String(repeating: "x", count: 9_000))?.message.contains("8000") == true)
        let nested = String(repeating: #"{"op":"not","args":["#, count: 300)
        #expect(fault(nested + "true" + String(repeating: "]}", count: 300), .json) != nil)
        #expect(fault(String(repeating: "[", count: 7_000), .json) != nil)
        #expect(clock.duration(to: .now) < .seconds(2))
    }

    @Test(
        "what is long and wide is answered: SQLite takes no deep expressions, and few of our words")
    func wide() throws {
        let scratch = try Scratch()
        let project = try Project(at: scratch.path())
        try project.add(
            scratch.document("a"), request: Data(),
            reading: ProjectReading(
                result: Data("{}".utf8),
                features: [try scratch.feature("a", #"{"class":"port","name":"aaaaaaaaaaaaaaaa"}"#)]
            ))
        for filter in [
            Array(repeating: "lat=1", count: 850).joined(separator: " OR "),
            Array(repeating: "TRUE", count: 800).joined(separator: " AND "),
            String(repeating: "NOT ", count: 1_900) + "TRUE",
            "lat IN (" + Array(repeating: "1", count: 3_900).joined(separator: ",") + ")",
            "name LIKE '" + String(repeating: "%a", count: 3_000) + "b'",
            "class = '" + String(repeating: "'' OR 1=1 --", count: 500) + "'",
            "class = '🚢' OR class = '\u{202E}'",
        ] {
            var query = FeatureQuery(.places)
            query.filter = try FeatureFilter(filter, form: .text, for: .places)
            let clock = ContinuousClock.now
            _ = try project.features(query)
            #expect(clock.duration(to: .now) < .seconds(2), "\(filter.prefix(40))")
        }
        #expect(try project.documentCount() == 1)
    }
}
