import Foundation
import Language
import Testing

@testable import Movements

@Suite("Rules and their cases")
struct MovementRuleTests {
    /// The rules that need no word of movement, and what one rule adds to another.
    static let patterns = [
        "link.compound", "fixture.stroke", "noun.theme", "pair.from-to", "barter",
        "verb.use.next", "verb.send.known", "noun.send.context", "verb.arrive.goal",
        "verb.send.ended", "verb.carry.seen", "pair.behind",
    ]

    @Test("Every class of verb and noun in the tables, and every pattern, has a case of its own")
    func everyRuleHasACase() throws {
        let reader = try Reader()
        let data = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Data/Lexicon/en").standardizedFileURL
        var wanted = Set(Self.patterns)
        for (file, kind) in [("movement-verbs.tsv", "verb"), ("movement-nouns.tsv", "noun")] {
            let table = try LexiconTable(
                contentsOf: data.appending(path: file), requiring: ["lemma", "class"])
            // These tell of no movement of their own; a noun for a call is part of another's.
            let without: Set = ["make", "use", "stay"]
            for row in table.rows where !without.contains(row["class"]) {
                if kind == "noun", row["class"] == "stop" { continue }
                wanted.insert(kind + "." + row["class"])
            }
        }
        var found: Set<String> = []
        for example in try MovementCase.all(in: "rules") {
            let (stated, _) = reader.read(example.text, example.mentions)
            found.formUnion(stated.movements.map(\.rule))
        }
        #expect(wanted.subtracting(found).sorted() == [])
    }
}
