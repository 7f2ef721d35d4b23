import Foundation
import Testing

/// Where `map` writes, and what it says of it.
@Suite("The outputs of map")
struct MapOutputTests {
    private let scratch: Scratch
    private let report: String

    init() throws {
        scratch = try Scratch()
        report = try scratch.file("report.txt", "The ferry sails from Aktau to Baku with grain.")
    }

    @Test("-o - is standard output, of any format", arguments: ["geojson", "kml", "gpkg"])
    func standardOutput(format: String) throws {
        let file = scratch.url("out.\(format)")
        let command = "\"$0\" map \"$1\" -o - --format \(format) > \"$2\""
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", command, PeriplusProcess.executable.path, report, file.path,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let other = scratch.url("other.\(format)")
        #expect(try PeriplusProcess(["map", report, "--quiet", "-o", other.path]).status == 0)
        #expect(try Data(contentsOf: file) == Data(contentsOf: other))
    }

    @Test(
        "What cannot be meant is refused before anything is read",
        arguments: [
            (["--format", "kml"], "--format is for -o"), (["-o", "-"], "needs --format"),
            (["-o", "-", "--format", "kml", "--json"], "either --json or -o -"),
        ])
    func refused(arguments: [String], words: String) throws {
        let run = try PeriplusProcess(["map", report] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(words))
        #expect(run.output.isEmpty)
    }

    @Test("A table says which files it has become")
    func tables() throws {
        let run = try PeriplusProcess(["map", report, "-o", scratch.url("out.csv").path])
        #expect(run.status == 0)
        let written = run.errorLines.map { $0.replacing("wrote ", with: "") }
        #expect(written.count == 6)
        for path in written { #expect(FileManager.default.fileExists(atPath: path), "\(path)") }
    }
}
