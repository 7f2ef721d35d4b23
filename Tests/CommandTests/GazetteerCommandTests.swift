import Foundation
import Testing

/// `periplus gazetteer import`, run as a process on a gazetteer of one town.
@Suite("periplus gazetteer import")
struct GazetteerCommandTests {
    private let scratch: Scratch
    private let gazetteer: String

    init() throws {
        scratch = try Scratch()
        gazetteer = try SmallGazetteer.built(in: scratch)
    }

    private func run(_ arguments: String...) throws -> PeriplusProcess {
        try PeriplusProcess(["gazetteer"] + arguments + ["--gazetteer", gazetteer])
    }

    @Test("a table is imported, found, listed and removed")
    func table() throws {
        let file = try scratch.file(
            "depots.csv", "name,lat,lon,kind,names\nDepot Nine,36.5,53.1,facility,Yard Nine\n")
        let added = try run("import", file, "--name", "yards", "--licence", "CC0")
        #expect(added.status == 0 && added.output.isEmpty, "\(added.errors)")
        #expect(added.errorLines == ["imported 1 places as layer yards"])
        let found = try run("search", "Yard Nine")
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output.contains("36.5000,53.1000"))
        #expect(try run("search", "Behshahr").status == 0)
        let listed = try run("import", "--list")
        #expect(listed.output == "yards  1 places  depots.csv  CC0\n")
        #expect(try run("import", "--remove", "yards").status == 0)
        #expect(try run("search", "Yard Nine").status == 65)
        #expect(try run("import", "--list").output.isEmpty)
        #expect(try run("import", "--remove", "yards").status == 65)
    }

    @Test("a record of the same id replaces the gazetteer's, or not, as asked")
    func outranking() throws {
        let file = try scratch.file("moved.csv", "id,name,lat,lon\ngn:140918,Behshahr,1.5,2.5\n")
        #expect(try run("import", "--quiet", file).status == 0)
        #expect(try run("search", "Ashraf").output.contains("1.5000,2.5000"))
        #expect(try run("import", "--quiet", file, "--no-outrank").status == 0)
        #expect(try run("search", "Ashraf").output.contains("36.6923"))
    }

    @Test(
        "a file that is no table of places is refused with the line",
        arguments: [
            ("a.csv", "name,lat,lon\nDepot,36.5\n", "a.csv, line 2: no position"),
            ("b.csv", "name,lat,lon\nDepot,96.5,53.1\n", "b.csv, line 2: Depot: position out"),
            ("c.geojson", "no JSON", "c.geojson, line 1: it is no feature collection"),
            ("d.txt", "no dump\n", "d.txt, line 1: no place in the file"),
            ("e.tsv", "", "e.tsv, line 1: no place in the file"),
        ])
    func badFile(name: String, text: String, message: String) throws {
        let added = try run("import", try scratch.file(name, text))
        #expect(added.status == 65)
        #expect(added.errorLines.count == 1 && added.errors.contains(message), "\(added.errors)")
        #expect(try run("import", "--list").output.isEmpty)
    }

    @Test("what is missing or unknown says so")
    func missing() throws {
        let missing = try run("import", scratch.url("none.csv").path)
        #expect(missing.status == 66)
        #expect(missing.errors.contains("no such file"))
        #expect(try run("import", try scratch.file("a.doc", "x")).status == 64)
        #expect(try run("import").status == 64)
        let file = try scratch.file("a.csv", "name,lat,lon\nDepot,36.5,53.1\n")
        let nowhere = try PeriplusProcess([
            "gazetteer", "import", file, "--gazetteer", scratch.url("none.sqlite").path,
        ])
        #expect(nowhere.status == 69)
    }

    @Test("where nothing can be written, nothing is imported")
    func unwritable() throws {
        // A file stands where the folder of layers has to be.
        _ = try scratch.file("small.sqlite.layers", "in the way")
        let file = try scratch.file("a.csv", "name,lat,lon\nDepot,36.5,53.1\n")
        let added = try run("import", file)
        #expect(added.status == 73, "\(added.errors)")
    }
}
