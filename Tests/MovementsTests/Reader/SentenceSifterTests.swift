import Documents
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("Which sentences are read to the end")
struct SentenceSifterTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// The pieces that are read for some sentences of a window.
    private func pieces(for rows: [Int], of window: ReadingWindow) throws -> [Int] {
        let encoder = try TextEncoder(contentsOf: Reader.modelFile)
        return SentenceSifter(
            heads: try ReaderHeads(encoder), bar: 0.5, instructions: encoder.instructions
        ).pieces(of: window, for: rows)
    }

    /// A window of five sentences of four pieces; the first and the fourth begin with a place.
    private let window = ReadingWindow(
        ids: Array(repeating: 5, count: 22), kinds: Array(repeating: 0, count: 22),
        utf8Ranges: (0..<22).map { ($0 * 3)..<($0 * 3 + 2) },
        mentions: [1, 13].enumerated().map { index, piece in
            ReadingWindow.PlaceMention(
                pieces: piece..<(piece + 1), node: index, mention: index,
                utf8Range: (piece * 3)..<(piece * 3 + 2))
        },
        rows: (0..<5).map { index in
            ReadingWindow.Row(
                pieces: (1 + 4 * index)..<(5 + 4 * index),
                stretch: max(1, 4 * index - 3)..<(5 + 4 * index),
                utf8Range: (3 + 12 * index)..<(15 + 12 * index), candidates: [], proposals: [:])
        })

    @Test("A sentence brings the one before it, the mentions and the marks; no sentence, nothing")
    func pieces() throws {
        #expect(try pieces(for: [], of: window) == [])
        #expect(try pieces(for: [2], of: window) == [0, 1] + Array(5...13) + [21])
        #expect(try pieces(for: [0], of: window) == [0, 1, 2, 3, 4, 13, 21])
        #expect(try pieces(for: [0, 1, 2, 3, 4], of: window) == Array(0..<22))
    }

    @Test("A route is found among sentences that move nothing, and those are passed over")
    func sifted() throws {
        let calm =
            "The council of [Ghent~city] met on Monday and talked about the colour of benches."
        let moving = "A tanker with crude oil sailed from [Odesa~port] to [Trieste~port] on Friday."
        let example = try MovementCase(
            marked: Substring([calm, calm, moving, calm, calm].joined(separator: " ")))
        let document = Document(text: example.text)
        let analysis = reader.model.analyse(document.text, entities: false)
        let stated = reader.extractor.extract(
            from: document, analysis, mentions: example.mentions)
        #expect(
            stated.movements.map { $0.cells(stated.mentions, document)[0] }
                == ["Odesa -> [] -> Trieste"])
        let input = ReaderInput(analysis, mentions: example.mentions)
        let encoder = try TextEncoder(contentsOf: Reader.modelFile)
        let heads = try ReaderHeads(encoder)
        let sifter = SentenceSifter(heads: heads, bar: 0.5, instructions: encoder.instructions)
        let windows = WindowCutter(input: input, wordPieces: encoder.wordPieces)
            .windows(of: analysis.utf8, wanted: [true, true, true, true, true])
        let window = try #require(windows.first)
        var worthy: [Int] = []
        _ = try encoder.withWorkspace { workspace in
            try encoder.encode(
                ids: window.ids, kinds: window.kinds, depth: heads.depth, workspace
            ) { hidden in
                worthy = sifter.worthy(of: window, hidden)
                return []
            }
        }
        #expect(worthy == [2])
    }
}
