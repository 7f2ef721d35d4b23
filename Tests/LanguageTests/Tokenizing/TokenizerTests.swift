import Foundation
import Language
import Testing

@Suite struct TokenizerTests {
    /// Texts with their tokens, parted by "·"; the expectations are spaCy's.
    static let cases = [
        "Iran·has·n't·sent·drones·.",
        "The·U.S.·force·left·at·10·a.m.·,·officials·said·.",
        "10·km·from·Bandar·-·e·-·Abbas·(·Iran·)",
        "US$·5·million·,·$·3.14·and·€·7",
        "see·www.example.com/a?b=c·or·write·to·desk@example.org·.",
        "“·Why·?·”·he·asked·…",
        "It·'s·done·:)",
        "either·/·or·in·the·1990s",
        "Москва·,·北京·и·السلام·😀",
    ]

    @Test(arguments: cases)
    func tokensAreThoseOfSpaCy(marked: String) throws {
        let expected = marked.split(separator: "·").map(String.init)
        // The text is put together with spaces; where spaCy cuts inside a word there are none.
        let tokenizer = try LanguageFiles.tokenizer()
        let text = Self.joined(expected)
        let utf8 = Array(text.utf8)
        let found = tokenizer.tokens(in: utf8).map {
            String(decoding: utf8[$0.utf8Range], as: UTF8.self)
        }
        #expect(found == expected)
    }

    /// Puts tokens together again as one writes them.
    static func joined(_ tokens: [String]) -> String {
        let noSpaceBefore: Set = [",", ".", "?", ":", ")", "”", "…", "n't", "'s", "-", "km"]
        let noSpaceAfter: Set = ["(", "“", "-", "US$", "$", "€"]
        var text = ""
        for (index, token) in tokens.enumerated() {
            let isTight =
                index == 0 || noSpaceBefore.contains(token)
                || noSpaceAfter.contains(tokens[index - 1])
            text += (isTight ? "" : " ") + token
        }
        return text
    }

    @Test func whiteSpaceOtherThanOneSpaceMakesTokens() throws {
        let utf8 = Array(" a  b\n\nc\u{A0}d ".utf8)
        let tokens = try LanguageFiles.tokenizer().tokens(in: utf8)
        #expect(
            tokens.map { String(decoding: utf8[$0.utf8Range], as: UTF8.self) } == [
                " ", "a", " ", "b", "\n\n", "c", "\u{A0}", "d",
            ])
        #expect(tokens.map(\.isSpace) == [true, false, true, false, true, false, true, false])
        #expect(
            tokens.map(\.isFollowedBySpace) == [
                false, true, false, false, false, false, false, true,
            ])
    }

    @Test(arguments: ["12", "1,000", "3.5", "3/4", "-7", "seven", "Third", "21st", "million"])
    func numbersLookLikeNumbers(text: String) throws {
        #expect(
            try LanguageFiles.tokenizer().tokens(in: Array(text.utf8)).last?.isLikeNumber == true)
    }

    @Test(arguments: ["ship", "B2", "1st2", "/", "th"])
    func wordsDoNotLookLikeNumbers(text: String) throws {
        #expect(
            try LanguageFiles.tokenizer().tokens(in: Array(text.utf8)).contains(
                where: \.isLikeNumber) == false)
    }

    @Test func tokensTellTheirShape() throws {
        let tokens = try LanguageFiles.tokenizer().tokens(
            in: Array("Port KPS port 77 , http://a.org/x".utf8))
        #expect(tokens.map(\.isCapitalised) == [true, true, false, false, false, false])
        #expect(tokens.map(\.isUppercase) == [false, true, false, false, false, false])
        #expect(tokens.map(\.isDigits) == [false, false, false, true, false, false])
        #expect(tokens.map(\.isPunctuation) == [false, false, false, false, true, false])
        #expect(tokens.last?.shape.contains(.address) == true)
    }

    /// Tokens cover the text in order but for single spaces, whatever the bytes.
    @Test(arguments: [
        [], [0x20], [0xFF, 0xFE, 0x41], [0xE2, 0x80], [0x41, 0xED, 0xA0, 0x80, 0x42],
        [0x00, 0x01, 0x20, 0x7F],
        Array(repeating: UInt8(ascii: "("), count: 20_000),
        Array(repeating: UInt8(ascii: "."), count: 20_000),
        Array(repeating: UInt8(ascii: "a"), count: 50_000),
        Array(String(repeating: "a.", count: 20_000).utf8),
        Array(String(repeating: "'", count: 20_000).utf8),
        Array(String(repeating: "1-", count: 20_000).utf8),
    ])
    func anyBytesAreCovered(utf8: [UInt8]) throws {
        var position = 0
        for token in try LanguageFiles.tokenizer().tokens(in: utf8) {
            #expect(token.utf8Range.lowerBound == position)
            #expect(!token.utf8Range.isEmpty)
            position = token.utf8Range.upperBound + (token.isFollowedBySpace ? 1 : 0)
        }
        #expect(position == utf8.count)
    }

    @Test func badRulesNameTheirLine() throws {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "rules-\(UUID().uuidString).tsv")
        try "kind\tvalue\tpieces\tnorms\nsuffix\t(?<=[a-z]\n".write(
            to: url, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: url) }
        let error = #expect(throws: LanguageError.self) { try Tokenizer(rules: url) }
        #expect(error?.description.contains("line 2, column value: an unclosed (") == true)
    }
}
