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
    private func result(_ decisions: [String]) throws -> [String: Any] {
        let file = try scratch.file("mine.jsonl", decisions.joined(separator: "\n"))
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
    private func span(_ word: String) throws -> String {
        let range = try #require(text.range(of: word))
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return "[\(start), \(start + word.unicodeScalars.count)]"
    }

    private func digest() throws -> String { try #require(try result([])["sha256"] as? String) }

    @Test("A place that was put elsewhere lies there, in this document and in all")
    func place() throws {
        let other = String(repeating: "0", count: 64)
        let cases = [("", true), ("\"document\": \"\(try digest())\", ", true), ("\"document\": \"\(other)\", ", false)]
        for (document, isMoved) in cases {
            let line = "{\(document)\"name\": \"Tripoli\", \"do\": \"place\", \"lat\": 37.5125, \"lon\": 22.375}"
            let tripoli = try toponym("Tripoli", in: result([line]))
            let place = try #require(tripoli["place"] as? [String: Any])
            #expect((place["lat"] as? Double == 37.5125) == isMoved)
            #expect((tripoli["decided"] as? Bool == true) == isMoved)
        }
    }

    @Test("What was said to be no place is none")
    func noPlace() throws {
        let result = try result(["{\"name\": \"mersin\", \"do\": \"no-place\"}"])
        let mersin = try toponym("Mersin", in: result)
        #expect(mersin["place"] is NSNull)
        #expect(mersin["decided"] as? Bool == true)
    }

    @Test("Of two decisions the later one holds, and one on a place in the text before one on the name")
    func order() throws {
        func line(_ latitude: Double, _ more: String = "") -> String {
            "{\(more)\"name\": \"Tripoli\", \"do\": \"place\", \"lat\": \(latitude), \"lon\": 22}"
        }
        let here = "\"document\": \"\(try digest())\", \"span\": \(try span("Tripoli")), "
        func latitude(_ lines: [String]) throws -> Double? {
            (try toponym("Tripoli", in: result(lines))["place"] as? [String: Any])?["lat"] as? Double
        }
        #expect(try latitude([line(30), line(31)]) == 31)
        #expect(try latitude([line(32, here), line(31)]) == 32)
    }

    @Test("A route is rejected, changed, added")
    func routes() throws {
        let before = try #require(try result([])["routes"] as? [[String: Any]])
        try #require(before.count == 1)
        let about = "\"document\": \"\(try digest())\", \"span\": [0, 20], "
        let ends = "\"origin\": \(try span("Mersin")), \"destination\": \(try span("Tripoli"))"
        let back = "\"origin\": \(try span("Tripoli")), \"destination\": \(try span("Mersin"))"

        let rejected = try result(["{\(about)\"do\": \"reject-route\", \(ends)}"])
        #expect((rejected["routes"] as? [Any])?.isEmpty == true)

        let changed = try result([
            "{\(about)\"do\": \"route\", \(back), \"mode\": \"air\", \"status\": \"alleged\", \"was\": {\(ends)}}"
        ])
        let route = try #require((changed["routes"] as? [[String: Any]])?.first)
        #expect((changed["routes"] as? [Any])?.count == 1)
        #expect(route["mode"] as? String == "air")
        #expect(route["status"] as? String == "alleged")
        #expect(route["rule"] as? String == "decision")
        #expect(route["decided"] as? Bool == true)
        #expect(route["origin"] as? Int == before[0]["destination"] as? Int)

        let added = try result(["{\(about)\"do\": \"route\", \(back), \"mode\": \"rail\", \"status\": \"planned\"}"])
        let routes = try #require(added["routes"] as? [[String: Any]])
        #expect(routes.map { $0["rule"] as? String == "decision" } == [false, true])
    }

    @Test("A file that is missing or malformed is told of in one line")
    func badFiles() throws {
        let cases: [(path: String, status: Int32, words: String)] = [
            (scratch.url("none.jsonl").path, 66, "none.jsonl: no such file"),
            (scratch.folder.path, 66, "cannot read"),
            (try scratch.file("a.jsonl", "\n{\"do\": \"fly\"}\n"), 65, "a.jsonl, line 2: \"fly\""),
            (try scratch.file("b.jsonl", "[1, 2]"), 65, "b.jsonl, line 1"),
            (try scratch.file("c.jsonl", "{\"do\": \"place\", \"name\": \"X\"}"), 65, "neither an id"),
            (
                try scratch.file(
                    "d.jsonl", "{\"do\": \"place\", \"name\": \"X\", \"lat\": 99, \"lon\": 0}"), 65,
                "out of range"
            ),
            (
                try scratch.file("e.jsonl", "{\"do\": \"reject-route\", \"span\": [0, 3]}"), 65,
                "\"document\""
            ),
            (
                try scratch.file("f.jsonl", "{\"do\": \"no-place\", \"name\": \"X\", \"document\": \"12\"}"), 65,
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
}
