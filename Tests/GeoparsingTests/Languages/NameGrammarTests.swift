import Foundation
import Gazetteers
import Testing

@testable import Geoparsing

/// The forms of names, by small tables written here.
@Suite struct NameGrammarTests {
    /// A grammar of tables, by their names without ".tsv".
    private func grammar(_ tables: [String: String]) throws -> NameGrammar {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "grammar-\(UUID().uuidString)/xx")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        for (name, rows) in tables {
            try Data(rows.utf8).write(to: folder.appending(path: name + ".tsv"))
        }
        return try NameGrammar(folder: folder)
    }

    private func forms(_ grammar: NameGrammar, _ word: String) -> [String] {
        grammar.forms(of: Array(word.utf8), isFirst: true).map {
            String(decoding: $0.folded, as: UTF8.self)
        }
    }

    @Test func theWordAsWrittenComesFirst() throws {
        let grammar = try grammar(["endings": "ending\tbases\nу\tа,-\nлу\tл\n"])
        #expect(forms(grammar, "Махачкалу") == ["махачкалу", "махачкал", "махачкала"])
    }

    @Test func shortWordsKeepTheirEndings() throws {
        let grammar = try grammar(["endings": "ending\tbases\nу\tа\n"])
        #expect(forms(grammar, "Бу") == ["бу"])
    }

    @Test func particlesAreCutOff() throws {
        let grammar = try grammar(["particles": "particle\tbase\nب\t\nلل\tال\n"])
        let forms = grammar.forms(of: Array("بمومباسا".utf8), isFirst: true)
        #expect(forms.map(\.cut) == [0, 2])
        #expect(String(decoding: forms[1].folded, as: UTF8.self) == "مومباسا")
        let article = grammar.forms(of: Array("للعراق".utf8), isFirst: true)
        #expect(article.contains { String(decoding: $0.folded, as: UTF8.self) == "العراق" })
    }

    @Test func adjectivesAreTheirCountries() throws {
        let grammar = try grammar(["demonyms": "place\tforms\ngn:1\tиранск*|перс\n"])
        func places(_ word: String) -> [PlaceID] {
            grammar.countries(ofDemonym: Array(word.utf8)).places
        }
        #expect(places("иранского") == [PlaceID(rawValue: "gn:1")])
        #expect(places("Иранская") == [PlaceID(rawValue: "gn:1")])
        #expect(places("перс") == [PlaceID(rawValue: "gn:1")])
        #expect(places("персик").isEmpty)
        #expect(places("иранскоязычными").isEmpty)
    }

    @Test func lettersGiveLatin() throws {
        let grammar = try grammar([
            "letters": "letters\tlatin\nдж\tj\nд\td\nж\tzh\nа\ta\nс\ts\nк\tk,c\n"
        ])
        let ways = grammar.latin(of: NameFolding.bytes("Джаск")).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(ways == ["jask", "jasc"])
        #expect(grammar.latin(of: NameFolding.bytes("Баку")).isEmpty)
    }

    @Test func aTableThatIsWrongIsTold() {
        #expect(throws: (any Error).self) { try grammar(["endings": "ending\nу\n"]) }
        #expect(throws: (any Error).self) { try grammar(["demonyms": "place\tforms\n\tx\n"]) }
    }
}
