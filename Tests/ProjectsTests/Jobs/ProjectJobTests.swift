import Foundation
import GRDB
import Testing

@testable import Projects

/// How a project keeps long work.
@Suite("Jobs in a project")
struct ProjectJobTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private let time = "2023-06-09T10:00:00Z"

    private func entries(_ names: [String]) -> [JobEntry] {
        names.map { JobEntry(name: $0, content: .request(Data($0.utf8))) }
    }

    private func finish(_ task: JobTask, _ id: String, in project: Project) throws {
        try project.finish(
            task, as: scratch.document(id), request: task.request,
            reading: ProjectReading(result: Data("{}".utf8), features: []))
    }

    @Test("what was kept is there when the file is opened again, and goes on where it was")
    func goesOn() throws {
        var project = try Project(at: scratch.path())
        try project.addJob("j", name: "Three", entries: entries(["a", "b", "c"]), at: time)
        #expect(try project.job("j")?.status == .accepted)
        let first = try #require(try project.nextTask(afterJob: 0, except: []))
        #expect(first.name == "a" && first.request == Data("a".utf8))
        let second = try #require(try project.nextTask(afterJob: 1, except: [first.number]))
        #expect(second.name == "b")
        try finish(first, "d1", in: project)
        project.close()
        project = try Project(at: scratch.path())
        #expect(try project.job("j")?.status == .running)
        #expect(try project.nextTask(afterJob: 0, except: [])?.name == "b")
        try project.fail(second, by: JobFault(code: "crashed", message: "it is gone"), at: time)
        // The end of one that has ended before changes nothing.
        try finish(second, "d2", in: project)
        try finish(try #require(try project.nextTask(afterJob: 0, except: [])), "d3", in: project)
        let job = try #require(try project.job("j"))
        #expect(job.status == .successful && job.done == 2 && job.failed == 1 && job.total == 3)
        #expect(job.finished != nil)
        #expect(try project.nextTask(afterJob: 0, except: []) == nil)
        let documents = try project.documents(ofJob: "j", after: 0, limit: 10)
        #expect(
            documents.map(\.state) == [
                .done(document: "d1"), .failed(JobFault(code: "crashed", message: "it is gone")),
                .done(document: "d3"),
            ])
        #expect(
            try project.documents(ofJob: "j", after: documents[1].number, limit: 1).count == 1)
        #expect(try project.documentCount() == 2)
    }

    @Test("jobs take turns")
    func turns() throws {
        let project = try Project(at: scratch.path())
        try project.addJob("long", name: "Long", entries: entries(["a", "b", "c"]), at: time)
        try project.addJob("short", name: "Short", entries: entries(["x"]), at: time)
        var taken: Set<Int64> = []
        var last: Int64 = 0
        var order = ""
        while let task = try project.nextTask(afterJob: last, except: taken) {
            taken.insert(task.number)
            last = task.job
            order += task.name
        }
        #expect(order == "axbc")
    }

    @Test("a dismissed job keeps what it has, and gets no more; at its end it is forgotten")
    func dismissed() throws {
        let project = try Project(at: scratch.path())
        try project.addJob("j", name: "Two", entries: entries(["a", "b"]), at: time)
        let first = try #require(try project.nextTask(afterJob: 0, except: []))
        try finish(first, "d1", in: project)
        let second = try #require(try project.nextTask(afterJob: 0, except: []))
        #expect(try project.dismissJob("j", at: time))
        try finish(second, "d2", in: project)
        try project.replace(second, by: entries(["more"]), at: time)
        let job = try #require(try project.job("j"))
        #expect(job.status == .dismissed && job.done == 1 && job.total == 2)
        #expect(try project.documents(ofJob: "j", after: 0, limit: 9).last?.state == .dropped)
        #expect(try project.nextTask(afterJob: 0, except: []) == nil)
        #expect(try project.documentCount() == 1)
        #expect(try project.dismissJob("j", at: time))
        #expect(try project.job("j") == nil)
        #expect(try !project.dismissJob("j", at: time))
        #expect(try project.document("d1") != nil)
    }

    @Test("a file gives way to the documents in it; one of nothing but faults has failed")
    func parts() throws {
        let project = try Project(at: scratch.path())
        try project.addJob("j", name: "File", entries: entries(["may.zip"]), at: time)
        let file = try #require(try project.nextTask(afterJob: 0, except: []))
        try project.replace(
            file,
            by: entries(["may.zip/a"]) + [
                JobEntry(
                    name: "may.zip/b",
                    content: .fault(JobFault(code: "bad-document", message: "locked")))
            ], at: time)
        var job = try #require(try project.job("j"))
        #expect(job.status == .running && job.total == 2 && job.failed == 1)
        let part = try #require(try project.nextTask(afterJob: 0, except: []))
        try project.fail(part, by: JobFault(code: "limit", message: "too much"), at: time)
        job = try #require(try project.job("j"))
        #expect(job.status == .failed && job.failed == 2)
        try project.addJob("k", name: "None", entries: [], at: time)
        #expect(try project.job("k")?.status == .successful)
        try project.keepLatestJobs(1)
        #expect(try project.jobs(limit: 9).map(\.id) == ["k"])
        #expect(try project.unfinishedJobCount() == 0)
    }

    @Test("a project of the layout before is opened, and has jobs from then on")
    func older() throws {
        let project = try Project(at: scratch.path())
        try project.add(
            scratch.document("a"), request: Data("{}".utf8),
            reading: ProjectReading(
                result: Data("{}".utf8),
                features: [
                    try scratch.feature(
                        "a.1", "{}", #"{"type":"Point","coordinates":[50,40]}"#)
                ]))
        try project.pool.write { database in
            try database.execute(
                sql: """
                    DROP TABLE tasks; DROP TABLE jobs;
                    DROP TABLE boxes_of_places; DROP TABLE boxes_of_legs; DROP TABLE boxes_of_routes;
                    CREATE VIRTUAL TABLE boxes USING rtree (number, west, east, south, north, low, high);
                    INSERT INTO boxes SELECT number, west, east, south, north, 1, 1 FROM features;
                    PRAGMA user_version = 1
                    """)
        }
        project.close()
        let again = try Project(at: scratch.path())
        #expect(try again.document("a")?.name == "Report a")
        var query = FeatureQuery(.places)
        query.boxes = [.init(west: 49, south: 39, east: 51, north: 41)]
        #expect(try again.features(query).features.count == 1)
        try again.addJob("j", name: "One", entries: entries(["a"]), at: time)
        again.close()
        #expect(try Project(at: scratch.path()).job("j")?.total == 1)
    }
}
