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
}
