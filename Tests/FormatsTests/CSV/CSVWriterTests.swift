import Foundation
import Geodesy
import RouteMaps
import Testing

@testable import Formats

@Suite("CSV")
struct CSVWriterTests {
    @Test("Tables of legs, places, routes and flows, and the distances as squares")
    func tables() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.csv")
        try CSVWriter().write(Maps.caspian, to: file)
        func rows(_ name: String) throws -> [Substring] {
            try String(contentsOf: folder.file(name), encoding: .utf8).split(separator: "\r\n")
        }
        #expect(try rows("out.csv").count == 1 + 3)
        #expect(try rows("out.places.csv").count == 1 + 10)
        #expect(try rows("out.routes.csv").count == 1 + 3)
        #expect(try rows("out.flows.csv").count == 1 + 3)
        let matrix = try rows("out.matrix.csv")
        #expect(matrix.count == 1 + 4)
        #expect(matrix[1].hasPrefix("Amirabad Port (IR),0.0,844.8,"))
        #expect(matrix[2].hasPrefix("Makhachkala (RU),844.8,0.0,"))
    }

    @Test("The way by sea has a square of its own, empty where it is not known")
    func matrixBySea() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.csv")
        let pairs = [
            SiteDistance(
                from: Places.amirabad, to: Places.makhachkala,
                geodesic: Distance(kilometres: 844.8), bySea: Distance(kilometres: 856.3)),
            SiteDistance(
                from: Places.amirabad, to: Places.moscow, geodesic: Distance(kilometres: 2_413)),
        ]
        try CSVWriter().write(Atlas(Maps.caspian, distances: pairs), to: file)
        let text = try String(contentsOf: folder.file("out.matrix-sea.csv"), encoding: .utf8)
        #expect(
            text.split(separator: "\r\n") == [
                "by_sea_km,Amirabad Port (IR),Makhachkala (RU),Moscow (RU)",
                "Amirabad Port (IR),0.0,856.3,", "Makhachkala (RU),856.3,0.0,",
                "Moscow (RU),,,0.0",
            ])
    }

    @Test(
        "Cells are quoted by RFC 4180, and no text of a document is a formula",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("=1+1", "\"'=1+1\""), ("+49", "\"'+49\""),
            ("-x", "\"'-x\""), ("@sum", "\"'@sum\""), ("\tx", "\"'\tx\""), ("", ""),
            ("a\r\nb", "\"a\nb\""), ("a\rb", "a b"),
            ("\u{1B}[31mTown\u{7}", "\u{FFFD}[31mTown\u{FFFD}"),
            ("\u{9B}2J\u{7F}é", "\u{FFFD}2J\u{FFFD}é"),
        ])
    func cells(text: String, expected: String) {
        let row = String(decoding: CSVRow.bytes([.text(text), .integer(-3)]), as: UTF8.self)
        #expect(row == expected + ",-3\r\n")
    }

    @Test("A missing figure is an empty cell")
    func missing() {
        #expect(
            CSVRow.bytes([.none, .real(.nan, decimals: 1), .flag(true)]) == Array(",,true\r\n".utf8)
        )
    }

    @Test(
        "GDAL reads the lines from their column", .enabled(if: Tool.ogrinfo.isInstalled))
    func gdal() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.csv")
        try CSVWriter().write(Maps.pacific, to: file)
        let result = try Tool.ogrinfo.run([
            "-ro", "-al", "-oo", "GEOM_POSSIBLE_NAMES=geometry", file.path,
        ])
        #expect(result.status == 0)
        #expect(result.output.contains("MULTILINESTRING ((139.6425 35.4478"))
    }
}
