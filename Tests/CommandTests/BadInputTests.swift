import Foundation
import Testing

/// Bad input gets one clear line on standard error and the right exit code, never a crash.
@Suite("Bad input")
struct BadInputTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func expect(
        _ arguments: [String], status: Int32, says words: String, input: Data? = nil,
        environment: [String: String] = [:]
    ) throws {
        let run = try PeriplusProcess(arguments, input: input, environment: environment)
        #expect(run.status == status, "\(arguments): \(run.errors)")
        #expect(run.errorLines.count == 1, "\(arguments): \(run.errors)")
        #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
        #expect(run.output.isEmpty, "\(arguments)")
    }

    @Test("a file that is not there")
    func missingFile() throws {
        try expect(
            ["map", scratch.url("none.txt").path], status: 66, says: "no such file")
    }

    @Test("an empty folder")
    func folder() throws {
        try expect(["map", scratch.folder.path], status: 66, says: "holds no documents")
    }

    @Test("an empty file")
    func emptyFile() throws {
        try expect(["map", try scratch.file("empty.txt", "")], status: 66, says: "is empty")
    }

    @Test("bytes that are no text")
    func binary() throws {
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
        try expect(
            ["map", try scratch.file("picture.txt", picture)], status: 65, says: "picture.txt")
    }

    @Test("NUL bytes in a text")
    func nulBytes() throws {
        try expect(
            ["map", try scratch.file("nul.txt", "From Aktau\u{0} to Baku.")], status: 65,
            says: "nul.txt")
    }

    @Test("a text of 50 MB")
    func hugeText() throws {
        let sentence = Array("The ship left Aktau for Baku on Monday with grain. ".utf8)
        var bytes: [UInt8] = []
        while bytes.count < 50_000_000 { bytes += sentence }
        try expect(["map", try scratch.file("huge.txt", bytes)], status: 65, says: "huge.txt")
    }

    @Test("a gazetteer that is not there")
    func missingGazetteer() throws {
        let text = try scratch.file("a.txt", "From Aktau to Baku.")
        let path = scratch.url("none.sqlite").path
        try expect(["map", text, "--gazetteer", path], status: 69, says: path)
        try expect(
            ["distance", "Baku", "Aktau"], status: 69, says: path,
            environment: ["PERIPLUS_GAZETTEER": path])
    }

    @Test("a file that is no gazetteer")
    func foreignGazetteer() throws {
        let path = try scratch.file("notes.sqlite", "These are notes, not places.")
        try expect(["distance", "Baku", "Aktau", "--gazetteer", path], status: 69, says: path)
    }

    @Test("an output that cannot be created")
    func unwritableOutput() throws {
        let text = try scratch.file("a.txt", "The ship sailed from Aktau to Baku.")
        let path = scratch.url("no-such-folder/out.geojson").path
        try expect(["map", text, "-o", path], status: 73, says: path)
    }

    @Test("an unknown format")
    func unknownFormat() throws {
        let text = try scratch.file("a.txt", "The ship sailed from Aktau to Baku.")
        try expect(
            ["map", text, "-o", scratch.url("out.docx").path], status: 64, says: "out.docx")
    }

    @Test("an unknown place, with what is close")
    func unknownPlace() throws {
        try expect(
            ["distance", "Makhachkalla", "Baku"], status: 65, says: "Makhachkala")
        try expect(["distance", "Xqzzyva", "Baku"], status: 65, says: "Xqzzyva")
    }

    @Test("what a terminal would obey is shown, not sent to it")
    func controlCharacters() throws {
        for argument in ["Nowhere\u{1B}[31m\u{07}", "--\u{1B}]0;title\u{07}", "Nowhere\u{9B}2J"] {
            let run = try PeriplusProcess(["distance", argument, "Baku"])
            #expect(run.status != 0)
            #expect(!run.errors.isEmpty)
            let isHarmless = (run.errors + run.output).unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            }
            #expect(isHarmless, "\(run.errors)")
        }
        let text = try scratch.file("a.txt", "The ship \u{9B}2J left Aktau\u{9D} for Baku\u{7F}.")
        for command in [["routes"], ["map"], ["map", "--json"], ["places"]] {
            let run = try PeriplusProcess(command + [text])
            #expect(run.output.contains("Aktau"))
            let isHarmless = run.output.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            }
            #expect(isHarmless, "\(command)")
        }
    }

    @Test("nor does it obey what a layer or a line of another file brings")
    func controlCharactersOfFiles() throws {
        let bad = "\u{1B}[31m\u{07}\u{9B}2J\u{7F}"
        func expectHarmless(_ arguments: [String], input: String = "") throws {
            let run = try PeriplusProcess(arguments, input: Data(input.utf8))
            #expect(run.status == 0, "\(run.errors)")
            let isHarmless = (run.errors + run.output).unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control
            }
            #expect(isHarmless, "\(arguments): \(run.output)")
        }
        let gazetteer = ["--gazetteer", try SmallGazetteer.built(in: scratch)]
        let table = try scratch.file("a\(bad).csv", "name,lat,lon\n\"Depot\(bad)\",36.5,53.1\n")
        try expectHarmless(["gazetteer", "import", table] + gazetteer)
        try expectHarmless(["gazetteer", "info"] + gazetteer)
        try expectHarmless(["gazetteer", "info", "--json"] + gazetteer)
        try expectHarmless(["gazetteer", "import", "--list"] + gazetteer)
        try expectHarmless(["gazetteer", "search", "Depot", "--prefix"] + gazetteer)
        try expectHarmless(["gazetteer", "search", "Depot", "--prefix", "--json"] + gazetteer)
        try expectHarmless(["distance", "--pairs", "-"], input: "\(bad)\n1,2\t\(bad)\n")
    }

    @Test("coordinates out of range", arguments: ["91,181", "-91,0", "0,181", "36.85,"])
    func badCoordinates(_ text: String) throws {
        let run = try PeriplusProcess(["distance", text, "0,0"])
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errorLines.count == 1)
    }

    @Test("a date that is none")
    func badDate() throws {
        let text = try scratch.file("a.txt", "The ship sailed from Aktau to Baku.")
        try expect(["map", text, "--date", "2023-02-30"], status: 64, says: "2023-02-30")
    }

    @Test("a way of travel that is none")
    func badMode() throws {
        try expect(
            ["route", "Baku", "Aktau", "--mode", "camel"], status: 64, says: "camel")
    }
}
