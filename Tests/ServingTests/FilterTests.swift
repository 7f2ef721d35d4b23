import Foundation
import Testing

/// Filters of CQL2 over HTTP; what they find is tested with projects.
@Suite("periplus serve: filters", .serialized)
struct FilterTests {
    private func served() async throws -> ServedProgram {
        let served = try ServedProgram()
        _ = try await served.add(
            "On 9 June 2023 a ship carried drones from Amirabad in Iran to Makhachkala in Russia.")
        _ = try await served.add("On 2 May 2021 a cargo plane flew from Nairobi to Mogadishu.")
        return served
    }

    private func encoded(_ words: String) -> String {
        words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func ask(
        _ filter: String, of served: ServedProgram, more: String = ""
    ) async throws -> ServedProgram.Answer {
        try await served.ask("/ogc/collections/legs/items?filter=\(encoded(filter))\(more)")
    }

    @Test("filters choose, in both forms, along with boxes and pages")
    func chooses() async throws {
        let served = try await served()
        for (filter, more, count) in [
            ("mode = 'sea'", "", 1), ("mode IN ('sea','air')", "", 2),
            ("cargo LIKE 'drone%'", "&filter-lang=cql2-text", 1),
            ("T_BEFORE(datetime, DATE('2022-01-01'))", "", 1),
            ("mode = 'sea'", "&bbox=30,-5,50,5", 0), ("mode = 'air'", "&bbox=30,-5,50,5", 1),
            ("S_INTERSECTS(geometry, BBOX(52,36,54,38))", "", 1),
            (
                "{\"op\":\"=\",\"args\":[{\"property\":\"mode\"},\"air\"]}",
                "&filter-lang=cql2-json", 1
            ),
            ("mode = 'air'", "&filter-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84", 1),
        ] {
            let answer = try await ask(filter, of: served, more: more)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.json["numberReturned"] as? Int == count, "\(filter) \(more)")
        }
        let page = try await ask("mode IS NOT NULL", of: served, more: "&limit=1")
        let links = try #require(page.json["links"] as? [[String: Any]])
        let next = try #require(links.first { $0["rel"] as? String == "next" }?["href"] as? String)
        let second = try await served.ask(String(next.dropFirst(served.address.count)))
        #expect(second.json["numberReturned"] as? Int == 1, "\(next)")
    }

    @Test("what is no filter is refused in one line that says where")
    func refused() async throws {
        let served = try await served()
        for (filter, more) in [
            ("mode =", ""), ("ship = 'x'", ""), (String(repeating: "(", count: 4_000), ""),
            ("mode = 'a'", "&filter-lang=cql-text"), ("mode = 'a'", "&filter-crs=EPSG:4326"),
            ("mode = 'a'", "&filter-lang=cql2-json"), (String(repeating: "x", count: 9_000), ""),
        ] {
            let answer = try await ask(filter, of: served, more: more)
            #expect(answer.status == 400, "\(filter.prefix(40)) \(answer.text)")
        }
        let answer = try await ask("mode = 'sea' AND ship = 'x'", of: served)
        #expect(answer.code == "bad-filter")
        #expect(answer.text.contains("character 18: there is no property"), "\(answer.text)")
    }

    @Test("the properties are told with their types, and only what is met is declared")
    func queryables() async throws {
        let served = try await served()
        let answer = try await served.ask("/ogc/collections/legs/queryables")
        #expect(answer.headers["content-type"] == "application/schema+json")
        #expect(
            answer.json["$id"] as? String == served.address + "/ogc/collections/legs/queryables")
        let properties = try #require(answer.json["properties"] as? [String: [String: Any]])
        #expect(properties["mode"]?["type"] as? String == "string")
        #expect(properties["drawn_km"]?["type"] as? String == "number")
        #expect(properties["geometry"]?["format"] as? String == "geometry-any")
        // Every one of them can be asked for.
        for name in properties.keys {
            #expect(try await ask("\(name) IS NULL", of: served).status == 200, "\(name)")
        }
        let classes = try await served.ask("/ogc/conformance").text
        for part in ["ogcapi-features-3/1.0/conf/filter", "cql2/1.0/conf/basic-cql2"] {
            #expect(classes.contains(part))
        }
    }
}
