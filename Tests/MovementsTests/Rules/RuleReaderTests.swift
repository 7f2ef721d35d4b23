import Documents
import Foundation
import Geoparsing
import Language
import Testing

@testable import Movements

/// The rules are one of the things that the reader looks at; their cases are theirs alone.
@Suite("What the rules propose")
struct RuleReaderTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// The rules that need no word of movement, and what one rule adds to another.
    static let patterns = [
        "link.compound", "fixture.stroke", "noun.theme", "pair.from-to", "barter",
        "verb.use.next", "verb.send.known", "noun.send.context", "verb.arrive.goal",
        "verb.send.ended", "verb.carry.seen", "pair.behind",
    ]

    @Test("Each case gives its movements and no other", arguments: MovementCase.files)
    func cases(file: String) throws {
        for example in try MovementCase.all(in: file) {
            let (proposed, document) = reader.proposals(
                example.text, example.mentions, isMessage: file == "messages")
            let found = proposed.map { $0.cells(example.mentions, document) }
            let isRight =
                found.count == example.expected.count
                && zip(found, example.expected).allSatisfy { $1.agrees(with: $0) }
            #expect(isRight, "\(example.text)\n  found \(found)\n  expected \(example.expected)")
        }
    }

    @Test("Every class of verb and noun in the tables, and every pattern, has a case of its own")
    func everyRuleHasACase() throws {
        var wanted = Set(Self.patterns)
        let lexicon = Reader.data.appending(path: "Lexicon/en")
        for (file, kind) in [("movement-verbs.tsv", "verb"), ("movement-nouns.tsv", "noun")] {
            let table = try LexiconTable(
                contentsOf: lexicon.appending(path: file), requiring: ["lemma", "class"])
            // These tell of no movement of their own; a noun for a call is part of another's.
            let without: Set = ["make", "use", "stay"]
            for row in table.rows where !without.contains(row["class"]) {
                if kind == "noun", row["class"] == "stop" { continue }
                wanted.insert(kind + "." + row["class"])
            }
        }
        var found: Set<String> = []
        for example in try MovementCase.all(in: "rules") {
            found.formUnion(reader.proposals(example.text, example.mentions).0.map(\.rule))
        }
        #expect(wanted.subtracting(found).sorted() == [])
    }

    @Test("Without a parse the plain order of words still gives plain movements")
    func unparsed() throws {
        let example = try MovementCase(
            marked: "Grain was trucked from [Odesa~port] to [Galati~port] via [Chisinau].")
        let (proposed, _) = reader.proposals(example.text, example.mentions, parsed: false)
        let movement = try #require(proposed.first)
        #expect(proposed.count == 1)
        #expect(movement.origin == 0 && movement.destination == 1 && movement.via == [2])
        #expect(movement.mode == .road)
    }

    @Test("Words of one name that hang on one another's neighbours are read through")
    func ring() throws {
        let example = try MovementCase(
            marked: "It lies in the northern [Mount Lofty~region] Ranges as makes")
        #expect(reader.proposals(example.text, example.mentions).0.isEmpty)
    }
}
