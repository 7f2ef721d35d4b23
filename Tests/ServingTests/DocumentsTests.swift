import Foundation
import Testing

/// Texts and files in, maps out, whatever happens to those that read them.
@Suite("periplus serve: documents", .serialized)
struct DocumentsTests {
    private let text =
        "On 9 June 2023 a ship carried drones from Amirabad in Iran to Makhachkala in Russia."

    @Test("a text becomes a document with a map in every form")
    func maps() async throws {
        let served = try ServedProgram()
        let added = try await served.ask(
            "/documents?name=News", "POST",
            body: try JSONSerialization.data(withJSONObject: [
                "text": text, "source": "https://example.org/1",
            ]),
            headers: ["Content-Type": "application/json"])
        #expect(added.status == 201)
        #expect((added.json["routes"] as? [Any])?.count == 1)
        let path = try #require(added.headers["location"])
        #expect(path == "/documents/\(added.json["id"] as? String ?? "")")
        #expect(try await served.ask(path).body == added.body)
        let page = try await served.ask(path + "/map", headers: ["Accept": "text/html,*/*;q=0.8"])
        #expect(page.headers["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("connect-src 'self'") && page.text.contains("Makhachkala"))
        let map = try await served.ask(path + "/map")
        #expect(map.headers["content-type"] == "application/geo+json")
        #expect(
            (map.json["features"] as? [Any])?.count == 5
                || (map.json["features"] as? [Any])?.isEmpty == false)
        for (form, start) in [
            ("kml", "<?xml"), ("svg", "<svg"), ("gpkg", "SQLite format 3"), ("csv", "route"),
        ] {
            let file = try await served.ask(path + "/map.\(form)")
            #expect(file.status == 200, "\(form)")
            #expect(file.body.prefix(400).range(of: Data(start.utf8)) != nil, "\(form)")
        }
        #expect(try await served.ask(path + "/map.exe").status == 404)
        let list = try await served.ask("/documents")
        #expect((list.json["documents"] as? [[String: Any]])?.first?["name"] as? String == "News")
        #expect(served.stop() == 0)
    }

    @Test(
        "a file is told by what it holds; what cannot be read is refused with a reason, and not kept"
    )
    func files() async throws {
        let served = try ServedProgram()
        let page =
            "<html><head><title>Ferry</title></head><body><article><p>The ferry sails from Aktau to Baku.</p></article></body></html>"
        let added = try await served.ask(
            "/documents?name=a.html", "POST", body: Data(page.utf8),
            headers: ["Content-Type": "application/octet-stream"])
        #expect(added.status == 201)
        #expect(added.json["media_type"] as? String == "text/html")
        #expect((added.json["document"] as? [String: Any])?["file"] as? String == "a.html")
        for (body, type, status) in [
            (
                Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x34, 0x0A, 0, 1, 2]),
                "application/pdf", 422
            ),
            (Data(), "text/plain", 400), (Data("   ".utf8), "text/plain", 400),
            (Data("{".utf8), "application/json", 400), (Data("[]".utf8), "application/json", 400),
            (Data("{\"text\":1}".utf8), "application/json", 400),
            (Data("{\"text\":\"a\",\"bytes\":\"YQ==\"}".utf8), "application/json", 400),
            (Data("{\"text\":\"Baku.\",\"date\":\"yesterday\"}".utf8), "application/json", 422),
            (Data("{\"address\":\"http://127.0.0.1/\"}".utf8), "application/json", 403),
        ] {
            let answer = try await served.ask(
                "/documents", "POST", body: body, headers: ["Content-Type": type])
            #expect(
                answer.status == status,
                "\(type) \(String(decoding: body, as: UTF8.self)): \(answer.text)")
            #expect(answer.code != nil)
        }
        let list = try await served.ask("/documents")
        #expect((list.json["documents"] as? [Any])?.count == 1)
    }

    @Test(
        "whatever ends a worker, or the program that keeps them, costs no other document and not the service"
    )
    func crashes() async throws {
        let served = try ServedProgram()
        _ = try await served.add(text)
        for round in 0..<2 {
            for worker in served.workers.reversed().prefix(round == 0 ? 1 : 2) {
                kill(worker, SIGKILL)
            }
            #expect(try await served.ask("/health").status == 200)
            _ = try await served.add(text)
        }
        let long = String(repeating: text + " ", count: 4_000)
        async let slow = served.ask(
            "/documents", "POST", body: Data(long.utf8), headers: ["Content-Type": "text/plain"])
        var answered = 0
        while answered < 40, let worker = served.workers.last {
            kill(worker, SIGSEGV)
            answered += 1
            try await Task.sleep(for: .milliseconds(50))
        }
        let answer = try await slow
        // The program that keeps the workers gives up, too, where none of them lives to begin.
        #expect(
            answer.status == 500 && answer.code == "crashed"
                || answer.status == 503 && answer.code == "no-workers")
        _ = try await served.add(text)
    }

    @Test("a document that takes too much work is given up, and told so")
    func limits() async throws {
        let served = try ServedProgram(["--limit", "0.3", "--largest", "1"])
        let long = Data(String(repeating: text + " ", count: 9_000).utf8)
        let slow = try await served.ask(
            "/documents", "POST", body: long, headers: ["Content-Type": "text/plain"])
        #expect(slow.status == 422)
        #expect(slow.code == "limit")
        let large = try await served.ask(
            "/documents", "POST", body: Data(count: 2 << 20),
            headers: ["Content-Type": "text/plain"])
        #expect(large.status == 413)
        _ = try await served.add("The ferry sails from Aktau to Baku.")
    }

    @Test("a stopped service finishes what it is at")
    func stops() async throws {
        let served = try ServedProgram()
        _ = try await served.add(text)
        let long = Data(String(repeating: text + " ", count: 60).utf8)
        async let answer = served.ask(
            "/documents", "POST", body: long, headers: ["Content-Type": "text/plain"])
        try await Task.sleep(for: .milliseconds(300))
        served.process.terminate()
        #expect(try await answer.status == 201)
        #expect(served.stop() == 0)
    }
}
