import Documents
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("Windows of a text")
struct WindowCutterTests {
    /// The pieces of the model.
    private static let wordPieces = Result {
        try TextEncoder(contentsOf: Reader.modelFile).wordPieces
    }

    let wordPieces: WordPieces

    init() throws { wordPieces = try Self.wordPieces.get() }

    /// Sentences with their places marked, and the windows of those that are wanted.
    private struct Scene {
        var utf8: [UInt8] = []
        var input: ReaderInput
        var wanted: [Bool]
    }

    private func scene(_ sentences: [String], wanted: Set<Int>? = nil) throws -> Scene {
        let example = try MovementCase(marked: Substring(sentences.joined(separator: " ")))
        let empty = Analysis(utf8: [], tokens: [], sentences: [])
        var input = ReaderInput(empty, mentions: example.mentions)
        var start = 0
        for sentence in sentences {
            let length = try MovementCase(marked: Substring(sentence)).text.utf8.count
            input.sentences.append(start..<(start + length))
            start += length + 1
        }
        return Scene(
            utf8: Array(example.text.utf8), input: input,
            wanted: sentences.indices.map { wanted?.contains($0) ?? true })
    }

    private func windows(_ scene: Scene) -> [ReadingWindow] {
        let windows = WindowCutter(input: scene.input, wordPieces: wordPieces)
            .windows(of: scene.utf8, wanted: scene.wanted)
        for window in windows {
            // A window is as the encoder takes it: two marks around at most 254 pieces.
            #expect(window.ids.count <= WindowCutter.longest + 2)
            #expect(window.ids.first == wordPieces.start && window.ids.last == wordPieces.end)
            #expect(window.kinds.count == window.ids.count)
            #expect(window.utf8Ranges.count == window.ids.count)
        }
        return windows
    }

    private func names(_ row: ReadingWindow.Row, _ scene: Scene) -> [String] {
        row.candidates.map { candidate in
            let mention = scene.input.nodes[candidate.node].mentions[0]
            return String(decoding: scene.utf8[scene.input.mentions[mention]], as: UTF8.self)
        }
    }

    private func pieces(_ text: String) -> Int { wordPieces.pieces(of: Array(text.utf8)).count }

    /// A sentence of about so many pieces that begins with a place.
    private func sentence(_ place: String, pieces count: Int) -> String {
        var text = "[\(place)] was calm"
        while pieces(text) < count - 2 { text += " today" }
        return text + "."
    }

