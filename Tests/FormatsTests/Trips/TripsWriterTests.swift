import Foundation
import Testing

@testable import Formats

@Suite("Trips for kepler.gl")
struct TripsWriterTests {
    static func features(_ atlas: Atlas) throws -> [[String: Any]] {
        let folder = try ScratchFolder()
        let file = folder.file("out.trips.geojson")
        try OutputFormat(path: file.path).writer.write(atlas, to: file)
        return try JSONText.objects(JSONText.parse(Data(contentsOf: file))["features"])
    }

    static func positions(_ feature: [String: Any]) throws -> [[Double]] {
        let geometry = try #require(feature["geometry"] as? [String: Any])
        return try #require(geometry["coordinates"] as? [[Double]])
    }

    @Test("Each position has height and a time that never runs back; the use follows the voyage")
    func times() throws {
        let features = try Self.features(Atlas(Maps.caspian))
        #expect(features.count == 3)
        for feature in features {
            let positions = try Self.positions(feature)
            #expect(positions.allSatisfy { $0.count == 4 && $0[2] == 0 })
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0[3] <= $1[3] })
        }
        let voyage = try #require(Self.positions(features[0]).last)
        let use = try #require(Self.positions(features[1]).first)
        #expect(voyage[3] == use[3])
        // 858 km at 24 km/h are a day and a half.
        #expect((120_000...140_000).contains(voyage[3]))
    }

    @Test("A stated date sets the start, and the properties say that the speed is assumed")
    func dates() throws {
        let flight = try Self.features(Atlas(Maps.caspian))[2]
        // 2024-06-01 at midnight.
        #expect(try Self.positions(flight)[0][3] == 1_717_200_000)
        let properties = try #require(flight["properties"] as? [String: Any])
        #expect(
            properties["timing"] as? String == "from the date stated, at an assumed speed")
    }

    @Test("A voyage over the antimeridian is two features, so that no line goes round the world")
    func antimeridian() throws {
        let features = try Self.features(Atlas(Maps.pacific))
        #expect(features.count == 2)
        #expect(try Self.positions(features[0]).last?[0] == 180)
        #expect(try Self.positions(features[1]).first?[0] == -180)
        #expect(
            try Self.positions(features[0]).last?[3] == Self.positions(features[1]).first?[3])
    }

    @Test("GDAL reads them", .enabled(if: Tool.ogrinfo.isInstalled))
    func gdal() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.trips.geojson")
        try TripsWriter().write(Atlas(Maps.all), to: file)
        let result = try Tool.ogrinfo.run(["-ro", "-al", "-so", file.path])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("Feature Count: 6"), "\(result.output)")
    }
}
