import Foundation
import Language
import Testing

@Suite struct LexiconTableTests {
    @Test func rowsAreReadByColumnName() throws {
        let table = try LexiconTable(
            """
            # verbs of motion
            lemma\tpreps\tweight\tcausative

            ship\tby|via | through\t0.5\tyes
            sail
            """, named: "verbs.tsv", requiring: ["lemma"])
        #expect(table.columns == ["lemma", "preps", "weight", "causative"])
        #expect(table.rows.map { $0["lemma"] } == ["ship", "sail"])
        #expect(table.rows[0].list("preps") == ["by", "via", "through"])
        #expect(try table.rows[0].number("weight") == 0.5)
        #expect(try table.rows[0].flag("causative"))
        #expect(try table.rows[1].number("weight") == nil)
        #expect(table.rows[1].line == 5)
    }

    @Test func windowsLineEndsAndByteOrderMarkAreNoMatter() throws {
        let table = try LexiconTable("\u{FEFF}a\tb\r\n1\t2\r\n", named: "t.tsv")
        #expect(table.columns == ["a", "b"])
        #expect(table.rows.map { $0["b"] } == ["2"])
    }

    @Test(arguments: [
        ("", "t.tsv, line 1: no line names the columns"),
        ("a\ta\n", "t.tsv, line 1, column a: named twice"),
        ("a\t\n", "t.tsv, line 1: column 2 has no name"),
        ("b\n1\n", "t.tsv, line 1, column a: there is no such column"),
        ("a\tb\n#\n1\t2\t3\n", "t.tsv, line 3: 3 cells, but 2 columns"),
    ])
    func faultsNameFileLineAndColumn(text: String, message: String) {
        let error = #expect(throws: LanguageError.self) {
            try LexiconTable(text, named: "t.tsv", requiring: ["a"])
        }
        #expect(error?.description == message)
    }

    @Test func badCellsNameTheirColumn() throws {
        let table = try LexiconTable("a\tb\nx\tmaybe\n", named: "t.tsv")
        let error = #expect(throws: LanguageError.self) { try table.rows[0].flag("b") }
        #expect(error?.description == "t.tsv, line 2, column b: neither yes nor no: maybe")
        #expect(throws: LanguageError.self) { try table.rows[0].number("a") }
    }

    @Test func aMissingFileIsNamed() {
        let url = URL(fileURLWithPath: "/nowhere/words.tsv")
        let error = #expect(throws: LanguageError.self) { try LexiconTable(contentsOf: url) }
        #expect(error?.description == "cannot read words.tsv: no such file")
    }
}
