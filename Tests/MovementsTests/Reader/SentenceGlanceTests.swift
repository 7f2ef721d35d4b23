import Documents
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("Which sentences are read at all")
struct SentenceGlanceTests {
    let reader: Reader
    let encoder: TextEncoder

    init() throws {
        reader = try Reader.shared()
        encoder = try TextEncoder(contentsOf: Reader.modelFile)
    }

    private static let calm =
        "The council of [Ghent~city] met on Monday and talked about the colour of benches."
    private static let moving =
        "A tanker with crude oil sailed from [Odesa~port] to [Trieste~port] on Friday."

    /// Which sentences of a marked text a glance lets through; all are open but those of a list.
    private func worthy(
        _ marked: String, bar: Double, closed: Set<Int> = [], proposing: Int? = nil
    ) throws -> [Bool] {
        let example = try MovementCase(marked: Substring(marked))
        let analysis = reader.model.analyse(example.text, entities: false)
        var input = ReaderInput(analysis, mentions: example.mentions)
        if let proposing {
            input.proposals.append(
                ReaderInput.Proposal(
                    origin: 0, destination: nil, sentence: input.sentences[proposing].lowerBound))
        }
        let glance = SentenceGlance(
            encoder: encoder, heads: try ReaderHeads(encoder), bar: bar)
        return glance.worthy(
            of: input, in: analysis.utf8,
            open: input.sentences.indices.map { !closed.contains($0) })
    }

    @Test("A sentence that moves something is let through among others that do not")
    func glanced() throws {
        let text = [Self.calm, Self.moving, Self.calm].joined(separator: " ")
        #expect(try worthy(text, bar: 0.3) == [false, true, false])
        #expect(try worthy(text, bar: 0) == [true, true, true])
    }

    @Test("What is not open stays shut")
    func closed() throws {
        let text = [Self.calm, Self.moving].joined(separator: " ")
        #expect(try worthy(text, bar: 0, closed: [1]) == [true, false])
    }

    @Test("Where the rules propose a route, the words need not look like one")
    func proposed() throws {
        let text = [Self.calm, Self.moving].joined(separator: " ")
        #expect(try worthy(text, bar: 0.3, proposing: 0) == [true, true])
    }

    @Test("A sentence longer than a window is let through by any part of it")
    func long() throws {
        let idle = String(repeating: "the benches, the lamps and the trees, ", count: 60)
        let moving = Self.moving.dropLast(1)
        #expect(try worthy("Of \(idle) we say that \(moving).", bar: 0.3) == [true])
    }

    @Test("Text that is no prose states nothing, and is looked at without harm")
    func odd() throws {
        for text in ["", " ", "\u{301}\u{301}", "🚢🚢🚢", "...", "\u{0}", ")) 12 ((", "1 2 3 4 5 6 7"]
        {
            #expect(try worthy(text, bar: 0.3).allSatisfy { !$0 }, "\(text)")
        }
    }

    @Test("A sentence in another script that moves something is let through")
    func otherScript() throws {
        #expect(try worthy("[敖德萨~port]的一艘油轮把原油运往[的里雅斯特~port]。", bar: 0.3) == [true])
    }
}
