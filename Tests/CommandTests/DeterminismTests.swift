import Foundation
import Testing

/// The same input gives the same bytes.
@Suite("Determinism")
struct DeterminismTests {
    private static let samples: [URL] = {
        let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/Samples")
        let files = try? FileManager.default.contentsOfDirectory(
            at: data, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "txt" }
            .sorted { $0.path < $1.path }
    }()

    @Test(
        "a document's answer is the same after others, before others and alone, with one job and with two"
    )
    func order() throws {
        let lines = try Self.samples.map { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            let line = try JSONEncoder().encode(["id": file.lastPathComponent, "text": text])
            return String(decoding: line, as: UTF8.self)
        }
        try #require(lines.count > 3)
        func answers(_ lines: [String], jobs: Int) throws -> [Substring] {
            let run = try PeriplusProcess(
                ["batch", "--jobs", "\(jobs)"], input: Data(lines.map { $0 + "\n" }.joined().utf8))
            #expect(run.status == 0, "\(run.errors)")
            return run.output.split(separator: "\n")
        }
        let first = try answers(lines, jobs: 1)
        #expect(first.count == lines.count)
        #expect(try answers(lines.reversed(), jobs: 1).reversed() == first)
        #expect(try answers(lines + lines, jobs: 2) == first + first)
        #expect(try answers([lines[2]], jobs: 2) == [first[2]])
    }

    @Test("a map's files are the same when written again")
    func files() throws {
        let scratch = try Scratch()
        let texts = Self.samples.prefix(3).map(\.path)
        let formats = [
            "geojson", "geojsonl", "gpkg", "kml", "kmz", "gpx", "csv", "svg", "html", "lpf.json",
            "anno.jsonld",
        ]
        var written: [[String: Data]] = []
        for folder in ["one", "two"] {
            let url = scratch.url(folder)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let outputs = formats.flatMap { ["-o", url.appending(path: "map.\($0)").path] }
            let run = try PeriplusProcess(["map", "--quiet"] + texts + outputs)
            #expect(run.status == 0, "\(run.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
            written.append(
                try Dictionary(
                    uniqueKeysWithValues: names.map {
                        ($0, try Data(contentsOf: url.appending(path: $0)))
                    }))
        }
        #expect(written[0].count >= formats.count)
        #expect(Set(written[0].keys) == Set(written[1].keys))
        for (name, data) in written[0] {
            #expect(written[1][name] == data, "\(name)")
        }
    }
}
