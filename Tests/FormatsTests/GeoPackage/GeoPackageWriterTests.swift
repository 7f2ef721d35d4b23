import Foundation
import FoundationXML
import Geodesy
import Movements
import Testing

@testable import Formats

@Suite("GeoPackage")
struct GeoPackageWriterTests {
    @Test(
        "GDAL finds every layer and table with its rows", .enabled(if: Tool.ogrinfo.isInstalled))
    func layers() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.gpkg")
        try GeoPackageWriter().write(
            Atlas(Maps.caspian, sources: [TerminalSummaryTests.source]), to: file)
        let result = try Tool.ogrinfo.run(["-ro", "-al", "-so", file.path])
        #expect(result.status == 0)
        for word in ["ERROR", "Warning"] { #expect(!result.output.contains(word)) }
        let expected = [
            ("places", 10), ("legs", 3), ("routes", 3), ("flows", 3), ("mentions", 13),
            ("claims", 1),
            ("distances", 6), ("documents", 1), ("sources", 1), ("layer_styles", 4),
        ]
        for (name, count) in expected {
            let part = try #require(
                result.output.components(separatedBy: "Layer name: ").first {
                    $0.hasPrefix(name + "\n")
                })
            #expect(part.contains("Feature Count: \(count)"), "\(name)")
        }
    }

    @Test(
        "A query by place finds the leg that passes there, and no other",
        .enabled(if: Tool.ogrinfo.isInstalled))
    func spatialQuery() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.gpkg")
        try GeoPackageWriter().write(Maps.caspian, to: file)
        let result = try Tool.ogrinfo.run([
            "-ro", "-spat", "51", "38", "52.5", "39.5", file.path, "legs",
        ])
        #expect(result.output.contains("Feature Count: 1"))
        #expect(result.output.contains("target_name (String) = Makhachkala (RU)"))
    }

    @Test(
        "It keeps to the standard, by GDAL's conformance check",
        .enabled(if: Tool.geoPackageCheck.isInstalled))
    func conformance() throws {
        let folder = try ScratchFolder()
        for map in Maps.all {
            let file = folder.file("out.gpkg")
            try GeoPackageWriter().write(map, to: file)
            let result = try Tool.geoPackageCheck.run(["-k", file.path])
            #expect(result.status == 0, "\(result.output)")
            #expect(!result.output.contains("Req "), "\(result.output)")
        }
    }

    @Test("The same atlas gives the same bytes; an old file is replaced")
    func deterministic() throws {
        let folder = try ScratchFolder()
        let (first, second) = (folder.file("a.gpkg"), folder.file("b.gpkg"))
        try Data("old".utf8).write(to: second)
        try GeoPackageWriter().write(Atlas(Maps.all), to: first)
        try GeoPackageWriter().write(Atlas(Maps.all), to: second)
        #expect(try Data(contentsOf: first) == Data(contentsOf: second))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
    }

    @Test("A pipe, a missing folder and a folder are refused in words")
    func refused() throws {
        let folder = try ScratchFolder()
        #expect(throws: FormatError.needsRegularFile(path: "/dev/null", format: .geoPackage)) {
            try GeoPackageWriter().write(Maps.empty, to: URL(filePath: "/dev/null"))
        }
        let missing = folder.file("no/such.gpkg")
        #expect(
            throws: FormatError.cannotCreate(
                path: missing.path, reason: "No such file or directory")
        ) { try GeoPackageWriter().write(Maps.empty, to: missing) }
        #expect(
            throws: FormatError.cannotCreate(path: folder.url.path, reason: "Is a directory")
        ) { try GeoPackageWriter().write(Maps.empty, to: folder.url) }
    }

    @Test("QGIS's styles are well-formed and name every mode")
    func styles() throws {
        let kinds = Set(
            TransportMode.allCases.flatMap { mode in
                Movement.Status.allCases.map {
                    QGISStyle.LineKind(mode: mode, status: $0, isSchematic: mode == .land)
                }
            })
        let lines = QGISStyle.lines(kinds, width: "0.8 + ln(\"count\")", stack: "stack")
        for style in [lines, QGISStyle.places] {
            #expect(XMLParser(data: Data(style.utf8)).parse())
        }
        #expect(lines.components(separatedBy: "<rule filter").count - 1 == kinds.count)
        for words in ["pipeline, denied", "sea, planned", "land, alleged, schematic"] {
            #expect(lines.contains("label=\"\(words)\""))
        }
        // Only what is denied is crossed.
        #expect(
            lines.components(separatedBy: "cross2").count - 1 == TransportMode.allCases.count)
    }

    @Test("A style has only the rules that the layer needs")
    func rulesInUse() {
        let style = QGISStyle.lines([.init(mode: .sea, status: .asserted, isSchematic: false)])
        #expect(style.components(separatedBy: "<rule filter").count == 2)
        #expect(style.contains("label=\"sea, stated\""))
    }

    @Test(
        "Days are dates, so that a map tool's clock runs over them",
        .enabled(if: Tool.ogrinfo.isInstalled))
    func days() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.gpkg")
        try GeoPackageWriter().write(Maps.caspian, to: file)
        let result = try Tool.ogrinfo.run(["-ro", file.path, "routes"])
        #expect(result.output.contains("date_to (Date) = 2024/06/01"))
    }
}
