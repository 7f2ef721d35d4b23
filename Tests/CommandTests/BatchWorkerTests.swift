import Foundation
import Testing

/// A document that goes wrong costs its own answer and no other; a held-open batch answers.
@Suite("periplus batch, held open and under fault", .serialized)
struct BatchWorkerTests {
    private let short = "A ship left Baku for Aktau."
    /// More work than a test waits for.
    private let long = String(
        repeating: "On Monday a ship left Baku for Aktau with grain, and a truck went to Almaty. ",
        count: 20_000)

    @Test("each line is answered before the next is given; an empty one too")
    func heldOpen() throws {
        let batch = try HeldBatch()
        for number in 0..<20 {
            try batch.ask("\(number)", short)
            let answer = try batch.answer()
            #expect(answer["id"] as? String == "\(number)")
            #expect((answer["toponyms"] as? [Any])?.count == 2)
        }
        try batch.ask(line: "")
        #expect(try batch.errorCode() == "bad-json")
        let end = try batch.end()
        #expect(end.status == 0)
        #expect(end.errors == "periplus: 1 lines could not be used\n")
    }

    @Test("a worker that dies costs the line it was at, under its id, and no other; in one line")
    func crash() throws {
        let batch = try HeldBatch(["--jobs", "1"])
        try batch.ask("first", short)
        #expect(try batch.answer()["id"] as? String == "first")
        try batch.ask("bad", long)
        try batch.ask("last", short)
        // It is tried once more: what came together over many documents is not its fault.
        batch.signalUntilAnswered(SIGSEGV)
        let answer = try batch.answer()
        #expect(answer["id"] as? String == "bad")
        #expect((answer["error"] as? [String: Any])?["code"] as? String == "crashed")
        let last = try batch.answer()
        #expect(last["id"] as? String == "last")
        #expect((last["toponyms"] as? [Any])?.count == 2)
        let end = try batch.end()
        #expect(end.status == 0)
        #expect(end.errors == "periplus: 1 lines could not be used (1 made the program fail)\n")
    }

    @Test("a worker that dies once loses nothing")
    func crashOnce() throws {
        let batch = try HeldBatch(["--jobs", "1"])
        try batch.ask("first", short)
        #expect(try batch.answer()["id"] as? String == "first")
        try batch.ask("whole", String(long.prefix(20_000)))
        try batch.ask("last", short)
        batch.signal(SIGKILL)
        #expect((try batch.answer()["toponyms"] as? [Any])?.isEmpty == false)
        #expect(try batch.answer()["id"] as? String == "last")
        #expect(try batch.end().errors.isEmpty)
    }

    @Test("time and memory are limited, a document")
    func limits() throws {
        // Ten times the limit is what a starved machine may take over the short line.
        for (arguments, code) in [(["--limit", "1"], "limit"), (["--memory", "60"], "memory")] {
            let batch = try HeldBatch(["--jobs", "1"] + arguments)
            try batch.ask("bad", long)
            try batch.ask("last", short)
            #expect(try batch.errorCode() == code)
            #expect(try batch.errorCode() == nil)
            #expect(try batch.end().status == 0)
        }
        let strict = try HeldBatch(["--limit", "1", "--strict"])
        try strict.ask("bad", long)
        #expect(try strict.errorCode() == "limit")
        #expect(try strict.end().status == 65)
    }

    @Test("a worker that waits for what never comes costs its line, and the next has another")
    func hang() throws {
        let batch = try HeldBatch(["--jobs", "1", "--limit", "1"])
        try batch.ask("first", short)
        #expect(try batch.errorCode() == nil)
        // It uses no processor at all, which is what the limit counts first.
        batch.signal(SIGSTOP)
        try batch.ask("bad", short)
        try batch.ask("last", short)
        #expect(try batch.errorCode() == "limit")
        #expect(try batch.errorCode() == nil)
        #expect(try batch.end().status == 0)
    }

    @Test("a name that comes ten thousand times has its places once in memory")
    func repeatedName() throws {
        let text = String(repeating: "London's ", count: 12_000)
        let run = try PeriplusProcess(
            ["batch", "--no-routes", "--jobs", "1", "--memory", "90", "--strict"],
            input: Data("{\"id\": \"1\", \"text\": \"\(text)\"}\n".utf8))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("an answer of many megabytes comes whole, and so do those behind it")
    func longAnswer() throws {
        let line = #"{"id": "many", "text": ""# + String(repeating: "Odesa ", count: 3_000) + #""}"#
        let next = #"{"id": "next", "text": "From Baku to Aktau."}"#
        let run = try PeriplusProcess(
            ["batch", "--no-routes", "--jobs", "1"],
            input: Data([line, next, line, next].map { $0 + "\n" }.joined().utf8))
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        try #require(lines.count == 4)
        #expect(lines[0].utf8.count > 1 << 20)
        #expect(lines[0] == lines[2] && lines[1] == lines[3])
        let answer = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect((answer?["toponyms"] as? [Any])?.count == 3_000)
    }

    @Test("workers do not outlive the program")
    func orphans() throws {
        let batch = try HeldBatch(["--jobs", "2"])
        try batch.ask("1", long)
        try batch.ask("2", long)
        usleep(500_000)
        let workers = batch.killed()
        #expect(workers.count == 2)
        for _ in 0..<200 where workers.contains(where: isRunning) { usleep(10_000) }
        #expect(!workers.contains(where: isRunning))
    }

    /// Whether a process runs; one that nobody has waited for yet does not.
    private func isRunning(_ process: pid_t) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        else { return false }
        return status.split(separator: ")").last?.split(separator: " ").first != "Z"
    }

    @Test("no gazetteer is told once, before anything is read")
    func noGazetteer() throws {
        let run = try PeriplusProcess(["batch", "--gazetteer", "/nowhere/g.sqlite"])
        #expect(run.status == 69)
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.contains("/nowhere/g.sqlite"))
    }
}
