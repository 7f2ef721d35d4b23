import Foundation
import Testing

@testable import Formats

@Suite("The published schema", .enabled(if: Tool.reader("check_schema").isInstalled))
struct BatchSchemaTests {
    let schema = Tool.root.appending(path: "Data/Schema/batch.schema.json")

    @Test("Every kind of line keeps to it, by the jsonschema package")
    func everyLine() throws {
        let folder = try ScratchFolder()
        var lines: [UInt8] = []
        for map in Maps.all {
            lines += BatchLineWriter().line(for: map, id: "a")
            lines += BatchLineWriter(json: RouteMapJSON(includesText: true)).line(for: map, id: nil)
        }
        lines += BatchLineWriter().line(errorCode: "not-json", message: "no JSON", id: nil)
        let file = folder.file("lines.jsonl")
        try Data(lines).write(to: file)
        let result = try Tool.reader("check_schema").run([schema.path, file.path])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(
        "It refuses what is not in the contract",
        arguments: [
            #"{"id": "a"}"#, #"{"id": "a", "error": {"code": "", "message": "m"}}"#,
            #"{"id": 3, "error": {"code": "c", "message": "m"}}"#,
        ])
    func refuses(line: String) throws {
        let folder = try ScratchFolder()
        let file = folder.file("lines.jsonl")
        try Data(line.utf8).write(to: file)
        let result = try Tool.reader("check_schema").run([schema.path, file.path])
        #expect(result.status == 1)
    }
}
