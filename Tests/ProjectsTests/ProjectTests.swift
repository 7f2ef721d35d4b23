import Foundation
import GRDB
import Testing

@testable import Projects

/// What a project keeps, finds and refuses.
@Suite("A project in a file")
struct ProjectTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "periplus-project-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String = "a.periplus") -> String {
        folder.appending(path: name).path
    }

    private func document(_ id: String, revision: Int = 0) -> ProjectDocument {
        ProjectDocument(
            id: id, name: "Report \(id)", added: "2023-06-09T10:00:00Z", date: "2023-06-09",
            source: nil, sha256: "00ff", places: 1, routes: 0, revision: revision)
    }

    private func place(
        _ id: String, west: Double, south: Double, days: ClosedRange<String>? = nil
    ) -> ProjectFeature {
        ProjectFeature(
            collection: .places, id: id, json: Data("{\"id\":\"\(id)\"}".utf8),
            box: .init(west: west, south: south, east: west, north: south), days: days)
    }

    private func add(_ id: String, _ features: [ProjectFeature], to project: Project) throws {
        try project.add(
            document(id), request: Data("{\"id\":\"\(id)\"}".utf8),
            reading: ProjectReading(result: Data("{}".utf8), features: features))
    }

    private func ids(_ query: FeatureQuery, _ project: Project) throws -> [String] {
        try project.features(query).features.map {
            try #require(JSONSerialization.jsonObject(with: $0) as? [String: String])["id"] ?? ""
        }
    }

    @Test("what was added is there when the file is opened again; the latest document comes first")
    func keeps() throws {
        let project = try Project(at: path())
        try add("a", [place("a.1", west: 53, south: 36)], to: project)
        try add("b", [], to: project)
        project.close()
        let again = try Project(at: path())
        #expect(try again.documents(limit: 10).map(\.id) == ["b", "a"])
        #expect(try again.documents(before: "b", limit: 10).map(\.id) == ["a"])
        #expect(try again.request(of: "a") == Data("{\"id\":\"a\"}".utf8))
        #expect(try again.feature("a.1", in: .places) != nil)
        #expect(try again.feature("a.1", in: .legs) == nil)
        #expect(try again.history(of: "a").map(\.what) == ["added"])
    }

    @Test("features are found by box, day and document, page by page")
    func finds() throws {
        let project = try Project(at: path())
        let days = "2023-06-01"..."2023-06-09"
        try add(
            "a",
            [place("a.1", west: 53, south: 36, days: days), place("a.2", west: 179, south: 0)],
            to: project)
        try add("b", [place("b.1", west: -179, south: 0)], to: project)
        var query = FeatureQuery(.places)
        query.limit = 2
        let first = try project.features(query)
        #expect(first.features.count == 2)
        query.after = try #require(first.next)
        #expect(try ids(query, project) == ["b.1"])
        #expect(try project.features(query).next == nil)
        query = FeatureQuery(.places)
        query.boxes = [.init(west: 52, south: 35, east: 54, north: 37)]
        #expect(try ids(query, project) == ["a.1"])
        query.boxes = [
            .init(west: 170, south: -1, east: 180, north: 1),
            .init(west: -180, south: -1, east: -170, north: 1),
        ]
        #expect(try ids(query, project) == ["a.2", "b.1"])
        query.document = "b"
        #expect(try ids(query, project) == ["b.1"])
        query = FeatureQuery(.places)
        query.firstDay = "2023-06-09"
        #expect(try ids(query, project) == ["a.1"])
        query.firstDay = "2023-06-10"
        #expect(try ids(query, project).isEmpty)
        #expect(try project.count(FeatureQuery(.places), atMost: 10) == 3)
        #expect(try project.features(FeatureQuery(.places)).matched == 3)
        var page = FeatureQuery(.places)
        page.limit = 1
        #expect(try project.features(page, countingTo: 10).matched == 3)
        page.after = 1
        #expect(try project.features(page, countingTo: 10).matched == 3)
        #expect(try project.features(page, countingTo: 2).matched == nil)
        #expect(try project.count(FeatureQuery(.places), atMost: 2) == nil)
        let extent = try project.extent(of: .places)
        #expect(extent.box == .init(west: -179, south: 0, east: 179, north: 36))
        #expect(extent.days == days)
    }

    @Test("a box that meets very many is answered as one that meets few")
    func manyHits() throws {
        let project = try Project(at: path())
        try add(
            "a", (0..<2_500).map { place("a.\($0)", west: Double($0) / 100, south: 1) },
            to: project)
        var query = FeatureQuery(.places)
        query.boxes = [.init(west: 10, south: 0, east: 10.005, north: 2)]
        #expect(try ids(query, project) == ["a.1000"])
        query.boxes = [.init(west: 0.5, south: 0, east: 180, north: 2)]
        query.limit = 1
        #expect(try ids(query, project) == ["a.50"])
        #expect(try project.count(query, atMost: 10_000) == nil)
    }

    @Test(
        "decisions replace the reading, go into the history, and never over one that came between")
    func decides() throws {
        let project = try Project(at: path())
        try add("a", [place("a.1", west: 53, south: 36)], to: project)
        let reading = ProjectReading(
            result: Data("{\"x\":1}".utf8), features: [place("a.1", west: 54, south: 36)])
        try project.decide(
            "{\"do\":\"no-place\"}", on: document("a"), reading: reading,
            at: "2023-06-10T00:00:00Z")
        #expect(try project.decisions(on: "a") == "{\"do\":\"no-place\"}")
        #expect(try project.document("a")?.revision == 1)
        #expect(try project.result(of: "a") == Data("{\"x\":1}".utf8))
        var query = FeatureQuery(.places)
        query.boxes = [.init(west: 52, south: 35, east: 53.5, north: 37)]
        #expect(try ids(query, project).isEmpty)
        #expect(try project.history(of: "a").map(\.what) == ["added", "decided"])
        #expect(throws: ProjectError.conflict) {
            try project.decide("", on: document("a"), reading: reading, at: "2023-06-11T00:00:00Z")
        }
    }

    @Test("what is removed takes all with it; the oldest go first where only some are kept")
    func removes() throws {
        let project = try Project(at: path())
        for id in ["a", "b", "c"] {
            try add(id, [place("\(id).1", west: 1, south: 1)], to: project)
        }
        #expect(try project.remove("b"))
        #expect(try !project.remove("b"))
        try project.keepLatest(1)
        #expect(try project.documents(limit: 10).map(\.id) == ["c"])
        var query = FeatureQuery(.places)
        query.boxes = [.init(west: 0, south: 0, east: 2, north: 2)]
        #expect(try ids(query, project) == ["c.1"])
        #expect(try project.history(of: "a").isEmpty)
    }

    @Test("a file of another kind, and one of a newer program, are refused and stay as they are")
    func refuses() throws {
        let words = path("words.txt")
        try Data("Not a database, but a page of words that somebody needs.".utf8)
            .write(to: URL(fileURLWithPath: words))
        #expect(throws: ProjectError.foreign(path: words)) { try Project(at: words) }
        #expect(try String(contentsOfFile: words, encoding: .utf8).hasPrefix("Not a database"))
        let newer = try Project(at: path("newer"))
        try newer.pool.write { try $0.execute(sql: "PRAGMA user_version = 9") }
        newer.close()
        #expect(throws: ProjectError.newer(path: path("newer"), version: 9)) {
            try Project(at: path("newer"))
        }
        #expect(throws: ProjectError.self) { try Project(at: "/nowhere/at/all") }
    }
}
