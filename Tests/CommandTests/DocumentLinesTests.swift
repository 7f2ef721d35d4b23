import Foundation
import Testing

/// What the service has its documents read by.
@Suite("periplus document-lines and serve", .serialized)
struct DocumentLinesTests {
    private let text = "The ferry sails from Aktau to Baku."

    /// The answer behind its number, in two parts.
    private func parts(_ answer: String) throws -> (
        number: Int, result: [String: Any], map: [String: Any]?
    ) {
        let space = try #require(answer.firstIndex(of: " "))
        let parts = answer[answer.index(after: space)...].split(separator: "\t").map {
            Data($0.utf8)
        }
        return (
            try #require(Int(answer[..<space])),
            try #require(JSONSerialization.jsonObject(with: parts[0]) as? [String: Any]),
            parts.count > 1
                ? try JSONSerialization.jsonObject(with: parts[1]) as? [String: Any] : nil
        )
    }

    @Test("the documents of a file that holds several are written apart where it is asked for")
    func partsOfFiles() throws {
        let scratch = try Scratch()
        let file = scratch.url("parts.jsonl")
        let several = "{\"text\":\"\(text)\",\"date\":\"2023-05-04\"}\n{\"text\":\" \"}\n"
        let held = try HeldBatch(["--jobs", "1"], command: "document-lines")
        #expect(try held.line() == "ready")
        for content in [several, text] {
            let line: [String: Any] = [
                "id": "x", "name": "may.jsonl", "bytes": Data(content.utf8).base64EncodedString(),
                "parts": file.path, "geojson": true,
            ]
            try held.ask(
                line: String(
                    decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
        }
        #expect(try held.line() == "0 {\"parts\":2}")
        let (number, result, map) = try parts(held.line())
        #expect(number == 1 && result["id"] as? String == "x" && map != nil)
        try held.ask(
            line:
                "{\"id\":\"x\",\"bytes\":\"UEsDBA==\",\"parts\":\"\(file.path)\"}")
        #expect(try held.line().contains("bad-document"))
    }

    @Test(
        "a slow document does not hold the others up; a map, a page and decisions come where they are asked for"
    )
    func answers() throws {
        let scratch = try Scratch()
        let page = scratch.url("a.html").path
        let long = String(repeating: text + " ", count: 2_000)
        let lines: [[String: Any]] = [
            ["id": "slow", "text": long], ["id": "map", "text": text, "geojson": true],
            [
                "id": "page", "text": text, "decisions": "{\"name\":\"Aktau\",\"do\":\"no-place\"}",
                "file": ["path": page, "format": "html", "saves": "/documents/page/decisions"],
            ],
            ["id": "none", "text": text, "decisions": "{\"do\":\"jump\"}"],
        ]
        let held = try HeldBatch(["--jobs", "2"], command: "document-lines")
        #expect(try held.line() == "ready")
        for line in lines {
            try held.ask(
                line: String(
                    decoding: try JSONSerialization.data(withJSONObject: line), as: UTF8.self))
        }
        var order: [Int] = []
        var answers: [Int: (result: [String: Any], map: [String: Any]?)] = [:]
        for _ in lines {
            let (number, result, map) = try parts(held.line())
            order.append(number)
            answers[number] = (result, map)
        }
        #expect(order.last == 0)
        #expect((answers[1]?.map?["features"] as? [Any])?.isEmpty == false)
        #expect(answers[1]?.result["id"] as? String == "map")
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("connect-src 'self'") && html.contains("no-place"))
        #expect(html.contains("\"address\":\"/documents/page/decisions\""))
        #expect((answers[3]?.result["error"] as? [String: Any])?["code"] as? String == "bad-text")
        #expect(try held.end().status == 0)
    }

    @Test("serve without its program says what makes it")
    func withoutServer() throws {
        let scratch = try Scratch()
        let alone = scratch.url("periplus")
        try FileManager.default.copyItem(at: PeriplusProcess.executable, to: alone)
        let served = try PeriplusProcess(["serve", "--help"], program: [alone.path])
        #expect(served.status == 69)
        #expect(served.errorLines.count == 1 && served.errors.contains("periplus-server"))
    }
}
