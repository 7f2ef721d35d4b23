import Foundation
import Testing

/// Long work: asked for at once, done one after another, through the death of the service.
@Suite("periplus serve: jobs", .serialized)
struct JobsTests {
    private let file = FileManager.default.temporaryDirectory
        .appending(path: "periplus-jobs-\(UUID().uuidString).periplus").path

    private func text(_ number: Int) -> String {
        "The ferry number \(number) sails from Aktau to Baku with grain."
    }

    /// JSON lines of so many documents.
    private func lines(_ count: Int) -> Data {
        Data((0..<count).map { "{\"text\":\"\(text($0))\"}\n" }.joined().utf8)
    }

    private let jsonLines = ["Content-Type": "application/x-ndjson"]

    /// Asks for a job, and gives its address.
    private func post(
        _ body: Data, _ headers: [String: String], to path: String = "/jobs",
        _ served: ServedProgram
    ) async throws -> String {
        let answer = try await served.ask(path, "POST", body: body, headers: headers)
        try #require(answer.status == 202, "\(answer.text)")
        let address = try #require(answer.headers["location"])
        #expect(address.hasSuffix(answer.json["id"] as? String ?? "none"))
        return address
    }

    /// The job when it is at its end.
    private func finished(
        _ path: String, _ served: ServedProgram
    ) async throws -> [String: Any] {
        for _ in 0..<1_200 {
            let answer = try await served.ask(path)
            try #require(answer.status == 200, "\(answer.text)")
            if answer.json["finished"] != nil { return answer.json }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CancellationError()
    }

    private func documents(_ job: [String: Any]) -> [[String: Any]] {
        job["documents"] as? [[String: Any]] ?? []
    }

    @Test("documents are read; what is none is told of, and stops no other")
    func mixed() async throws {
        let served = try ServedProgram()
        let body = Data(
            (String(decoding: lines(3), as: UTF8.self) + "no JSON\n{\"text\":\" \"}\n\n"
                + "{\"bytes\":\"iVBORw0KGgo=\",\"name\":\"a.png\"}\n{\"text\":\"x\",\"date\":\"June\"}\n"
                + "{\"address\":\"http://example.org/\"}\n").utf8)
        let path = try await post(body, jsonLines, to: "/jobs?name=Mixed", served)
        let job = try await finished(path, served)
        #expect(job["status"] as? String == "successful" && job["name"] as? String == "Mixed")
        #expect(job["total"] as? Int == 8 && job["done"] as? Int == 3 && job["failed"] as? Int == 5)
        #expect(job["progress"] as? Int == 100)
        let codes = documents(job).map { ($0["error"] as? [String: Any])?["code"] as? String ?? "" }
        #expect(
            codes == [
                "", "", "", "bad-request", "bad-request", "bad-document", "bad-text", "no-fetch",
            ])
        for entry in documents(job).prefix(3) {
            let address = try #require(entry["document"] as? String)
            #expect(try await served.ask(address).text.contains("Aktau"))
            #expect(try await served.ask(address + "/map").status == 200)
        }
        #expect(
            try await served.ask("/ogc/collections/legs/items").json["numberMatched"] as? Int == 3)
        let page = try await served.ask(path + "?limit=2")
        #expect(documents(page.json).count == 2)
        let rest = try await served.ask(try #require(page.json["next"] as? String))
        #expect(documents(rest.json).count == 2)
        let list = try await served.ask("/jobs")
        #expect((list.json["jobs"] as? [Any])?.count == 1)
    }

    @Test("a file of several documents becomes all of them; one that is one document, itself")
    func files() async throws {
        let served = try ServedProgram()
        let mails = """
            From a@example.org Fri Jun  9 10:00:00 2023
            From: a@example.org
            To: b@example.org
            Date: Fri, 9 Jun 2023 10:00:00 +0000
            Subject: Ferries

            \(text(1))

            From a@example.org Fri Jun  9 11:00:00 2023
            From: a@example.org
            To: b@example.org
            Date: Fri, 9 Jun 2023 11:00:00 +0000
            Subject: More
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain

            \(text(2))
            --x
            Content-Type: application/octet-stream; name="data.sqlite"
            Content-Disposition: attachment; filename="data.sqlite"
            Content-Transfer-Encoding: base64

            U1FMaXRlIGZvcm1hdCAzAAAAAA==
            --x
            Content-Type: text/plain; name="note.txt"
            Content-Disposition: attachment; filename="note.txt"

            \(text(3))
            --x--

            """
        let prefer = ["Prefer": "respond-async", "Content-Type": "application/octet-stream"]
        var path = try await post(
            Data(mails.utf8), prefer, to: "/documents?name=may.mbox", served)
        var job = try await finished(path, served)
        #expect(job["name"] as? String == "may.mbox" && job["done"] as? Int == 3, "\(job)")
        #expect(job["failed"] as? Int == 1)
        let failed = documents(job).first { $0["status"] as? String == "failed" }
        #expect(failed?["name"] as? String == "may.mbox/2/data.sqlite")
        path = try await post(
            Data(text(3).utf8), prefer, to: "/documents?name=a.txt", served)
        job = try await finished(path, served)
        #expect(job["total"] as? Int == 1 && job["done"] as? Int == 1)
        path = try await post(lines(4), prefer, to: "/documents?name=d.jsonl", served)
        job = try await finished(path, served)
        #expect(job["total"] as? Int == 4 && job["done"] as? Int == 4, "\(job)")
        path = try await post(Data("PK\u{3}\u{4}no ZIP".utf8), prefer, to: "/jobs", served)
        job = try await finished(path, served)
        #expect(job["status"] as? String == "failed", "\(job)")
    }

