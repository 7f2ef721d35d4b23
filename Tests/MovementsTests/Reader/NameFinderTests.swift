import Documents
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("Names that only the reader sees")
struct NameFinderTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    private let example = Result {
        try MovementCase(marked: "Grain was shipped from [Odesa~port] to [Qzyvarna~port] in May.")
    }

    /// The movements of a text of which only the first name is a mention, and what is seen beside it.
    private func read(naming: Bool) throws -> (StatedMovements, [String], Document) {
        let example = try example.get()
        let document = Document(text: example.text)
        let analysis = reader.model.analyse(document.text, entities: false)
        var seen: [String] = []
        let stated = reader.extractor.extract(
            from: document, analysis, mentions: [example.mentions[0]],
            naming: { names in
                seen = names.map { String(document.text(at: $0.utf8Range)) }
                return naming ? example.mentions : [example.mentions[0]]
            })
        return (stated, seen, document)
    }

    @Test("A name without an entry is seen where a sentence sends something there")
    func seen() throws {
        let (stated, seen, document) = try read(naming: true)
        #expect(seen == ["Qzyvarna"])
        #expect(
            stated.movements.map { $0.cells(stated.mentions, document)[0] } == [
                "Odesa -> [] -> Qzyvarna"
            ])
    }

    @Test("Who does not name it gets the movement without that end, if at all")
    func notNamed() throws {
        let (stated, _, _) = try read(naming: false)
        #expect(stated.mentions.count == 1)
        #expect(stated.movements.allSatisfy { $0.destination == nil })
    }

    @Test("What is a mention is not seen once more")
    func known() throws {
        let example = try example.get()
        let document = Document(text: example.text)
        var seen: [SeenName] = []
        _ = reader.extractor.extract(
            from: document, reader.model.analyse(document.text, entities: false),
            mentions: example.mentions,
            naming: { names in
                seen = names
                return example.mentions
            })
        #expect(seen.isEmpty)
    }

    @Test(
        "A name of which the reader sees the first part only ends where its word does",
        arguments: [
            ("з Куп’янська прибула", "Куп", "Куп’янська"),
            ("до Знам'янки й далі", "Знам", "Знам'янки"),
            ("у В’язьмі", "В", "В’язьмі"), ("Mersin’e gitti", "Mersin", "Mersin"),
            ("газета ’Київ’ писала", "Київ", "Київ"), ("село Куп’", "Куп", "Куп"),
        ])
    func wordWithApostrophe(text: String, seen: String, word: String) throws {
        let utf8 = Array(text.utf8)
        let tokens = PlainTokenizer().tokens(in: utf8)
        let analysis = Analysis(
            utf8: utf8, tokens: tokens, sentences: [Sentence(tokens: tokens.indices)])
        let heads = try ReaderHeads(try TextEncoder(contentsOf: Reader.modelFile))
        let finder = NameFinder(tags: heads.tags, analysis: analysis, mentions: [])
        let start = try #require(
            tokens.firstIndex { Array(utf8[$0.utf8Range]) == Array(seen.utf8) })
        let end = finder.endOfWord(from: start + 1)
        let place = analysis.utf8Range(of: start..<end)
        #expect(String(decoding: utf8[place], as: UTF8.self) == word)
    }
}
