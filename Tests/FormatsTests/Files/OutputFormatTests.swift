import Foundation
import Testing

@testable import Formats

@Suite("The format of a file name")
struct OutputFormatTests {
    @Test(
        "The extension decides, whatever its case",
        arguments: [
            ("a.geojson", OutputFormat.geoJSON), ("A.GEOJSON", .geoJSON),
            ("x/y.tar.geojsonl", .geoJSONLines), ("b.geojsons", .geoJSONSequence),
            ("b.trips.geojson", .trips), ("trips.geojson", .geoJSON),
        ])
    func known(path: String, format: OutputFormat) throws {
        #expect(try OutputFormat(path: path) == format)
    }

    @Test(
        "An unknown extension is refused, with the known ones",
        arguments: ["map", "map.doc", "geojson", "map.geojson.bak", ""])
    func unknown(path: String) {
        #expect(throws: FormatError.unknownFormat(path)) { try OutputFormat(path: path) }
        #expect(FormatError.unknownFormat(path).description.contains(".geojson .geojsonl"))
    }

    @Test(
        "A format has a name with or without the dot",
        arguments: ["geojson", ".geojson", "GeoJSON"])
    func named(name: String) throws {
        #expect(try OutputFormat(named: name) == .geoJSON)
    }

    @Test("Every format gives the same bytes for the same maps", arguments: OutputFormat.allCases)
    func deterministic(format: OutputFormat) throws {
        guard format != .png || Tool.rasteriser.isInstalled else { return }
        let folder = try ScratchFolder()
        func written(_ name: String) throws -> Data {
            let file = folder.file("\(name).\(format.fileExtension)")
            try format.writer(basemap: Basemaps.rough).write(Atlas(Maps.all), to: file)
            return try Data(contentsOf: file)
        }
        #expect(try written("first") == written("second"))
    }
}
