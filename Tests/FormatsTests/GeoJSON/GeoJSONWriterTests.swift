import Foundation
import Gazetteers
import RouteMaps
import Testing

@testable import Formats

@Suite("GeoJSON")
struct GeoJSONWriterTests {
    static func write(_ atlas: Atlas, _ format: OutputFormat = .geoJSON) throws -> Data {
        let folder = try ScratchFolder()
        let file = folder.file("out." + format.fileExtension)
        try format.writer.write(atlas, to: file)
        return try Data(contentsOf: file)
    }

    static func features(_ atlas: Atlas) throws -> [[String: Any]] {
        try JSONText.objects(JSONText.parse(write(atlas))["features"])
    }

    static func feature(_ id: String, in atlas: Atlas) throws -> [String: Any] {
        try #require(try features(atlas).first { $0["id"] as? String == id })
    }

    @Test("A place is a point in longitude, latitude, with its role and its runners-up")
    func place() throws {
        let feature = try Self.feature("gn:13157242", in: Atlas(Maps.caspian))
        let geometry = try #require(feature["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "Point")
        #expect(geometry["coordinates"] as? [Double] == [53.3654, 36.8519])
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties["role"] as? String == "origin")
        #expect(properties["class"] as? String == "port")
        #expect((properties["alternatives"] as? [Any])?.count == 1)
    }

    @Test("A sea on the way is a point with the role via")
    func sea() throws {
        let feature = try Self.feature("gn:630671", in: Atlas(Maps.caspian))
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties["role"] as? String == "via")
    }

    @Test("What could not be located is kept, with the reason and no geometry")
    func unlocated() throws {
        let place = try Self.feature("name:nowhereby", in: Atlas(Maps.caspian))
        #expect(place["geometry"] is NSNull)
        let properties = try #require(place["properties"] as? [String: Any])
        #expect(properties["reason"] as? String == "no entry of this name in the gazetteer")
        let route = try Self.feature("route-1", in: Atlas(Maps.positions))
        #expect(route["geometry"] is NSNull)
    }

    @Test("A leg carries its lengths, its evidence with offsets, and a stroke; a plan is paler")
    func legs() throws {
        let atlas = Atlas(Maps.caspian)
        let sea = try #require(
            try Self.feature("route-1-leg-1", in: atlas)["properties"] as? [String: Any])
        #expect(sea["cargo"] as? String == "the crated engines")
        #expect(sea["geodesic_km"] as? Double == 844.8)
        #expect(sea["schematic"] as? Bool == false)
        #expect(sea["stroke-opacity"] as? Double == 1)
        #expect(sea["title"] as? String == "Amirabad Port (IR) → Makhachkala (RU), via Caspian Sea")
        let evidence = try #require(try JSONText.objects(sea["evidence"]).first)
        #expect(evidence["start"] as? Int == 26)
        let use = try #require(
            try Self.feature("route-2-leg-1", in: atlas)["properties"] as? [String: Any])
        #expect(use["drawn_km"] == nil)
        #expect(use["schematic"] as? Bool == true)
        #expect(use["continues"] as? Int == 1)
        let plan = try #require(
            try Self.feature("route-3-leg-1", in: atlas)["properties"] as? [String: Any])
        #expect(plan["stroke-opacity"] as? Double == 0.5)
    }

    @Test("A voyage over the antimeridian is a MultiLineString in a box that crosses it")
    func antimeridian() throws {
        let atlas = Atlas(Maps.pacific)
        let leg = try Self.feature("route-1-leg-1", in: atlas)
        let geometry = try #require(leg["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "MultiLineString")
        let box = try #require(try JSONText.parse(Self.write(atlas))["bbox"] as? [Double])
        #expect(box == [139.6425, 33.739, -118.261, 47.6])
    }

    @Test("Distances, claims, producer and the sources used stand in one foreign member")
    func facts() throws {
        let unused = GazetteerSource(
            key: "harborly", name: "Ports", version: "1", licence: "MIT", attribution: "x")
        let atlas = Atlas(Maps.caspian, sources: [unused, TerminalSummaryTests.source])
        let object = try JSONText.parse(Self.write(atlas))
        #expect(Set(object.keys) == ["bbox", "features", "periplus", "type"])
        let facts = try #require(object["periplus"] as? [String: Any])
        let distances = try JSONText.objects(facts["distances"])
        #expect(distances.count == 6)
        #expect(distances[0]["geodesic_km"] as? Double == 844.8)
        let claim = try #require(try JSONText.objects(facts["claims"]).first)
        #expect(claim["verdict"] as? String == "consistent")
        let sources = try JSONText.objects(facts["sources"])
        #expect(sources.compactMap { $0["key"] as? String } == ["geonames"])
    }

    @Test("The same atlas gives the same bytes")
    func deterministic() throws {
        let atlas = Atlas(Maps.all)
        #expect(try Self.write(atlas) == Self.write(Atlas(Maps.all)))
    }

    @Test("Of several documents the same place is one feature, with the documents of its mentions")
    func merged() throws {
        let features = try Self.features(Atlas([Maps.caspian, Maps.hostile]))
        let ids = features.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count)
        let port = try #require(features.first { $0["id"] as? String == "gn:13157242" })
        let properties = try #require(port["properties"] as? [String: Any])
        let mentions = try JSONText.objects(properties["mentions"])
        #expect(mentions.compactMap { $0["document"] as? Int } == [0, 1])
    }

    @Test("A sequence has a record separator before each object; the plain lines have none")
    func sequences() throws {
        let sequence = try Self.write(Atlas(Maps.caspian), .geoJSONSequence)
        let records = sequence.split(separator: 0x1E)
        let lines = try Self.write(Atlas(Maps.caspian), .geoJSONLines).split(separator: 0x0A)
        #expect(records.count == lines.count)
        #expect(records.count == 10 + 3 + 1)
        for (record, line) in zip(records, lines) {
            #expect(record.last == 0x0A)
            #expect(Data(record.dropLast()) == Data(line))
            _ = try JSONText.parse(line)
        }
    }

    @Test(
        "GDAL reads every feature of every map",
        .enabled(if: Tool.ogrinfo.isInstalled),
        arguments: [OutputFormat.geoJSON, .geoJSONLines, .geoJSONSequence])
    func gdal(format: OutputFormat) throws {
        let folder = try ScratchFolder()
        for map in Maps.all {
            let file = folder.file("map." + format.fileExtension)
            try format.writer.write(map, to: file)
            let result = try Tool.ogrinfo.run(["-ro", "-al", "-so", file.path])
            #expect(result.status == 0, "\(result.output)")
            for word in ["Warning", "ERROR"] { #expect(!result.output.contains(word)) }
            let legs = map.routes.map { max($0.legs.count, 1) }.reduce(0, +)
            let count = Atlas(map).places.count + legs + (format == .geoJSON ? 0 : 1)
            #expect(result.output.contains("Feature Count: \(count)"), "\(result.output)")
        }
    }

    @Test(
        "A validator finds no fault", .enabled(if: Tool.reader("check_geojson").isInstalled))
    func validator() throws {
        let folder = try ScratchFolder()
        // The crowded map's lines have positions of as many decimals as there are.
        for map in Maps.all + [Maps.crowded(20)] {
            let file = folder.file("map.geojson")
            try GeoJSONWriter().write(map, to: file)
            let result = try Tool.reader("check_geojson").run([file.path])
            #expect(result.status == 0, "\(result.output)")
        }
    }
}
