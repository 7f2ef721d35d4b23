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

    @Test("A program that is killed while it writes leaves no file of its own behind")
    func nothingLeft() throws {
        let scratch = try Scratch()
        let text = (0..<400).map { "Ship \($0) went from Odesa to Istanbul and Trabzon.\n\n" }
            .joined()
        let report = try scratch.file("report.txt", text)
        let folder = scratch.url("maps")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let formats = ["geojson", "gpkg", "html", "kml", "csv", "kmz"]
        let outputs = formats.flatMap { ["-o", folder.appending(path: "map.\($0)").path] }
        let written = try PeriplusProcess(["map", "--quiet", report] + outputs)
        #expect(written.status == 0, "\(written.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let start = ContinuousClock.now
        _ = try PeriplusProcess(["map", "--quiet", report] + outputs)
        let whole = start.duration(to: .now)
        for share in 1...20 {
            let begin = ContinuousClock.now
            _ = try PeriplusProcess.killed(["map", "--quiet", report] + outputs) {
                begin.duration(to: .now) > whole * share / 20
            }
        }
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == Set(names))
    }
}
