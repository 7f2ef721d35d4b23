import Foundation
import Testing

/// `periplus batch`, run as a process.
@Suite("periplus batch")
struct BatchTests {
    private func run(_ lines: [String], _ arguments: [String] = []) throws -> PeriplusProcess {
        try PeriplusProcess(
            ["batch"] + arguments, input: Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    private func objects(_ run: PeriplusProcess) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("same order, same ids, errors in their place")
    func order() throws {
        var lines: [String] = []
        for number in 0..<60 {
            lines.append(#"{"id": "\#(number)", "text": "A ship left Baku for Aktau."}"#)
        }
        lines[7] = "{ this is not JSON"
        lines[9] = #"{"id": "9"}"#
        let run = try run(lines)
        let objects = try objects(run)
        #expect(run.status == 0)
        #expect(objects.count == 60)
        #expect(objects[7]["id"] is NSNull)
        #expect(objects[7]["error"] != nil)
        #expect(objects[9]["id"] as? String == "9")
        #expect(objects[9]["error"] != nil)
        for number in [0, 8, 59] {
            #expect(objects[number]["id"] as? String == "\(number)")
            let toponyms = objects[number]["toponyms"] as? [[String: Any]]
            #expect(toponyms?.compactMap { $0["text"] as? String } == ["Baku", "Aktau"])
        }
        #expect(try self.run(lines, ["--strict"]).status == 65)
    }

    @Test("a file named gives what standard input gives; one that is not there is told")
    func file() throws {
        let scratch = try Scratch()
        let line = #"{"id": "1", "text": "A ship left Baku for Aktau."}"#
        let path = try scratch.file("documents.jsonl", line + "\n")
        #expect(try run([], [path]).output == run([line]).output)
        let missing = try run([], [path + ".no"])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("documents.jsonl.no: No such file"))
        #expect(missing.output.isEmpty)
    }

    @Test("offsets are code points; a lone surrogate is one")
    func offsets() throws {
        let run = try run([#"{"id": "1", "text": "\ud800 é 🚢 sailed from Baku to Aktau."}"#])
        let toponyms = try #require(try objects(run)[0]["toponyms"] as? [[String: Any]])
        #expect(toponyms.first?["start"] as? Int == 18)
        #expect(toponyms.first?["end"] as? Int == 22)
    }

    @Test("the same input gives the same bytes, with one job or two")
    func determinism() throws {
        let lines = (0..<40).map {
            #"{"id": "\#($0)", "text": "Grain went from Odesa to Constanta, Romania, by sea."}"#
        }
        let first = try run(lines, ["--jobs", "1"])
        let second = try run(lines, ["--jobs", "2"])
        #expect(!first.output.isEmpty)
        #expect(first.output == second.output)
    }

    @Test("a route must be as sure as is asked for; what is no share is refused")
    func bar() throws {
        let line = #"{"id": "1", "text": "Grain was shipped from Odesa to Constanta, Romania."}"#
        func routes(_ arguments: [String]) throws -> [[String: Any]] {
            try objects(run([line], arguments)).first?["routes"] as? [[String: Any]] ?? []
        }
        let route = try #require(try routes([]).first)
        #expect(route["rule"] as? String == "reader")
        let confidence = try #require(route["confidence"] as? Double)
        #expect((0.01...0.999).contains(confidence))
        #expect(try routes(["--bar", "1"]).isEmpty)
        #expect(try routes(["--bar", "0.1"]).count >= routes([]).count)
        let refused = try run([line], ["--bar", "1.5"])
        #expect(refused.status == 64 && refused.output.isEmpty)
        #expect(refused.errors.contains("share from 0 to 1"), "\(refused.errors)")
    }
}
