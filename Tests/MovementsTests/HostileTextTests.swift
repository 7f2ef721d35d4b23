import Documents
import Foundation
import Geoparsing
import Testing

@testable import Movements

@Suite("Texts made to break the reader")
struct HostileTextTests {
    let reader: Reader

    init() throws { reader = try Reader() }

    @Test("Without a parse the plain order of words still gives plain movements")
    func unparsed() throws {
        let example = try MovementCase(
            marked: "Grain was trucked from [Odesa~port] to [Galati~port] via [Chisinau].")
        let (stated, _) = reader.read(example.text, example.mentions, parsed: false)
        let movement = try #require(stated.movements.first)
        #expect(stated.movements.count == 1)
        #expect(movement.origin == 0 && movement.destination == 1 && movement.via == [2])
        #expect(movement.mode == .road)
    }

    @Test("A million bytes without an end of sentence, full of words of movement, are read through")
    func endless() throws {
        var text = ""
        var mentions: [Mention] = []
        while text.utf8.count < 1_000_000 {
            text += "from "
            let start = text.utf8.count
            text += "Odesa"
            mentions.append(Mention(utf8Range: start..<text.utf8.count, text: "Odesa"))
            text += " shipped to and "
        }
        let (stated, _) = reader.read(text, mentions, parsed: false)
        #expect(stated.mentions.count == mentions.count)
    }

    @Test(
        "Odd texts give nothing and do no harm",
        arguments: [
            "", " ", "from to via from to", "/ / / /", "to to to", "\u{FFFD}\u{0}shipped\u{0}",
        ])
    func odd(text: String) {
        #expect(reader.read(text, []).0.movements.isEmpty)
        #expect(reader.read(text, [], parsed: false).0.movements.isEmpty)
    }

    @Test("Words of one name that hang on one another's neighbours are read through")
    func ring() throws {
        let example = try MovementCase(
            marked: "It lies in the northern [Mount Lofty~region] Ranges as makes")
        #expect(reader.read(example.text, example.mentions).0.movements.isEmpty)
    }

    @Test(
        "A pronoun inside the phrase that it might mean does not lead the reader in a circle",
        arguments: [
            "Part of it ends up in [Hamburg~port].",
            "A truck carrying it left [Aktau] for [Baku].",
            "Trucks carrying part of them, and ships with trucks of them, go to [Baku].",
            "A load of it was shipped from [Aktau] to [Baku].",
        ])
    func circle(sentence: String) throws {
        let before = "They hide [Colombian~demonym] cocaine in containers on ships and trucks. "
        let example = try MovementCase(marked: Substring(before + sentence))
        let (stated, _) = reader.read(example.text, example.mentions)
        #expect(stated.mentions.count == example.mentions.count)
    }

    @Test("A lexicon that is not there is one clear line")
    func noLexicon() {
        #expect(throws: MovementError.self) {
            _ = try MovementExtractor(lexicon: URL(filePath: "/nowhere/at/all"))
        }
    }
}
