import Foundation
import Testing

/// `--places FILE` puts names where the analyst says, and says in one line what is wrong with a file.
@Suite("An analyst's file of places")
struct PlacesFileTests {
    private let scratch: Scratch
    private let text = "A coaster with flour sailed from Mersin to Tripoli on Saturday."

    init() throws {
        scratch = try Scratch()
    }

    /// What `places --json` says of the text, with the whitespace taken out.
    private func places(_ arguments: [String]) throws -> String {
        let report = try scratch.file("report.txt", text)
        let run = try PeriplusProcess(["places", "--json", report] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return String(run.output.filter { !$0.isWhitespace })
    }

    @Test("a table decides")
    func table() throws {
        let file = try scratch.file("mine.csv", "name,lat,lon,kind\nTripoli,37.5125,22.375,city\n")
        #expect(try !places([]).contains("37.5125"))
        let output = try places(["--places", file])
        #expect(output.contains("37.5125") && output.contains("22.375"))
    }

    @Test("GeoJSON decides, here for this document alone", arguments: ["report.txt", "other.txt"])
    func geoJSON(document: String) throws {
        let file = try scratch.file(
            "mine.geojson",
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature",
             "properties": {"name": "Tripoli", "document": "\(document)"},
             "geometry": {"type": "Point", "coordinates": [22.375, 37.5125]}}]}
            """)
        #expect(
            try places(["--places", file]).contains("37.5125") == (document == "report.txt"))
    }

    @Test("a batch takes decisions by the ids of its lines")
    func batch() throws {
        let file = try scratch.file("mine.csv", "name,document,lat,lon\nTripoli,b,37.5125,22.375\n")
        let lines = ["a", "b"].map { "{\"id\": \"\($0)\", \"text\": \"\(text)\"}\n" }.joined()
        let run = try PeriplusProcess(["batch", "--places", file], input: Data(lines.utf8))
        #expect(run.status == 0, "\(run.errors)")
        let results = run.output.split(separator: "\n")
        try #require(results.count == 2)
        #expect(!results[0].contains("37.5125"))
        #expect(results[1].contains("37.5125"))
    }

    @Test("a file that is missing or malformed", arguments: ["map", "places"])
    func badFiles(command: String) throws {
        let report = try scratch.file("report.txt", text)
        let cases: [(path: String, status: Int32, words: String)] = [
            (scratch.url("none.csv").path, 66, "none.csv: no such file"),
            (scratch.folder.path, 66, "cannot read"),
            (try scratch.file("far.csv", "name,lat,lon\nX,99,0\n"), 65, "far.csv, line 2"),
            (try scratch.file("odd.csv", "lat,lon\n1,2\n"), 65, "no column \"name\""),
            (try scratch.file("odd.geojson", "{\"a\": 1}"), 65, "odd.geojson"),
            (try scratch.file("bytes.csv", [0x6E, 0xFF, 0xFE]), 65, "not UTF-8"),
        ]
        for (path, status, words) in cases {
            let run = try PeriplusProcess([command, report, "--places", path])
            #expect(run.status == status, "\(path): \(run.errors)")
            #expect(run.errorLines.count == 1, "\(path): \(run.errors)")
            #expect(run.errors.contains(words), "\(path): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }
}
