import Foundation
import Testing

/// The gazetteer's files between processes: readers beside a writer, a killed writer, refused files.
@Suite("periplus gazetteer, several processes and broken files")
struct GazetteerProcessTests {
    private let scratch: Scratch
    private let gazetteer: String

    init() throws {
        scratch = try Scratch()
        gazetteer = try SmallGazetteer.built(in: scratch)
    }

    private func search(_ name: String) throws -> PeriplusProcess {
        try PeriplusProcess(["gazetteer", "search", name, "--gazetteer", gazetteer])
    }

    /// A dump of towns, large enough to be caught while it is imported.
    private func dump(rows: Int) throws -> String {
        let lines = (1...rows).map { number in
            "\(991_000_000 + number)\tTown \(number)\tTown \(number)\tStead \(number)\t10.5\t\(number % 90)\tP\tPPL\tIN\t\t01\t\t\t\t0\t\t0\t\t2026-01-01\n"
        }
        return try scratch.file("IN.txt", lines.joined())
    }

    @Test("two read while a third imports")
    func readers() async throws {
        let file = try dump(rows: 15_000)
        let gazetteer = gazetteer
        let import_ = ["gazetteer", "import", file, "--quiet", "--gazetteer", gazetteer]
        let search = ["gazetteer", "search", "Behshahr", "--gazetteer", gazetteer]
        async let importing = PeriplusProcess(import_)
        let found = try await withThrowingTaskGroup(of: [Int32].self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try (0..<12).map { _ in
                        let answer = try PeriplusProcess(search)
                        return answer.output.contains("gn:140918") ? answer.status : 99
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(found == [Int32](repeating: 0, count: 24))
        let imported = try await importing
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(try self.search("Stead 15000").status == 0)
    }

    @Test("two import at once: both layers are whole, and of one file there is one")
    func importers() async throws {
        let dump = try dump(rows: 4_000)
        let depots = try scratch.file("depots.csv", "name,lat,lon\nDepot Nine,36.5,53.1\n")
        let gazetteer = gazetteer
        let answers = try await withThrowingTaskGroup(of: PeriplusProcess.self) { group in
            for file in [dump, depots, dump, depots] {
                group.addTask {
                    try PeriplusProcess([
                        "gazetteer", "import", file, "--quiet", "--gazetteer", gazetteer,
                    ])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for answer in answers { #expect(answer.status == 0, "\(answer.errors)") }
        #expect(try search("Stead 4000").status == 0)
        #expect(try search("Depot Nine").output.split(separator: "\n").count == 1)
        let list = try PeriplusProcess([
            "gazetteer", "import", "--list", "--gazetteer", gazetteer,
        ])
        #expect(list.output.contains("4000 places") && list.output.contains("1 places"))
        #expect(list.output.split(separator: "\n").count == 2, "\(list.output)")
    }

    @Test("twenty read beside builds, and each finds what it looks for")
    func readersBesideBuilds() async throws {
        let build = [
            "gazetteer", "build", "--quiet", "--data", scratch.url("tables").path, "--output",
            gazetteer,
        ]
        let search = ["gazetteer", "search", "Behshahr", "--gazetteer", gazetteer]
        let answers = try await withThrowingTaskGroup(of: PeriplusProcess.self) { group in
            group.addTask {
                for _ in 0..<7 { _ = try PeriplusProcess(build) }
                return try PeriplusProcess(build)
            }
            for _ in 0..<20 {
                group.addTask {
                    for _ in 0..<2 {
                        let answer = try PeriplusProcess(search)
                        if answer.status != 0 { return answer }
                    }
                    return try PeriplusProcess(search)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 21)
        for answer in answers { #expect(answer.status == 0, "\(answer.errors)") }
    }

    @Test("an import that is killed leaves all as it was, and succeeds when started again")
    func killed() throws {
        let file = try dump(rows: 15_000)
        let import_ = ["gazetteer", "import", file, "--quiet", "--gazetteer", gazetteer]
        let layers = scratch.url("small.sqlite.layers").path
        let killed = try PeriplusProcess.killed(import_) {
            // As soon as it has begun to write.
            ((try? FileManager.default.contentsOfDirectory(atPath: layers)) ?? []).isEmpty == false
        }
        #expect(killed)
        #expect(try search("Behshahr").status == 0)
        #expect(try search("Town 1").status == 65)
        let again = try PeriplusProcess(import_)
        #expect(again.status == 0, "\(again.errors)")
        #expect(try search("Town 1").status == 0)
    }

    @Test("imports killed at any moment leave nothing that another does not put right")
    func killedAnywhere() throws {
        let file = try dump(rows: 3_000)
        let layers = scratch.url("small.sqlite.layers")
        func run() throws -> (answer: PeriplusProcess, seconds: Duration) {
            let start = ContinuousClock.now
            let answer = try PeriplusProcess([
                "gazetteer", "import", file, "--quiet", "--gazetteer", gazetteer,
            ])
            return (answer, start.duration(to: .now))
        }
        func left() throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: layers.path).sorted()
        }
        let (whole, seconds) = try run()
        #expect(whole.status == 0, "\(whole.errors)")
        let files = try left()
        for share in 1...16 {
            try FileManager.default.removeItem(at: layers)
            let start = ContinuousClock.now
            _ = try PeriplusProcess.killed([
                "gazetteer", "import", file, "--quiet", "--gazetteer", gazetteer,
            ]) { start.duration(to: .now) > seconds * share / 16 }
            let (again, _) = try run()
            #expect(again.status == 0, "\(again.errors)")
            #expect(try left() == files)
        }
    }

    /// A way in which a gazetteer may be broken, and what is said of it.
    enum Fault: String, CaseIterable, Sendable {
        case cut, indexCut, indexMissing, newer, foreign, empty

        var complaint: String {
            switch self {
            case .cut, .indexCut, .indexMissing: "is damaged"
            case .newer: "newer than the"
            case .foreign: "is not a Periplus gazetteer"
            case .empty: "empty"
            }
        }

        func apply(to path: String) throws {
            let index = path + ".index"
            var data = try Data(contentsOf: URL(fileURLWithPath: path))
            switch self {
            case .cut: data.removeLast(data.count / 2)
            case .indexCut:
                try Data(contentsOf: URL(fileURLWithPath: index)).dropLast(700)
                    .write(to: URL(fileURLWithPath: index))
            case .indexMissing: try FileManager.default.removeItem(atPath: index)
            case .newer: data[63] = 99  // user_version, big-endian at 60
            case .foreign: data = Data("no database".utf8)
            case .empty: data = Data()
            }
            try data.write(to: URL(fileURLWithPath: path))
        }
    }

    @Test("a broken gazetteer is refused in one line by all commands", arguments: Fault.allCases)
    func broken(fault: Fault) throws {
        try fault.apply(to: gazetteer)
        let table = try scratch.file("a.csv", "name,lat,lon\nDepot,36.5,53.1\n")
        for command in [["search", "Behshahr"], ["info"], ["import", table]] {
            let answer = try PeriplusProcess(
                ["gazetteer"] + command + ["--gazetteer", gazetteer])
            #expect(answer.status == 69, "\(command): \(answer.errors)")
            #expect(answer.output.isEmpty)
            #expect(
                answer.errorLines.count == 1 && answer.errors.contains(fault.complaint),
                "\(command): \(answer.errors)")
        }
    }

    @Test("builds at the same time into the same file leave one gazetteer, and nothing beside it")
    func builds() async throws {
        let tables = scratch.url("tables").path
        let target = scratch.url("made/gazetteer.sqlite")
        let build = ["gazetteer", "build", "--quiet", "--data", tables, "--output", target.path]
        for _ in 0..<4 {
            let answers = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<3 {
                    group.addTask { try PeriplusProcess(build).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == [0, 0, 0])
            let found = try PeriplusProcess([
                "gazetteer", "search", "Behshahr", "--gazetteer", target.path,
            ])
            #expect(found.status == 0, "\(found.errors)")
        }
        let left = try FileManager.default.contentsOfDirectory(
            atPath: target.deletingLastPathComponent().path)
        #expect(Set(left) == ["gazetteer.sqlite", "gazetteer.sqlite.index"])
    }

    @Test("a block of the database that is overwritten: an import works or tells of the damage")
    func overwritten() throws {
        let table = try scratch.file("a.csv", "name,lat,lon\nDepot,36.5,53.1\n")
        let whole = try Data(contentsOf: URL(fileURLWithPath: gazetteer))
        var told = 0
        // The header's own page is another case: see `broken`.
        for start in stride(from: 4_096, to: whole.count, by: 1_024) {
            for byte in [0x00, 0x41, 0xFF] as [UInt8] {
                var data = whole
                let end = min(start + 1_024, data.count)
                data.replaceSubrange(start..<end, with: repeatElement(byte, count: end - start))
                try data.write(to: URL(fileURLWithPath: gazetteer))
                let answer = try PeriplusProcess([
                    "gazetteer", "import", table, "--quiet", "--gazetteer", gazetteer,
                ])
                #expect(answer.status == 0 || answer.status == 69, "\(start): \(answer.errors)")
                #expect(answer.errorLines.count <= 1, "\(answer.errors)")
                told += answer.status == 69 ? 1 : 0
            }
        }
        #expect(told > 0)
    }

    @Test("a gazetteer that may only be read is read")
    func readOnly() throws {
        for path in [gazetteer, gazetteer + ".index"] {
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        }
        #expect(try search("Behshahr").status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(!files.contains { $0.hasSuffix("-wal") || $0.hasSuffix("-journal") })
    }

    @Test("a search in a country takes its code, and says when there is none of a name")
    func country() throws {
        func status(_ country: String) throws -> Int32 {
            try PeriplusProcess([
                "gazetteer", "search", "Behshahr", "--in", country, "--gazetteer", gazetteer,
            ]).status
        }
        #expect(try status("ir") == 0)
        #expect(try status("RU") == 65)
        #expect(try status("Atlantis") == 65)
    }

    @Test("info tells each source with its rows, a layer's too")
    func info() throws {
        let table = try scratch.file("a.csv", "name,lat,lon\nDepot,36.5,53.1\nYard,36.6,53.1\n")
        let added = try PeriplusProcess([
            "gazetteer", "import", table, "--quiet", "--gazetteer", gazetteer,
        ])
        #expect(added.status == 0, "\(added.errors)")
        let info = try PeriplusProcess(["gazetteer", "info", "--gazetteer", gazetteer])
        #expect(info.output.contains("user-a  a a.csv, 2 rows"), "\(info.output)")
        #expect(info.output.contains("towns  Towns 1, 1 rows"), "\(info.output)")
        #expect(info.output.contains("SHA-256: 00ff"), "\(info.output)")
    }
}
