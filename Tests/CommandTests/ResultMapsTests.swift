import Foundation
import Testing

/// What `batch` has written becomes a map, without the texts being read again.
@Suite("Maps of results of batch")
struct ResultMapsTests {
    private let scratch: Scratch
    private let texts = [
        "The ferry sails from Aktau to Baku with grain, 80 km off the coast.",
        "Zürich said nothing. Two planes flew vaccines from Liege to N'Djamena via Cairo on Friday.",
    ]

    init() throws {
        scratch = try Scratch()
    }

    /// The lines that batch writes of the texts.
    private func results() throws -> String {
        let lines = try texts.enumerated().map { index, text in
            String(
                decoding: try JSONSerialization.data(
                    withJSONObject: ["id": "d\(index)", "text": text]), as: UTF8.self)
        }
        let run = try PeriplusProcess(
            ["batch", "--quiet"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    private func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map {
            try #require(
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("The places, routes and legs are those of the results, at their offsets")
    func same() throws {
        let lines = try results()
        let file = try scratch.file("results.jsonl", lines)
        let run = try PeriplusProcess(["map", "--json", file])
        #expect(run.status == 0, "\(run.errors)")
        let (before, after) = (try objects(lines), try objects(run.output))
        try #require(before.count == after.count)
        for (one, other) in zip(before, after) {
            for key in ["routes", "claims", "toponyms"] {
                let (was, became) = (one[key] as? [NSDictionary], other[key] as? [NSDictionary])
                #expect(was?.isEmpty == false || key == "claims")
                #expect(was == became, "\(key)")
            }
        }
    }

    @Test("Lines that tell of errors are counted, a damaged one is named")
    func failures() throws {
        let failure = "{\"error\": {\"code\": \"bad-json\", \"message\": \"no\"}, \"id\": null}\n"
        let mixed = try scratch.file("mixed.jsonl", failure + results())
        let run = try PeriplusProcess(["map", mixed, "-o", scratch.url("out.geojson").path])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("1 line without a result"))

        let damaged = try scratch.file("damaged.jsonl", results() + "{\"id\": \"x\"}\n")
        let second = try PeriplusProcess(["map", damaged])
        #expect(second.status == 65)
        #expect(second.errors.contains("damaged.jsonl, line 3"))
    }

    @Test("An index that leads nowhere is told of")
    func indices() throws {
        let lines = try results().replacing(/"origin":\d+/, with: "\"origin\":999")
        let run = try PeriplusProcess(["map", try scratch.file("odd.jsonl", lines)])
        #expect(run.status == 65)
        #expect(run.errors.contains("leads nowhere"))
    }
}
