import Foundation
import Testing

@testable import Formats

/// The text formats byte for byte as they were agreed on: a change of a file is seen as a change of a file.
///
/// With PERIPLUS_WRITE_GOLDEN set the tests write the files of `Golden` anew, to be looked at and committed.
@Suite("Golden files")
struct GoldenFileTests {
    static let folder = Tool.root.appending(path: "Tests/FormatsTests/Golden")

    static var atlas: Atlas {
        Atlas(
            [Maps.caspian, Maps.pacific, Maps.hostile, Maps.positions],
            sources: [TerminalSummaryTests.source])
    }

    @Test(
        "A file is as it was agreed on",
        arguments: [
            OutputFormat.geoJSON, .geoJSONLines, .trips, .kml, .gpx, .csv, .linkedPlaces,
            .annotations,
        ])
    func golden(format: OutputFormat) throws {
        let scratch = try ScratchFolder()
        try format.writer.write(Self.atlas, to: scratch.file("reports.\(format.fileExtension)"))
        let isWriting = ProcessInfo.processInfo.environment["PERIPLUS_WRITE_GOLDEN"] != nil
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) {
            let written = try Data(contentsOf: scratch.file(name))
            let golden = Self.folder.appending(path: name)
            if isWriting { try written.write(to: golden) }
            #expect(try written == Data(contentsOf: golden), "\(name)")
        }
    }
}
