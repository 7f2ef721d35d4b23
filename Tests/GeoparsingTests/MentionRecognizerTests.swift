import Geoparsing
import Testing

/// Every text of `Cases` gives the mentions that its lines expect.
@Suite("Toponyms in texts")
struct MentionRecognizerTests {
    @Test("case", arguments: try MentionCase.all())
    func mentions(_ example: MentionCase) throws {
        let mentions = try Recognition.shared().mentions(in: example.text)
        let found = mentions.map { "\($0.text) [\($0.use.rawValue) \($0.kind.rawValue)]" }
        #expect(!example.wanted.isEmpty || !example.absent.isEmpty, "no expectation")
        for wanted in example.wanted {
            let fits = mentions.contains {
                $0.text == wanted.name && (wanted.use ?? $0.use.rawValue) == $0.use.rawValue
                    && (wanted.kind ?? $0.kind.rawValue) == $0.kind.rawValue
            }
            #expect(fits, "\(wanted) among \(found)")
        }
        for name in example.absent {
            let isThere = mentions.contains { $0.use.isPlaced && $0.text.contains(name) }
            #expect(!isThere, "\(name) among \(found)")
        }
    }
    @Test("a task that is cancelled looks for no more")
    func cancelled() async throws {
        let recognition = try Recognition.shared()
        let text = "The ferry left Aktau for Baku."
        #expect(recognition.mentions(in: text).count == 2)
        let mentions = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return recognition.mentions(in: text)
        }.value
        #expect(mentions.isEmpty)
    }
}
