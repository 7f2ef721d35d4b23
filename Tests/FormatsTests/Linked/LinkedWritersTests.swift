import Documents
import Foundation
import RouteMaps
import Testing

@testable import Formats

@Suite("Linked Places and Web Annotation")
struct LinkedWritersTests {
    private func write(_ format: OutputFormat, _ atlas: Atlas) throws -> [String: Any] {
        let folder = try ScratchFolder()
        let file = folder.file("out." + format.fileExtension)
        try format.writer.write(atlas, to: file)
        return try JSONText.parse(Data(contentsOf: file))
    }

    @Test("A place has its record, its point with a certainty, and the names of the text")
    func places() throws {
        let object = try write(.linkedPlaces, Atlas(Maps.caspian))
        let features = try JSONText.objects(object["features"])
        #expect(features.count == 10)
        let port = try #require(
            features.first { $0["@id"] as? String == "https://www.geonames.org/13157242" })
        let geometry = try #require(port["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "GeometryCollection")
        let point = try #require(try JSONText.objects(geometry["geometries"]).first)
        #expect(point["certainty"] as? String == "certain")
        #expect(point["coordinates"] as? [Double] == [53.3654, 36.8519])
        let name = try #require(try JSONText.objects(port["names"]).first)
        #expect(name["toponym"] as? String == "Amirabad")
        let properties = try #require(port["properties"] as? [String: Any])
        #expect(properties["ccodes"] as? [String] == ["IR"])
        #expect(properties["fclasses"] as? [String] == ["S"])
        let type = try #require(try JSONText.objects(port["types"]).first)
        #expect(type["identifier"] as? String == "aat:300120599")
        #expect(try JSONText.objects(type["sourceLabels"]).first?["label"] as? String == "port")
        // A point that stands for an area is not certain.
        let sea = try #require(
            features.first { ($0["properties"] as? [String: Any])?["class"] as? String == "sea" })
        let shown = try #require(sea["geometry"] as? [String: Any])
        #expect(
            try JSONText.objects(shown["geometries"]).first?["certainty"] as? String
                == "less-certain")
        for feature in features {
            for key in ["@id", "type", "properties", "geometry", "names", "types", "links"] {
                #expect(feature[key] != nil)
            }
        }
    }

    @Test("GDAL reads the places", .enabled(if: Tool.ogrinfo.isInstalled))
    func gdal() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.lpf.json")
        try LinkedPlacesWriter().write(Maps.hostile, to: file)
        let result = try Tool.ogrinfo.run(["-ro", "-al", "-so", file.path])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("Feature Count: 3"))
    }

    @Test("An annotation's quote and its offsets are the same words of the text")
    func annotations() throws {
        for map in Maps.all {
            let object = try write(.annotations, Atlas(map))
            let scalars = Array(map.document.text.unicodeScalars)
            for item in try JSONText.objects(object["items"]) {
                let target = try #require(item["target"] as? [String: Any])
                let selectors = try JSONText.objects(target["selector"])
                let start = try #require(selectors[1]["start"] as? Int)
                let end = try #require(selectors[1]["end"] as? Int)
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[start..<end])
                #expect(selectors[0]["exact"] as? String == String(words))
                let before = try #require(selectors[0]["prefix"] as? String)
                #expect(before.unicodeScalars.count == min(32, start))
                var around = String.UnicodeScalarView()
                around.append(contentsOf: scalars[start - min(32, start)..<start])
                #expect(before == String(around))
            }
        }
    }

    @Test("A route's annotation names its way points in order")
    func waypoints() throws {
        let object = try write(.annotations, Atlas(Maps.caspian))
        let item = try #require(
            try JSONText.objects(object["items"]).first {
                $0["id"] as? String == "urn:periplus:route:1:1"
            })
        let body = try #require(item["body"] as? [String: Any])
        let waypoints = try JSONText.objects(body["waypoints"])
        #expect(
            waypoints.compactMap { $0["id"] as? String } == [
                "gn:13157242", "gn:630671", "gn:532096",
            ])
        #expect(
            waypoints.compactMap { $0["relation"] as? String }
                == ["origin", "waypoint", "destination"])
    }
}
