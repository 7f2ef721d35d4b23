import Geoparsing
import Testing

/// Whatever the text, each mention is a piece of it: exact, in order, without overlaps.
@Suite("Spans of mentions")
struct MentionSpanTests {
    @Test("exact, sorted and apart in random Unicode", arguments: 0..<150)
    func randomText(seed: Int) throws {
        try check(RandomText.text(seed: UInt64(seed)))
    }

    @Test(
        "exact, sorted and apart in hostile texts",
        arguments: [
            "", " ", "\n\n", "\u{FEFF}Paris", "Paris\u{0}Berlin", "in Pa\u{0301}ris, Texas",
            "Tbilisi\u{2019}s port\u{200B} of Poti \u{2014}Georgia\u{2014}\r\nBatumi",
            "From \u{1F1EC}\u{1F1EA}Georgia to \u{1F6A2}Odesa\u{1F6A2}", "((((Paris))))",
            "Paris,,,,Texas",
            String(repeating: "Paris ", count: 3_000), String(repeating: "Paris", count: 3_000),
        ])
    func hostileText(_ text: String) throws {
        try check(text)
    }

    @Test("places stay whole among combining marks and emoji")
    func placesAmongEmoji() throws {
        let text = "\u{1F6A2} The tanker left Novorossiysk for S\u{E3}o Paulo \u{1F30A}."
        let names = try Recognition.shared().mentions(in: text).map(\.text)
        #expect(names == ["Novorossiysk", "S\u{E3}o Paulo"])
    }

    private func check(_ text: String) throws {
        let utf8 = Array(text.utf8)
        var end = 0
        for mention in try Recognition.shared().mentions(in: text) {
            let range = mention.utf8Range
            #expect(!range.isEmpty)
            #expect(range.lowerBound >= end, "\(mention.text) overlaps or is out of order")
            try #require(range.upperBound <= utf8.count)
            #expect(Array(utf8[range]) == Array(mention.text.utf8), "\(mention.text) at \(range)")
            #expect((0...1).contains(mention.recognitionConfidence))
            end = range.upperBound
        }
    }
}