    @Test("a service that is killed in the middle goes on where it was; nothing is read twice")
    func killed() async throws {
        var served = try ServedProgram(["--project", file])
        let path = try await post(lines(60), jsonLines, served)
        var done = 0
        while done < 5 {
            done = try await served.ask(path).json["done"] as? Int ?? 0
        }
        kill(served.process.processIdentifier, SIGKILL)
        served.process.waitUntilExit()
        served = try ServedProgram(["--project", file])
        let again = try await served.ask(path).json["done"] as? Int ?? 0
        #expect(again >= done && again < 60)
        let job = try await finished(path, served)
        #expect(job["done"] as? Int == 60 && job["failed"] as? Int == 0)
        let list = try await served.ask("/documents?limit=1000")
        #expect((list.json["documents"] as? [Any])?.count == 60)
        let legs = try await served.ask("/ogc/collections/legs/items?limit=1")
        #expect(legs.json["numberMatched"] as? Int == 60)
        // In order, too, what is at work when the service stops is left for the next.
        let next = try await post(lines(40), jsonLines, served)
        #expect(served.stop() == 0)
        served = try ServedProgram(["--project", file])
        let rest = try await finished(next, served)
        #expect(rest["done"] as? Int == 40 && rest["failed"] as? Int == 0)
    }

    @Test("a job that is dismissed stops, keeps what it has, and is forgotten when told again")
    func dismissed() async throws {
        let served = try ServedProgram()
        let path = try await post(lines(400), jsonLines, served)
        let answer = try await served.ask(path, "DELETE")
        #expect(answer.status == 200 && answer.json["status"] as? String == "dismissed")
        try await Task.sleep(for: .milliseconds(300))
        let done = try await served.ask(path).json["done"] as? Int ?? -1
        try await Task.sleep(for: .milliseconds(500))
        let later = try await served.ask(path)
        #expect(later.json["done"] as? Int == done && done < 400)
        #expect(documents(later.json).last?["status"] as? String == "dismissed")
        let list = try await served.ask("/documents?limit=1000")
        #expect((list.json["documents"] as? [Any])?.count == done)
        #expect(try await served.ask(path, "DELETE").status == 204)
        #expect(try await served.ask(path).status == 404)
        #expect(try await served.ask(path, "DELETE").status == 404)
    }

    @Test(
        "a text is answered while a long job is at work, and a short job does not wait for a long one"
    )
    func fair() async throws {
        let served = try ServedProgram()
        let long = try await post(lines(300), jsonLines, served)
        let short = try await post(lines(2), jsonLines, served)
        _ = try await served.add(text(0))
        #expect(try await finished(short, served)["done"] as? Int == 2)
        #expect(try await served.ask(long).json["finished"] == nil)
    }

    @Test("what is no job is refused")
    func refused() async throws {
        let served = try ServedProgram()
        for (body, type) in [
            ("", "application/json"), ("{}", "application/json"), ("[]", "application/json"),
            ("{\"documents\":[]}", "application/json"),
            ("{\"documents\":[{\"text\":1}]}", "application/json"),
            ("{\"documents\":[{\"text\":\"a\"},{}]}", "application/json"),
            ("{\"documents\":[{\"text\":\"a\",\"bytes\":\"eA==\"}]}", "application/json"),
            ("\n \n", "application/x-ndjson"), ("", "application/octet-stream"),
        ] {
            let answer = try await served.ask(
                "/jobs", "POST", body: Data(body.utf8), headers: ["Content-Type": type])
            #expect(answer.status == 400, "\(answer.text)")
            #expect(answer.code == "bad-request")
        }
    }

    @Test("too much is refused, and so is who may not")
    func guarded() async throws {
        let served = try ServedProgram(["--largest", "1"])
        let large = try await served.ask(
            "/jobs", "POST", body: Data(count: 2 << 20), headers: jsonLines)
        #expect(large.status == 413)
        let many = try await served.ask(
            "/jobs", "POST", body: Data(String(repeating: "1\n", count: 100_001).utf8),
            headers: jsonLines)
        #expect(many.status == 413, "\(many.text)")
        let foreign = try await served.ask(
            "/jobs", "POST", body: lines(1), headers: ["Origin": "https://elsewhere.example"])
        #expect(foreign.status == 403)
        let address = try await served.ask(
            "/documents", "POST", body: Data("{\"address\":\"http://10.0.0.1/\"}".utf8),
            headers: ["Content-Type": "application/json", "Prefer": "respond-async"])
        #expect(address.status == 403)
        #expect(try await served.ask("/jobs", "PUT").status == 405)
        #expect(try await served.ask("/jobs/none").status == 404)
        #expect(try await served.ask("/jobs/none?after=x").status == 400)
        let locked = try ServedProgram([], environment: ["PERIPLUS_TOKEN": "secret"])
        #expect(
            try await locked.ask("/jobs", "POST", body: lines(1), headers: jsonLines).status == 401)
    }
}
