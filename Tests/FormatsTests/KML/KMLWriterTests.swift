import Foundation
import Movements
import Testing

@testable import Formats

@Suite("KML and KMZ")
struct KMLWriterTests {
    @Test(
        "Every map keeps to the OGC schema",
        .enabled(if: Tool.reader("check_kml").isInstalled), arguments: [OutputFormat.kml, .kmz])
    func schema(format: OutputFormat) throws {
        let folder = try ScratchFolder()
        for map in Maps.all {
            let file = folder.file("out." + format.fileExtension)
            try format.writer.write(map, to: file)
            let result = try Tool.reader("check_kml").run([file.path])
            #expect(result.status == 0, "\(result.output)")
        }
    }

    @Test(
        "Places, legs and dates are all there", .enabled(if: Tool.reader("check_kml").isInstalled))
    func content() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.kml")
        try KMLWriter().write(Maps.caspian, to: file)
        let counts = try JSONText.parse(Tool.reader("check_kml").run([file.path]).output.utf8)
        #expect(counts["Placemark"] as? Int == 10 + 3)
        #expect(counts["Point"] as? Int == 8)
        #expect(counts["LineString"] as? Int == 3)
        #expect(counts["TimeSpan"] as? Int == 1)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("<coordinates>53.3654,36.8519 52.9,37.4 "))
        #expect(
            text.contains("“Planners in Moscow considered flying spare parts to Yelabuga by June.”")
        )
        #expect(text.contains("<styleUrl>#air-planned</styleUrl>"))
    }

    @Test("Routes lie in folders by status and by document; what is told again has no second line")
    func folders() throws {
        let atlas = Atlas([
            FlowTests.report("wheat"), FlowTests.report("maize"),
            FlowTests.report("rice", status: .planned),
        ])
        let folder = try ScratchFolder()
        let file = folder.file("out.kml")
        try KMLWriter().write(atlas, to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        for name in ["Stops of routes", "Routes, stated", "Routes, planned", "By document"] {
            #expect(text.contains("<name>\(name)</name>"), "\(name)")
        }
        // Two of the statuses, three of the documents.
        #expect(text.components(separatedBy: "<LineString>").count == 1 + 2 + 3)
        #expect(text.contains("Makhachkala (RU) ×2</name>"))
        #expect(text.contains("told again in https://example.org/report"))
        #expect(text.contains("2. “They ship maize from Amirabad to Makhachkala.”"))
        #expect(text.components(separatedBy: "<visibility>0</visibility>").count == 1 + 4 + 3)
    }

    @Test("GDAL reads it", .enabled(if: Tool.ogrinfo.isInstalled))
    func gdal() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.kml")
        try KMLWriter().write(Maps.pacific, to: file)
        let result = try Tool.ogrinfo.run(["-ro", "-al", file.path])
        #expect(result.status == 0)
        #expect(result.output.contains("Yokohama (JP)"))
    }

    @Test("The check of the archive is that of the published example")
    func checksum() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        #expect(ZipArchive.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}
