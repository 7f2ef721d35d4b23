import Foundation
import Testing

/// Who may not write where the program is, has the whole of it all the same.
@Suite("The installed program, read-only")
struct InstalledProgramTests {
    private static let search = ["gazetteer", "search", "Behshahr"]

    @Test("all of it works without a home that can be written to, and leaves nothing anywhere")
    func readOnly() throws {
        let program = try InstalledProgram(models: true)
        defer { try? program.reopen() }
        let before = program.files(in: program.share)
        let nowhere = ["HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent/data"]
        let report = Data("The convoy left Behshahr for Ashraf on Monday.".utf8)
        let map = try program.run(["map", "-", "--json"], input: report, environment: nowhere)
        #expect(map.status == 0 && map.output.contains("gn:140918"), "\(map.errors)")
        let line = Data(#"{"id": "1", "text": "They left Behshahr."}"#.utf8)
        let batch = try program.run(["batch"], input: line, environment: nowhere)
        #expect(batch.status == 0 && batch.output.contains("gn:140918"), "\(batch.errors)")
        let distance = try program.run(
            ["distance", "Behshahr", "36.85,53.36"], environment: nowhere)
        #expect(distance.status == 0, "\(distance.errors)")
        #expect(program.files(in: program.share) == before)
    }

    @Test("data that lie apart from the program are those that PERIPLUS_DATA names")
    func dataElsewhere() throws {
        let program = try InstalledProgram()
        defer { try? program.reopen() }
        let apart = ["PERIPLUS_DATA": program.share.path, "PERIPLUS_GAZETTEER": ""]
        let found = try PeriplusProcess(Self.search, environment: apart)
        #expect(found.status == 0 && found.output.contains("gn:140918"), "\(found.errors)")
        let other = try PeriplusProcess(["gazetteer", "search", "Rotterdam"], environment: apart)
        #expect(!other.output.contains("Rotterdam"), "that of the clone knows it")
        let wrong = try program.run(
            Self.search, environment: ["PERIPLUS_DATA": program.home.path])
        #expect(wrong.status == 69 && wrong.output.isEmpty)
        #expect(wrong.errorLines.count == 1 && wrong.errors.contains("PERIPLUS_DATA"))
    }

    @Test("a gazetteer that is missing is made under the person's caches, once")
    func missing() throws {
        let program = try InstalledProgram(gazetteer: false)
        defer { try? program.reopen() }
        let first = try program.run(Self.search)
        #expect(first.status == 0 && first.output.contains("gn:140918"), "\(first.errors)")
        #expect(first.errorLines.count == 1 && first.errors.contains("making"), "\(first.errors)")
        let cached = program.files(in: program.home.appending(path: ".cache/periplus"))
        #expect(cached.count { $0.hasSuffix("gazetteer.sqlite") } == 1)
        #expect(cached.count == 3, "a folder, the database, its index: \(cached)")
        let second = try program.run(Self.search)
        #expect(second.status == 0 && second.errors.isEmpty, "\(second.errors)")
        #expect(second.output == first.output)
    }

    @Test("XDG_CACHE_HOME is minded; a relative one is not, as its specification asks")
    func folders() throws {
        let program = try InstalledProgram(gazetteer: false)
        defer { try? program.reopen() }
        let elsewhere = program.home.appending(path: "elsewhere")
        let given = try program.run(Self.search, environment: ["XDG_CACHE_HOME": elsewhere.path])
        #expect(given.status == 0, "\(given.errors)")
        #expect(!program.files(in: elsewhere.appending(path: "periplus")).isEmpty)
        #expect(program.files(in: program.home.appending(path: ".cache")).isEmpty)
        let relative = try program.run(Self.search, environment: ["XDG_CACHE_HOME": "caches"])
        #expect(relative.status == 0, "\(relative.errors)")
        #expect(!program.files(in: program.home.appending(path: ".cache/periplus")).isEmpty)
    }

    @Test(
        "one of an older layout, or damaged, is made anew there",
        arguments: ["old", "cut", "no index"])
    func unusable(fault: String) throws {
        let program = try InstalledProgram()
        defer { try? program.reopen() }
        try program.reopen()
        let database = program.share.appending(path: "gazetteer.sqlite")
        var data = try Data(contentsOf: database)
        switch fault {
        case "old": data[63] -= 1  // user_version, big-endian at 60
        case "cut": data.removeLast(data.count / 2)
        default: try FileManager.default.removeItem(atPath: database.path + ".index")
        }
        try data.write(to: database)
        _ = try PeriplusProcess(["-R", "a-w,a+rX", program.share.path], program: ["/bin/chmod"])
        for command in [Self.search, ["gazetteer", "info"], ["distance", "Behshahr", "1,1"]] {
            let answer = try program.run(command)
            #expect(answer.status == 0, "\(command): \(answer.errors)")
        }
        #expect(!program.files(in: program.home.appending(path: ".cache/periplus")).isEmpty)
    }

    @Test("several that need it at once all have it")
    func together() async throws {
        let program = try InstalledProgram(gazetteer: false)
        defer { try? program.reopen() }
        let found = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<4 {
                group.addTask { try program.run(Self.search).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found == [0, 0, 0, 0])
    }

    @Test("where nothing can be written the one line says so")
    func nowhere() throws {
        let program = try InstalledProgram(gazetteer: false)
        defer { try? program.reopen() }
        let answer = try program.run(Self.search, environment: ["HOME": "/nonexistent"])
        #expect(answer.status == 69)
        #expect(answer.errors.contains("cannot be made anew"), "\(answer.errors)")
        #expect(answer.errorLines.count == 1, "\(answer.errors)")
    }

    @Test("places that a person imports are theirs alone")
    func layers() throws {
        let program = try InstalledProgram(models: true)
        defer { try? program.reopen() }
        let table = try program.scratch.file("depots.csv", "name,lat,lon\nDepot Nine,36.5,53.1\n")
        let added = try program.run(["gazetteer", "import", table])
        #expect(added.status == 0, "\(added.errors)")
        let own = program.home.appending(path: ".local/share/periplus/layers")
        #expect(program.files(in: own).contains { $0.hasSuffix(".layer.json") })
        let depot = ["gazetteer", "search", "Depot Nine"]
        #expect(try program.run(depot).status == 0)
        let line = Data(#"{"id": "1", "text": "The trucks left Depot Nine."}"#.utf8)
        #expect(try program.run(["batch"], input: line).output.contains("36.5"))
        let other = ["XDG_DATA_HOME": program.home.appending(path: "another").path]
        #expect(try program.run(depot, environment: other).status == 65)
        #expect(try program.run(["gazetteer", "import", "--list"]).output.contains("depots"))
        #expect(try program.run(["gazetteer", "import", "--remove", "depots"]).status == 0)
        #expect(try program.run(depot).status == 65)
    }
}
