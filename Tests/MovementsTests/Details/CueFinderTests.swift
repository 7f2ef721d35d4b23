import Testing

@testable import Movements

@Suite("Words by which a text plans, alleges or denies")
struct CueFinderTests {
    @Test(
        "The cue nearest to the word of movement, rather before it than behind",
        arguments: [
            ("The missiles were allegedly shipped to [Tartus].", "shipped", "alleged", "allegedly"),
            ("[Poland] will send jets to [Slovakia].", "send", "planned", "will"),
            ("[Serbia] denied exporting mortars to [Armenia].", "exporting", "negated", "denied"),
            ("Officials believe that rifles went to [Mali].", "went", "alleged", "believe"),
            ("No oil was delivered to [Cuba].", "delivered", "negated", "No"),
            ("[Poland] will talk and then will send jets to [Kosice].", "send", "planned", "will"),
        ])
    func cues(text: String, word: String, status: String, expected: String) throws {
        #expect(try cue(text, word, status) == expected)
    }

    @Test("Where no word says so there is no cue")
    func none() throws {
        #expect(try cue("Oil was sent to [Cuba].", "sent", "planned") == nil)
        #expect(try cue("[Poland] will send jets to [Kosice].", "send", "negated") == nil)
    }

    @Test("Of two cues the one before the word, not the nearer behind it")
    func side() throws {
        let reader = try Reader.shared()
        let example = try MovementCase(
            marked: "[Norway] will by all means sell boats that it may also lease to [Latvia].")
        let view = try reader.view(example)
        let sell = try #require(view.lowers.firstIndex(of: "sell"))
        let range = try #require(
            CueFinder(lexicon: reader.extractor.lexicon).cue(for: .planned, near: sell, in: view))
        #expect(range == view.words[1].utf8Range)
    }

    private func cue(_ marked: String, _ word: String, _ status: String) throws -> String? {
        let reader = try Reader.shared()
        let example = try MovementCase(marked: Substring(marked))
        let view = try reader.view(example)
        let range = CueFinder(lexicon: reader.extractor.lexicon).cue(
            for: try #require(Movement.Status(rawValue: status)),
            near: try #require(view.lowers.firstIndex(of: word)), in: view)
        return range.map { String(decoding: Array(example.text.utf8)[$0], as: UTF8.self) }
    }
}
