import Foundation
import Testing

@testable import Documents

@Suite struct BoundedMarksTests {
    @Test(arguments: ["e\u{301}\u{323}", "ب\u{64E}\u{651}", "か\u{3099}\u{309A}\u{302A}"])
    func noLetterHasMoreMarksThanAWritingHas(letter: String) {
        let base = letter.unicodeScalars.prefix(1), marks = letter.unicodeScalars.dropFirst()
        let many = String(base) + String(repeating: String(marks), count: 20_000)
        let text = "Odesa \(many) Baku"
        let document = Document(text: text)
        let kept = document.text.unicodeScalars.filter {
            $0.properties.canonicalCombiningClass != .notReordered
        }
        #expect(kept.count == 30)
        #expect(document.text.unicodeScalars.count == text.unicodeScalars.count)
        #expect(document.text.hasSuffix(" Baku"))
    }

    @Test func aBlockOfAFileIsBoundedToo() throws {
        let marks = String(repeating: "\u{301}\u{323}", count: 1000)
        let page = "<p>The ship left Baku for Aktau with grain on Monday, e\(marks) it said.</p>"
        let document = try Document(page: page)
        #expect(document.text.contains("\u{FFFD}"))
    }

    @Test(arguments: [
        "S\u{327}anl\u{131}urfa", String(repeating: "\u{939}\u{93F}\u{928}\u{94D}", count: 100),
        String(repeating: "שָׁלוֹם", count: 100), String(repeating: "货物", count: 100),
        String(repeating: "e\u{301}\u{323}", count: 100),
        "e" + String(repeating: "\u{301}\u{323}", count: 15),
    ])
    func whatAWritingHasIsUnchanged(text: String) {
        #expect(Array(Document(text: text).text.unicodeScalars) == Array(text.unicodeScalars))
    }
}
