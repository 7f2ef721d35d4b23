import Foundation
import Testing

/// Files of many kinds and folders of them, mapped as a user would.
@Suite("Kinds of files")
struct FileKindsTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func objects(_ run: PeriplusProcess) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("a folder: every file that can be read is mapped, the others are listed")
    func folder() throws {
        _ = try scratch.file("b.txt", "A ship left Baku for Aktau.")
        let inner = scratch.url("inner")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try Data("{\"text\": \"A ship left Odesa for Varna.\"}\n".utf8).write(
            to: inner.appending(path: "a.jsonl"))
        _ = try scratch.file("c.png", [0x89, 0x50, 0x4E, 0x47])
        let run = try PeriplusProcess(["map", scratch.folder.path, "--json"])
        #expect(run.status == 0)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("c.png: is a PNG file"))
        let files = try objects(run).compactMap { $0["document"] as? [String: Any] }
            .compactMap { $0["file"] as? String }
        #expect(files.map { $0.hasSuffix("b.txt") } == [true, false])
        #expect(files.last?.hasSuffix("inner/a.jsonl:1") ?? false)
        let strict = try PeriplusProcess(["map", scratch.folder.path, "--json", "--strict"])
        #expect(strict.status == 65)
        #expect(strict.output == run.output)
    }

    @Test("a table: each row is a route, told by its columns")
    func table() throws {
        let path = try scratch.file(
            "ships.csv",
            "Vessel,Load from,Bound for,Via,Cargo,ETD\nAna,Odesa,Haifa,Istanbul,steel,2023-05-04\n")
        let names = "origin=Load from,destination=Bound for"
        let run = try PeriplusProcess(["routes", path, "--json", "--columns", names])
        let object = try #require(try objects(run).first)
        let routes = try #require(object["routes"] as? [[String: Any]])
        let toponyms = try #require(object["toponyms"] as? [[String: Any]])
        try #require(routes.count == 1)
        func name(_ role: String) -> String? {
            (routes[0][role] as? Int).flatMap { toponyms[$0]["text"] as? String }
        }
        #expect(name("origin") == "Odesa")
        #expect(name("destination") == "Haifa")
        #expect((routes[0]["via"] as? [Int])?.count == 1)
        #expect((routes[0]["date"] as? [String: Any])?["from"] as? String == "2023-05-04")
        let evidence = (routes[0]["evidence"] as? [[String: Any]])?.first
        #expect(evidence?["row"] as? Int == 2)
        let bad = try PeriplusProcess(["routes", path, "--columns", "from here"])
        #expect(bad.status == 64)
        #expect(bad.errorLines.count == 1)
    }

    @Test("batch takes the bytes of a file, and an archive of the web")
    func batch() throws {
        let page =
            "<html><body><article><h1>Grain</h1><p>A ship with grain left Baku for Aktau.</p></article></body></html>"
        let bytes = Data(page.utf8).base64EncodedString()
        let line =
            "{\"id\": \"p\", \"bytes\": \"\(bytes)\"}\n{\"id\": \"q\", \"bytes\": \"iVBORw==\"}\n"
        let run = try PeriplusProcess(["batch", "--jobs", "1"], input: Data(line.utf8))
        let answers = try objects(run)
        try #require(answers.count == 2)
        #expect((answers[0]["text"] as? String)?.contains("left Baku") ?? false)
        #expect((answers[1]["error"] as? [String: Any])?["code"] as? String == "bad-document")
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
        let record =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
            + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
        let path = try scratch.file("crawl.warc", record + record)
        let pages = try objects(try PeriplusProcess(["batch", path, "--jobs", "1"]))
        #expect(
            pages.map { $0["id"] as? String } == ["https://a.example/1", "https://a.example/1"])
        #expect(pages.first?["error"] == nil)
    }

    @Test("a text in a language without tables says so, one with them does not")
    func language() throws {
        let path = try scratch.file(
            "i.txt",
            "La nave è partita dal porto di Genova lunedì con il grano per i magazzini della costa."
        )
        let run = try PeriplusProcess(["map", path, "--json"])
        #expect(run.status == 0)
        #expect(run.errors.contains("is in Italian, for which there are no tables yet"))
        #expect(try objects(run).first?["lang"] as? String == "it")
        let russian = try scratch.file(
            "r.txt", "Танкер с нефтью вышел из Новороссийска в понедельник и идёт в Стамбул.")
        let read = try PeriplusProcess(["map", russian, "--json"])
        #expect(read.status == 0 && read.errors.isEmpty, "\(read.errors)")
        let routes = try #require(try objects(read).first?["routes"] as? [[String: Any]])
        #expect(routes.count == 1)
    }

    @Test("--lang says what the words of a short text do not")
    func languageNamed() throws {
        let path = try scratch.file("s.txt", "Груз: Баку - Актау")
        let run = try PeriplusProcess(["places", path, "--json", "--lang", "ru"])
        #expect(run.status == 0)
        #expect(try objects(run).first?["lang"] as? String == "ru")
    }
}
