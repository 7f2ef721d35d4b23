import Foundation
import Periplus
import Testing

@Suite("Tables of a language that a user adds")
struct OwnLanguageTests {
    /// The program's data with a folder of a user's own, which is removed afterwards.
    private func withOwnTables(
        _ tables: [String: String], of code: String, _ body: (DataDirectory) throws -> Void
    ) throws {
        let files = FileManager.default
        let own = files.temporaryDirectory.appending(path: "periplus-\(UUID().uuidString)")
        defer { try? files.removeItem(at: own) }
        let folder = own.appending(path: code)
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in tables {
            try Data(text.utf8).write(to: folder.appending(path: name + ".tsv"))
        }
        var data = try DataDirectory.located()
        data.ownLexicon = own
        try body(data)
    }

    @Test("They are read beside the program's, and before its own of the same language")
    func places() throws {
        try withOwnTables(["homographs": "word\nAosta\n"], of: "it") { data in
            #expect(data.languages.contains("it") && data.languages.contains("ru"))
            #expect(data.lexicon("it").path.contains("periplus-"))
            #expect(!data.lexicon("ru").path.contains("periplus-"))
        }
        try withOwnTables([:], of: "en") { data in
            // English is the program's: no folder without its tables stands for it.
            #expect(!data.lexicon("en").path.contains("periplus-"))
        }
    }

    @Test("A row that cannot be read is named by file and line")
    func fault() throws {
        try withOwnTables(["time-words": "word\tkind\tnumber\nmarzo\tmonth\tthree\n"], of: "it") {
            data in
            let error = #expect(throws: (any Error).self) { try RouteMapper(data: data) }
            #expect(error.map { "\($0)" }?.contains("it/time-words.tsv, line 2") ?? false)
        }
    }
}