    @Test("Each sentence wanted is read once, in order, however many windows it takes")
    func nothingDropped() throws {
        let scene = try scene(
            (0..<60).map {
                "Ship \($0) went from [Odesa~port] to [Varna~port] with grain on board."
            })
        let windows = windows(scene)
        #expect(windows.count > 3)
        #expect(windows.flatMap(\.rows).map(\.utf8Range) == scene.input.sentences)
        for row in windows.flatMap(\.rows) { #expect(names(row, scene) == ["Odesa", "Varna"]) }
    }

    @Test("A sentence that no window holds is cut, and each part keeps the places in it")
    func longSentence() throws {
        let ports = (0..<120).map { "[Porto\($0)~port]" }
        let scene = try scene([
            "Calm.", "The ship called at " + ports.joined(separator: ", then at ") + ".",
            "It rained.",
        ])
        let windows = windows(scene)
        let rows = windows.flatMap(\.rows).filter {
            scene.input.sentences[1].overlaps($0.utf8Range)
        }
        #expect(rows.count > 2)
        #expect(rows.first?.utf8Range.lowerBound == scene.input.sentences[1].lowerBound)
        #expect(rows.last?.utf8Range.upperBound == scene.input.sentences[1].upperBound)
        for (one, next) in zip(rows, rows.dropFirst()) {
            #expect(one.utf8Range.upperBound <= next.utf8Range.lowerBound)
            // What lies between two parts is a space at most.
            #expect(next.utf8Range.lowerBound - one.utf8Range.upperBound <= 1)
        }
        let read = Set(windows.flatMap { $0.mentions.map(\.mention) })
        // A name that the cut goes through may be lost, no other.
        #expect(read.count >= ports.count - rows.count)
    }

    @Test("Up to two sentences before are repeated where there is room")
    func context() throws {
        let short = (0..<8).map { sentence("Town\($0)", pieces: 30) }
        let long = sentence("Odesa", pieces: 120)
        let scene = try scene(short + [long])
        let windows = windows(scene)
        #expect(windows.count == 2)
        let row = try #require(windows.last?.rows.first)
        #expect(windows.last?.rows.count == 1)
        #expect(names(row, scene) == ["Town6", "Town7", "Odesa"])
        #expect(row.candidates.map(\.distance) == [2, 1, 0])
    }

    @Test("A window in the middle of a long text keeps room for what was said before")
    func room() throws {
        let scene = try scene((0..<24).map { sentence("Town\($0)", pieces: 30) })
        let windows = windows(scene)
        #expect(windows.flatMap(\.rows).map(\.utf8Range) == scene.input.sentences)
        for window in windows.dropFirst() {
            let row = try #require(window.rows.first)
            // A sentence of thirty pieces fits into forty.
            #expect(row.candidates.count >= 2)
            #expect(row.stretch.count > row.pieces.count)
        }
    }

    @Test("What is not wanted is read as context only, and not at all where it is far from what is")
    func wanted() throws {
        let sentences = (0..<20).map { sentence("Town\($0)", pieces: 12) }
        let scene = try scene(sentences, wanted: [9])
        let windows = windows(scene)
        #expect(windows.count == 1)
        #expect(windows.first?.rows.map(\.utf8Range) == [scene.input.sentences[9]])
        let row = try #require(windows.first?.rows.first)
        #expect(names(row, scene) == ["Town7", "Town8", "Town9"])
        #expect(self.windows(try self.scene(sentences, wanted: [])).isEmpty)
    }

    @Test("Of what is not wanted, only the sentence before and those that name a place are read")
    func withoutPlaces() throws {
        let scene = try scene(
            ["[Odesa] was calm.", "It rained.", "It snowed.", "Grain went to [Varna]."], wanted: [3]
        )
        let window = try #require(windows(scene).first)
        let texts = [0, 1, 2, 3].map { index in
            window.utf8Ranges.contains { $0.overlaps(scene.input.sentences[index]) }
        }
        #expect(texts == [true, false, true, true])
        #expect(names(window.rows[0], scene) == ["Odesa", "Varna"])
    }

    @Test("Of more than twenty-four places the sentence's own stay, and the nearest before it")
    func manyPlaces() throws {
        let before = (0..<36).map { "[Ayr\($0)]" }.joined(separator: " ")
        let scene = try scene([before + ".", "Then from [Odesa] to [Varna] and [Ayr0]."])
        let windows = windows(scene)
        #expect(windows.count == 1)
        let row = try #require(windows.last?.rows.last)
        let names = names(row, scene)
        #expect(names.count == WindowCutter.mostCandidates)
        #expect(Set(["Odesa", "Varna", "Ayr0", "Ayr35", "Ayr15"]).isSubset(of: names))
        #expect(!names.contains("Ayr1"))
        let starts = row.candidates.map { windows[0].mentions[$0.mentions[0]].pieces.lowerBound }
        #expect(starts == starts.sorted())
    }

    @Test(
        "A place named often stands by its first four mentions in the sentence, else by its last before"
    )
    func mentionsOfPlace() throws {
        let scene = try scene([
            "In [Odesa] and [Odesa] it rained.",
            "[Odesa] [Odesa] [Odesa] [Odesa] [Odesa] [Odesa] sent grain.", "It went to [Varna].",
        ])
        let rows = windows(scene).flatMap(\.rows)
        #expect(rows[1].candidates.map(\.mentions) == [[2, 3, 4, 5]])
        #expect(rows[2].candidates.map(\.mentions) == [[7], [8]])
    }

    @Test(
        "A sentence before any place is named has none to choose among, but may name one that is no mention"
    )
    func noPlaces() throws {
        let scene = try scene(["It rained.", "[Odesa] was calm.", "It rained again."])
        let rows = windows(scene).flatMap(\.rows)
        #expect(rows.map(\.utf8Range) == scene.input.sentences)
        #expect(rows.map(\.candidates.count) == [0, 1, 1])
    }

    @Test("Pieces of a mention have its kind, others none")
    func kinds() throws {
        let scene = try scene(["Grain for [Odesa~port] and [Kenya~country] came."])
        let window = try #require(windows(scene).first)
        for (piece, range) in window.utf8Ranges.enumerated() where !range.isEmpty {
            let mention = scene.input.mentions.firstIndex { $0.overlaps(range) }
            let kind = mention.map { UInt8(scene.input.kinds[$0].rawValue + 1) } ?? 0
            #expect(window.kinds[piece] == kind)
        }
        #expect(Set(window.kinds) == [0, 1, 4])
    }

    @Test("The rules speak of a pair here louder than elsewhere, and only of places in sight")
    func rules() throws {
        var scene = try scene(["[Odesa] sends grain.", "To [Varna] it goes.", "From [Izmir] too."])
        let starts = scene.input.sentences.map(\.lowerBound)
        scene.input.proposals = [
            .init(origin: 0, destination: 1, sentence: starts[0]),
            .init(origin: 0, destination: 1, sentence: starts[1]),
            .init(origin: nil, destination: 1, sentence: starts[0]),
            .init(origin: 0, destination: 2, sentence: starts[1]),
        ]
        let rows = windows(scene).flatMap(\.rows)
        // Izmir is not yet named in the second sentence; 2 stands for the open end there.
        #expect(
            rows[1].proposals == [
                .init(origin: 0, destination: 1): .here,
                .init(origin: 2, destination: 1): .elsewhere,
            ])
        #expect(rows[2].proposals[.init(origin: 0, destination: 2)] == .elsewhere)
    }

    @Test("No text, no windows")
    func empty() throws {
        #expect(windows(try scene([])).isEmpty)
    }
}
