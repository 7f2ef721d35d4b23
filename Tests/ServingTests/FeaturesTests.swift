import Foundation
import Testing

/// OGC API Features, as its clients use it.
@Suite("periplus serve: OGC API Features", .serialized)
struct FeaturesTests {
    private static let shared = Task { () throws -> ServedProgram in
        let served = try ServedProgram()
        _ = try await served.add(
            "On 9 June 2023 a ship carried drones from Amirabad in Iran to Makhachkala in Russia.")
        _ = try await served.add(
            "On 2 May 2021 a cargo plane flew from Nairobi to Mogadishu. A ferry sails from Suva to Apia."
        )
        return served
    }

    @Test("the landing page leads to everything, and every link answers")
    func links() async throws {
        let served = try await Self.shared.value
        let landing = try await served.ask("/ogc")
        var seen: Set<String> = []
        var links = try #require(landing.json["links"] as? [[String: Any]])
        #expect(
            Set(links.compactMap { $0["rel"] as? String }).isSuperset(of: [
                "self", "service-desc", "conformance", "data",
            ]))
        while let link = links.popLast() {
            let address = try #require(link["href"] as? String)
            guard seen.insert(address).inserted else { continue }
            #expect(address.hasPrefix(served.address))
            let answer = try await served.ask(String(address.dropFirst(served.address.count)))
            #expect(answer.status == 200, "\(address)")
            #expect(
                answer.headers["content-type"]?.hasPrefix(link["type"] as? String ?? "") == true,
                "\(address)")
            links += answer.json["links"] as? [[String: Any]] ?? []
            for collection in answer.json["collections"] as? [[String: Any]] ?? [] {
                links += collection["links"] as? [[String: Any]] ?? []
            }
        }
        #expect(seen.count >= 12)
    }

    @Test("boxes, days and pages choose; a box over the antimeridian too")
    func queries() async throws {
        let served = try await Self.shared.value
        func names(_ query: String) async throws -> Set<String> {
            let answer = try await served.ask("/ogc/collections/places/items?\(query)")
            try #require(answer.status == 200, "\(answer.text)")
            let features = answer.json["features"] as? [[String: Any]] ?? []
            #expect(answer.json["numberReturned"] as? Int == features.count)
            return Set(
                features.compactMap { ($0["properties"] as? [String: Any])?["name"] as? String })
        }
        #expect(try await names("bbox=47,42,48,43") == ["Makhachkala"])
        #expect(try await names("bbox=170,-20,-170,-10").contains("Suva"))
        #expect(try await names("bbox=170,-20,-170,-10").contains("Apia"))
        #expect(
            try await names("datetime=2023-06-09T00:00:00Z/..").isDisjoint(with: [
                "Nairobi", "Suva",
            ]))
        var path = "/ogc/collections/places/items?limit=1"
        var count = 0
        while count < 50 {
            let page = try await served.ask(path)
            count += (page.json["features"] as? [Any])?.count ?? 0
            let next = (page.json["links"] as? [[String: Any]])?.first {
                $0["rel"] as? String == "next"
            }
            guard let address = next?["href"] as? String else { break }
            path = String(address.dropFirst(served.address.count))
        }
        let all = try await served.ask("/ogc/collections/places/items?limit=10000")
        #expect(all.json["numberMatched"] as? Int == count)
        for wrong in [
            "bbox=1,2,3", "bbox=a,b,c,d", "bbox=0,50,10,40", "datetime=June", "datetime=../..",
            "limit=0", "colour=red", "bbox-crs=EPSG:1",
        ] {
            #expect(
                try await served.ask("/ogc/collections/legs/items?\(wrong)").status == 400,
                "\(wrong)")
        }
        #expect(try await served.ask("/ogc/collections/ships/items").status == 404)
        #expect(try await served.ask("/ogc/collections/legs/items/none").status == 404)
    }

    @Test("GDAL reads all layers, and finds by box and attribute")
    func gdal() async throws {
        let served = try await Self.shared.value
        let tool = "/usr/bin/ogrinfo"
        guard FileManager.default.isExecutableFile(atPath: tool) else {
            #expect(
                ProcessInfo.processInfo.environment["PERIPLUS_REQUIRE_TOOLS"] == nil,
                "gdal-bin is missing")
            return
        }
        func info(_ arguments: [String]) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: tool)
            process.arguments = ["-ro"] + arguments
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let data = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            let text = String(decoding: data, as: UTF8.self)
            #expect(process.terminationStatus == 0 && !text.contains("ERROR"), "\(text)")
            return text
        }
        let source = "OAPIF:\(served.address)/ogc"
        let layers = try info([source])
        for layer in ["places", "legs", "routes"] { #expect(layers.contains(layer), "\(layers)") }
        let places = try info([source, "places", "-al", "-spat", "47", "42", "48", "43"])
        #expect(
            places.contains("Feature Count: 1") && places.contains("name (String) = Makhachkala"),
            "\(places)")
        let legs = try info([source, "legs", "-where", "mode = 'air'"])
        #expect(legs.contains("Feature Count: 1") && legs.contains("LINESTRING"), "\(legs)")
        #expect(try info([source, "routes", "-so"]).contains("Feature Count: 3"))
    }
}
