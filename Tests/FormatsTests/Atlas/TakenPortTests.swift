import Foundation
import Gazetteers
import Geodesy
import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("Ports that legs end at for places named")
struct TakenPortTests {
    /// Engines by ship for a town that no ship reaches: the leg ends at a port that no text names.
    private static var report: RouteMap {
        var map = MapFixture("They ship engines from Amirabad to Yelabuga.")
        let start = map.mention("Amirabad", Places.amirabad)
        let end = map.mention("Yelabuga", Places.yelabuga)
        map.add(
            Route(
                movement: Movement(
                    origin: start, destination: end, mode: .sea, modeBasis: .stated,
                    evidence: [0..<map.text.utf8.count], rule: "ship", confidence: 0.9),
                legs: [
                    Leg(
                        from: start, to: end, toPlace: Places.makhachkala, mode: .sea,
                        lines: [
                            LineString([
                                Places.amirabad.coordinate, Places.makhachkala.coordinate,
                            ])
                        ], drawn: Distance(kilometres: 848), geodesic: Distance(kilometres: 845),
                        method: "sea graph, WGS 84", isSchematic: false,
                        assumed: LegAssumption(
                            kind: .port, to: [Places.makhachkala],
                            text: "Makhachkala taken as the port for Yelabuga"))
                ], confidence: 0.9))
        return map.map
    }

    @Test("Such a port is a place of the map, with what it was taken for")
    func place() throws {
        let atlas = Atlas(Self.report)
        #expect(atlas.places.map(\.name) == ["Amirabad Port", "Yelabuga", "Makhachkala"])
        let port = try #require(atlas.places.last)
        #expect(port.roles == [.port] && !port.isNamed)
        #expect(port.takenFor == ["Yelabuga"])
        #expect(port.coordinate == Places.makhachkala.coordinate)
        #expect(atlas.surest(of: port).because == ["taken as the port for Yelabuga"])
    }

    @Test("A port that the text names too is there once")
    func named() {
        var map = Self.report
        map.routes[0].legs[0].toPlace = Places.amirabad
        let atlas = Atlas(map)
        #expect(atlas.places.map(\.name) == ["Amirabad Port", "Yelabuga"])
        #expect(atlas.places[0].roles == [.origin, .port])
        #expect(atlas.places[0].takenFor == ["Yelabuga"])
    }

    @Test("Every file of points has it", arguments: [OutputFormat.geoJSON, .kml, .gpx, .csv])
    func files(_ format: OutputFormat) throws {
        let folder = try ScratchFolder()
        let file = folder.file("out." + format.fileExtension)
        try format.writer.write(Atlas(Self.report), to: file)
        let read =
            format == .csv ? folder.file("out.places.csv") : file
        let text = try String(contentsOf: read, encoding: .utf8)
        #expect(text.contains("Makhachkala"))
        #expect(text.contains("47.5047"))
    }

    @Test("A GeoJSON reader sees why it is there")
    func reason() throws {
        let feature = try GeoJSONWriterTests.feature("gn:532096", in: Atlas(Self.report))
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties["role"] as? String == "port")
        let words = try #require(properties["description"] as? String)
        #expect(words.contains("not named in the text"))
        #expect(words.contains("taken as the port for Yelabuga"))
    }
}
