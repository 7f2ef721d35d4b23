import Foundation
import Testing

@testable import Formats

@Suite("GPX")
struct GPXWriterTests {
    @Test(
        "Stops are route points, lines are tracks; a cut at 180 degrees makes two segments",
        .enabled(if: Tool.reader("check_gpx").isInstalled))
    func content() throws {
        let folder = try ScratchFolder()
        let file = folder.file("out.gpx")
        try GPXWriter().write(Maps.pacific, to: file)
        let gpx = try JSONText.parse(Tool.reader("check_gpx").run([file.path]).output.utf8)
        #expect(gpx["waypoints"] as? Int == 2)
        #expect(gpx["stops"] as? [[String]] == [["Yokohama (JP)", "Los Angeles (US)"]])
        #expect(gpx["segments"] as? [[Int]] == [[3, 3]])
    }

    @Test("GDAL reads every map", .enabled(if: Tool.ogrinfo.isInstalled))
    func gdal() throws {
        let folder = try ScratchFolder()
        for map in Maps.all {
            let file = folder.file("out.gpx")
            try GPXWriter().write(map, to: file)
            let result = try Tool.ogrinfo.run(["-ro", "-al", "-so", file.path])
            #expect(result.status == 0, "\(result.output)")
            for word in ["ERROR", "Warning"] {
                #expect(!result.output.contains(word), "\(result.output)")
            }
        }
    }

    @Test("What XML does not allow is replaced, markup escaped")
    func escaped() {
        #expect(
            XMLBuilder.escaped("a<b>&\"c\u{1B}\u{FFFE}\u{7F}\u{9B}")
                == "a&lt;b&gt;&amp;&quot;c\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
        )
    }
}
