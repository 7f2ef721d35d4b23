import Foundation
import Testing

/// `--decisions FILE` applies what a person decided on a page of `map`, and marks it in every output.
@Suite("A file of decisions")
struct DecisionsTests {
    private let scratch: Scratch
    private let report: String
    private let text = "A coaster with flour sailed from Mersin to Tripoli on Saturday."

    init() throws {
        scratch = try Scratch()
        report = try scratch.file("report.txt", text)
    }

    /// The result of the text with some lines of decisions.
    private func result(_ decisions: [[String: Any]]) throws -> [String: Any] {
        let lines = try decisions.map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
        }
        let file = try scratch.file("mine.jsonl", lines.joined(separator: "\n"))
        let run = try PeriplusProcess(["map", "--json", report, "--decisions", file])
        #expect(run.status == 0, "\(run.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func toponym(_ name: String, in result: [String: Any]) throws -> [String: Any] {
        let all = try #require(result["toponyms"] as? [[String: Any]])
        return try #require(all.first { $0["text"] as? String == name })
    }

    /// Where a word stands in the text.
    private func span(_ word: String) throws -> [Int] {
        let range = try #require(text.range(of: word))
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return [start, start + word.unicodeScalars.count]
    }

    private func digest() throws -> String { try #require(try result([])["sha256"] as? String) }

    @Test("A place that was put elsewhere lies there, in this document and in all")
    func place() throws {
        let other = String(repeating: "0", count: 64)
        for (document, isMoved) in [(nil, true), (try digest(), true), (other, false)] {
            var line: [String: Any] = [
                "name": "Tripoli", "do": "place", "lat": 37.5125, "lon": 22.375,
            ]
            line["document"] = document
            let tripoli = try toponym("Tripoli", in: result([line]))
            let place = try #require(tripoli["place"] as? [String: Any])
            #expect((place["lat"] as? Double == 37.5125) == isMoved)
            #expect((tripoli["decided"] as? Bool == true) == isMoved)
        }
    }

    @Test("What was said to be no place is none")
    func noPlace() throws {
        let result = try result([["name": "mersin", "do": "no-place"]])
        let mersin = try toponym("Mersin", in: result)
        #expect(mersin["place"] is NSNull)
        #expect(mersin["decided"] as? Bool == true)
    }

    @Test("Of two decisions the later holds, and one on words in the text before one on a name")
    func order() throws {
        let anywhere: [String: Any] = ["name": "Tripoli", "do": "place", "lat": 30, "lon": 22]
        let later = anywhere.merging(["lat": 31]) { $1 }
        let here = anywhere.merging([
            "lat": 32, "document": try digest(), "span": try span("Tripoli"),
        ]) { $1 }
        func latitude(_ lines: [[String: Any]]) throws -> Double? {
            let place = try toponym("Tripoli", in: result(lines))["place"] as? [String: Any]
            return place?["lat"] as? Double
        }
        #expect(try latitude([anywhere, later]) == 31)
        #expect(try latitude([here, later]) == 32)
    }

    @Test("A route is rejected, changed, added")
    func routes() throws {
        let before = try #require(try result([])["routes"] as? [[String: Any]])
        try #require(before.count == 1)
        let about: [String: Any] = ["document": try digest(), "span": [0, 20]]
        let there: [String: Any] = [
            "origin": try span("Mersin"), "destination": try span("Tripoli"),
        ]
        let back: [String: Any] = [
            "origin": try span("Tripoli"), "destination": try span("Mersin"),
        ]
        func line(_ ends: [String: Any], _ more: [String: Any]) -> [String: Any] {
            about.merging(ends) { $1 }.merging(more) { $1 }
        }

        let rejected = try result([line(there, ["do": "reject-route"])])
        #expect((rejected["routes"] as? [Any])?.isEmpty == true)

        let other: [String: Any] = ["do": "route", "mode": "air", "status": "alleged"]
        let changed = try result([line(back, other.merging(["was": there]) { $1 })])
        let route = try #require((changed["routes"] as? [[String: Any]])?.first)
        #expect((changed["routes"] as? [Any])?.count == 1)
        #expect(route["mode"] as? String == "air")
        #expect(route["status"] as? String == "alleged")
        #expect(route["rule"] as? String == "decision")
        #expect(route["decided"] as? Bool == true)
        #expect(route["origin"] as? Int == before[0]["destination"] as? Int)

        let added = try result([line(back, other)])
        let routes = try #require(added["routes"] as? [[String: Any]])
        #expect(routes.map { $0["rule"] as? String == "decision" } == [false, true])
    }

    @Test("A file that is missing or malformed is told of in one line")
    func badFiles() throws {
        let missing = scratch.url("none.jsonl").path
        let cases: [(path: String, status: Int32, words: String)] = [
            (missing, 66, "none.jsonl: no such file"), (scratch.folder.path, 66, "cannot read"),
            (try file("\n{\"do\": \"fly\"}\n"), 65, "mine.jsonl, line 2: \"fly\""),
            (try file("[1, 2]"), 65, "mine.jsonl, line 1"),
            (try file("{\"do\": \"place\", \"name\": \"X\"}"), 65, "neither an id"),
            (
                try file("{\"do\": \"place\", \"name\": \"X\", \"lat\": 99, \"lon\": 0}"), 65,
                "out of range"
            ),
            (try file("{\"do\": \"reject-route\", \"span\": [0, 3]}"), 65, "\"document\""),
            (
                try file("{\"do\": \"no-place\", \"name\": \"X\", \"document\": \"12\"}"), 65,
                "no SHA-256"
            ),
        ]
        for (path, status, words) in cases {
            let run = try PeriplusProcess(["map", report, "--decisions", path])
            #expect(run.status == status, "\(path): \(run.errors)")
            #expect(run.errorLines.count == 1, "\(path): \(run.errors)")
            #expect(run.errors.contains(words), "\(path): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    /// A file of decisions in a folder of its own.
    private func file(_ text: String) throws -> String {
        let folder = scratch.url(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "mine.jsonl")
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
