import Documents
import Foundation
import Geoparsing
import Testing

@testable import Movements

@Suite("Texts made to break the reader")
struct HostileTextTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// A text that repeats a phrase with a place in it.
    private func repeated(_ before: String, _ name: String, _ after: String, count: Int)
        -> (String, [Mention])
    {
        var text = ""
        var mentions: [Mention] = []
        for _ in 0..<count {
            text += before
            let start = text.utf8.count
            text += name
            mentions.append(Mention(utf8Range: start..<text.utf8.count, text: name))
            text += after
        }
        return (text, mentions)
    }

    /// Whether every role of every movement is one of the text's.
    private func isSound(_ stated: StatedMovements, _ document: Document) -> Bool {
        let bytes = 0..<document.text.utf8.count
        return stated.movements.allSatisfy { movement in
            let stops = [movement.origin, movement.destination].compactMap { $0 } + movement.via
            let ranges =
                [movement.cargo, movement.quantity, movement.vehicle, movement.cue].compactMap {
                    $0
                }
                + movement.evidence
            return stops.allSatisfy(stated.mentions.indices.contains)
                && ranges.allSatisfy {
                    bytes.lowerBound <= $0.lowerBound && $0.upperBound <= bytes.upperBound
                }
                && (0...1).contains(movement.confidence)
        }
    }

    @Test(
        "Thirty thousand bytes without an end of sentence, full of words of movement, are read through"
    )
    func endless() throws {
        let (text, mentions) = repeated(
            "from ", "Odesa", " shipped to and ", count: 1_200)
        let (stated, document) = reader.read(text, mentions, parsed: false)
        #expect(stated.mentions.count == mentions.count)
        #expect(isSound(stated, document))
    }

    @Test("A million bytes of it are read by the rules")
    func endlessRules() throws {
        let (text, mentions) = repeated("from ", "Odesa", " shipped to and ", count: 37_000)
        #expect(text.utf8.count > 900_000)
        _ = reader.proposals(text, mentions, parsed: false)
    }

    @Test("A word longer than a window, in one piece with a place")
    func longWord() throws {
        let (text, mentions) = repeated(
            String(repeating: "xqz", count: 3_000), "Odesa", " to Varna.", count: 1)
        let (stated, document) = reader.read(text, mentions)
        #expect(isSound(stated, document))
    }

    @Test("A hundred places in a sentence")
    func manyPlaces() throws {
        var text = "The ship called at "
        var mentions: [Mention] = []
        for number in 0..<100 {
            let start = text.utf8.count
            text += "Porto\(number)"
            mentions.append(
                Mention(utf8Range: start..<text.utf8.count, text: "Porto\(number)"))
            text += number < 99 ? ", " : "."
        }
        let (stated, document) = reader.read(text, mentions)
        #expect(isSound(stated, document))
        #expect(stated.mentions.count >= 100)
    }

    @Test(
        "Odd texts give nothing and do no harm",
        arguments: [
            "", " ", "from to via from to", "/ / / /", "to to to", "\u{FFFD}\u{0}shipped\u{0}",
            "\u{200B}\u{200B}", "🚢🚢🚢 → 🚢", "от до через", "\n\n\n", "a\u{301}\u{301}\u{301}",
        ])
    func odd(text: String) {
        #expect(reader.read(text, []).0.movements.isEmpty)
        #expect(reader.read(text, [], parsed: false).0.movements.isEmpty)
    }

    @Test(
        "Places in odd letters, and nothing else, are read through",
        arguments: [
            "Одеса", "上海", "ميناء", "🚢", "\u{200B}", "a\u{301}\u{301}", "½", " ", "Odesa\u{0}",
            "\u{FFFD}",
        ])
    func oddPlaces(name: String) {
        for before in ["", "From ", "from", "→"] {
            let (text, mentions) = repeated(before, name, " to ", count: 3)
            let (stated, document) = reader.read(text, mentions)
            #expect(isSound(stated, document), "\(before)\(name)")
        }
    }

    @Test("Mentions that touch, at the very ends of the text")
    func touching() {
        let mentions = [
            Mention(utf8Range: 0..<5, text: "Odesa"), Mention(utf8Range: 5..<10, text: "Varna"),
        ]
        let (stated, document) = reader.read("OdesaVarna", mentions)
        #expect(isSound(stated, document))
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
        let (stated, document) = reader.read(example.text, example.mentions)
        #expect(stated.mentions.count == example.mentions.count)
        #expect(isSound(stated, document))
    }

    @Test("A lexicon that is not there is one clear line")
    func noLexicon() {
        let error = #expect(throws: MovementError.self) {
            _ = try MovementExtractor(
                reader: reader.extractor.reader, lexicon: URL(filePath: "/nowhere/at/all"))
        }
        #expect(error?.description.hasPrefix("cannot read the lexicon of movements: ") == true)
        #expect(error?.description.contains("\n") == false)
    }
}
