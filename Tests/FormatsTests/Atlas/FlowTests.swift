import Foundation
import Gazetteers
import Geodesy
import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("Routes that several documents state alike")
struct FlowTests {
    /// A report of one shipment over the Caspian, of some cargo and status.
    static func report(
        _ cargo: String, status: Movement.Status = .asserted, backwards: Bool = false,
        both: Bool = false
    ) -> RouteMap {
        var map = MapFixture("They ship \(cargo) from Amirabad to Makhachkala.")
        let range = map.range(of: cargo)
        var ends = [
            map.mention("Amirabad", Places.amirabad),
            map.mention("Makhachkala", Places.makhachkala),
        ]
        if backwards { ends.reverse() }
        let line = LineString([Places.amirabad.coordinate, Places.makhachkala.coordinate])
        map.add(
            Route(
                movement: Movement(
                    origin: ends[0], destination: ends[1], mode: .sea, modeBasis: .stated,
                    isBidirectional: both, cargo: range, status: status,
                    evidence: [0..<map.text.utf8.count], rule: "ship", confidence: 0.9),
                legs: [
                    Leg(
                        from: ends[0], to: ends[1], mode: .sea, lines: [line],
                        drawn: Distance(kilometres: 848), geodesic: Distance(kilometres: 845),
                        method: "sea graph, WGS 84", isSchematic: false)
                ], confidence: 0.9))
        return map.map
    }

    @Test("The same leg in two documents is one flow of two routes, its evidence kept from both")
    func merged() throws {
        let atlas = Atlas([Self.report("wheat"), Self.report("maize")])
        #expect(atlas.flows.count == 1)
        #expect(atlas.flows[0].routes == 2)
        #expect(atlas.flows[0].documents == 2)
        var table = FlowTable(atlas)
        let row = Dictionary(
            uniqueKeysWithValues: zip(FlowTable.fields.map(\.name), table.values(of: 0)))
        #expect(row["cargo"] == .text("wheat; maize"))
        #expect(row["routes"] == .text("1; 2"))
        #expect(
            row["evidence"]
                == .text(
                    "They ship wheat from Amirabad to Makhachkala. … "
                        + "They ship maize from Amirabad to Makhachkala."))
        #expect(row["source_name"] == .text("Amirabad Port (IR)"))
    }

    @Test("The way back, a plan and another mode are flows of their own")
    func apart() {
        let atlas = Atlas([
            Self.report("wheat"), Self.report("wheat", backwards: true),
            Self.report("wheat", status: .planned),
        ])
        #expect(atlas.flows.map(\.routes) == [1, 1, 1])
    }

    @Test("A link that runs both ways is the same whichever end is named first")
    func bothWays() {
        let atlas = Atlas([
            Self.report("wheat", both: true), Self.report("rice", backwards: true, both: true),
        ])
        #expect(atlas.flows.map(\.routes) == [2])
    }

    @Test("A line is the broader the more routes state it, and no broader than twelve pixels")
    func width() {
        #expect(MapStyle.width(ofRoutes: 1) == 3)
        #expect(MapStyle.width(ofRoutes: 2) == 5)
        #expect(MapStyle.width(ofRoutes: 4) == 7)
        #expect(MapStyle.width(ofRoutes: 10_000) == 12)
    }

    @Test("A picture draws them once, broader, and says how often they are stated")
    func picture() throws {
        let atlas = Atlas([Self.report("wheat"), Self.report("maize")])
        let svg = try Picture(atlas, basemap: Basemaps.rough).svg
        #expect(svg.components(separatedBy: "class=\"leg\"").count == 2)
        #expect(svg.contains("stroke-width=\"5.0\""))
        #expect(svg.contains("told 2 times in 2 documents"))
        #expect(svg.contains("<title>1. “They ship wheat from Amirabad to Makhachkala.”"))
        #expect(svg.contains("2. “They ship maize from Amirabad to Makhachkala.”"))
    }

    @Test("A text that stands twice counts once, and both documents are named")
    func copies() throws {
        let atlas = Atlas([Self.report("wheat"), Self.report("wheat"), Self.report("maize")])
        #expect(atlas.flows.map(\.routes) == [2])
        #expect(atlas.flows.map(\.documents) == [2])
        let leg = try GeoJSONWriterTests.feature("route-1-leg-1", in: atlas)
        let properties = try #require(leg["properties"] as? [String: Any])
        let told = try JSONText.objects(properties["told"])
        #expect(told.map { $0["route"] as? Int } == [1, 2, 3])
        #expect(told.map { $0["copy"] as? Bool } == [nil, true, nil])
        let other = try GeoJSONWriterTests.feature("route-3-leg-1", in: atlas)
        #expect((other["properties"] as? [String: Any])?["same_as"] as? String == "route-1-leg-1")
    }

    @Test("Lean GeoJSON has each line once, with all that is said of it, and the stops")
    func lean() throws {
        let atlas = Atlas([Self.report("wheat"), Self.report("maize")])
        let folder = try ScratchFolder()
        let file = folder.file("out.flows.geojson")
        try OutputFormat(path: file.path).writer.write(atlas, to: file)
        let collection = try JSONText.parse(Data(contentsOf: file))
        let features = try JSONText.objects(collection["features"])
        #expect(features.map { $0["id"] as? String }.last == "flow-1")
        #expect(features.count == 3)
        let properties = try #require(features.last?["properties"] as? [String: Any])
        #expect(properties["count"] as? Int == 2)
        #expect(properties["cargo"] as? String == "wheat; maize")
        #expect(
            try JSONText.objects(properties["told"]).compactMap { $0["evidence"] as? String } == [
                "They ship wheat from Amirabad to Makhachkala.",
                "They ship maize from Amirabad to Makhachkala.",
            ])
    }

    @Test("GeoJSON counts routes and documents on each leg")
    func geoJSON() throws {
        let atlas = Atlas([Self.report("wheat"), Self.report("maize"), Maps.pacific])
        let leg = try GeoJSONWriterTests.feature("route-2-leg-1", in: atlas)
        let properties = try #require(leg["properties"] as? [String: Any])
        #expect(properties["count"] as? Int == 2)
        #expect(properties["documents"] as? Int == 2)
        #expect(properties["stroke-width"] as? Double == 5)
    }

    @Test("The summary of several documents lists what they state alike, the most stated first")
    func summary() {
        let atlas = Atlas([Maps.pacific, Self.report("wheat"), Self.report("maize")])
        let lines = FlowsTable(atlas: atlas, style: TerminalStyle()).lines
        #expect(lines.count == 3)
        #expect(lines[1].contains("Makhachkala (RU)") && lines[1].contains("  2  "))
        #expect(FlowsTable(atlas: Atlas(Maps.pacific), style: TerminalStyle()).lines.isEmpty)
    }
}
