import Foundation
import Testing

/// What a service keeps in a project.
@Suite("periplus serve: projects", .serialized)
struct ProjectServiceTests {
    private let file = FileManager.default.temporaryDirectory
        .appending(path: "periplus-serving-\(UUID().uuidString).periplus").path

    @Test("a service that is killed has lost nothing it has acknowledged, corrections too")
    func killed() async throws {
        var served = try ServedProgram(["--project", file])
        var paths: [String] = []
        for number in 0..<8 {
            paths.append(
                try await served.add("The ferry number \(number) sails from Aktau to Baku."))
        }
        let result = try await served.ask(paths[3])
        let decision =
            "{\"document\":\"\(result.json["sha256"] as? String ?? "")\",\"name\":\"Aktau\",\"do\":\"no-place\"}\n"
        let decided = try await served.ask(
            paths[3] + "/decisions", "PUT", body: Data(decision.utf8))
        #expect(decided.status == 200, "\(decided.text)")
        kill(served.process.processIdentifier, SIGKILL)
        served.process.waitUntilExit()
        served = try ServedProgram(["--project", file])
        let list = try await served.ask("/documents")
        #expect((list.json["documents"] as? [Any])?.count == 8)
        #expect(try await served.ask(paths[3] + "/decisions").text == decision)
        let again = try await served.ask(paths[3])
        #expect(again.body == decided.body && again.body != result.body)
        let toponyms = try #require(again.json["toponyms"] as? [[String: Any]])
        #expect(toponyms.first?["place"] is NSNull, "\(toponyms)")
        let page = try await served.ask(paths[3] + "/map.html")
        #expect(page.text.contains("no-place"))
        let history = try await served.ask(paths[3] + "/history")
        #expect(history.text.contains("\"decided\""))
    }

    @Test(
        "decisions that are none are refused, and those over another's too; what is removed is gone"
    )
    func refused() async throws {
        let served = try ServedProgram(["--project", file])
        let path = try await served.add("The ferry sails from Aktau to Baku.")
        let none = try await served.ask(
            path + "/decisions", "PUT", body: Data("{\"do\":\"jump\"}".utf8))
        #expect(none.status == 422)
        let foreign = try await served.ask(
            path + "/decisions", "PUT", body: Data(), headers: ["If-Match": "\"7\""])
        #expect(foreign.status == 412)
        #expect(
            try await served.ask("/documents/none/decisions", "PUT", body: Data("\n".utf8)).status
                == 404)
        #expect(try await served.ask(path, "DELETE").status == 204)
        #expect(try await served.ask(path).status == 404)
        #expect(try await served.ask(path + "/map").status == 404)
    }

    @Test("a file that is no project is refused in one line, and stays as it is")
    func foreign() throws {
        try Data("Words that somebody needs, and that are no database.".utf8)
            .write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = ServedProgram.folder.appending(path: "periplus-server")
        process.arguments = ["--listen", "127.0.0.1:0", "--project", file]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 69)
        let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(said == "periplus: \(file) is no project of periplus; name another file\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("Words"))
    }
}
