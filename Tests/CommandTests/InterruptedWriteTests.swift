import Foundation
import Testing

/// A program that is stopped while it writes leaves the old file as it was.
@Suite("Writing interrupted")
struct InterruptedWriteTests {
    @Test(
        "The system ends the program at 8 KiB of a file; the old file stands",
        arguments: ["geojson", "gpkg", "html", "kml", "svg"])
    func killed(format: String) throws {
        let scratch = try Scratch()
        // Enough for every format to be longer than the limit.
        let stops = ["Odesa", "Istanbul", "Trabzon", "Constanta"]
        var text = ""
        for from in stops {
            for to in stops where to != from {
                text += "A coaster with flour sailed from \(from) to \(to) on Saturday.\n\n"
            }
        }
        let report = try scratch.file("report.txt", text)
        let out = try scratch.file("out.\(format)", "old")
        let whole = try PeriplusProcess(["map", "--quiet", report, "-o", "\(out).\(format)"])
        #expect(whole.status == 0, "\(whole.errors)")
        let size = try FileManager.default.attributesOfItem(atPath: "\(out).\(format)")[.size]
        #expect((size as? Int ?? 0) > 8_192, "too short to be interrupted")

        let stopped = try PeriplusProcess(
            ["map", "--quiet", report, "-o", out], largestFile: 8)
        #expect(stopped.status != 0)
        #expect(try String(contentsOfFile: out, encoding: .utf8) == "old")
    }
}
