import Foundation
import Language
import Testing

/// Texts that nobody writes but somebody sends.
@Suite struct HostileTextTests {
    /// What must hold of any analysis.
    private func check(_ analysis: Analysis) {
        let count = analysis.tokens.count
        var position = 0
        for token in analysis.tokens {
            #expect(token.utf8Range.lowerBound >= position)
            position = token.utf8Range.upperBound
        }
        #expect(position <= analysis.utf8.count)
        var next = 0
        for sentence in analysis.sentences {
            #expect(sentence.tokens.lowerBound == next)
            #expect(!sentence.tokens.isEmpty)
            next = sentence.tokens.upperBound
            #expect(
                sentence.tokens.allSatisfy { sentence.tokens.contains(analysis.head(of: $0) ?? -1) }
            )
        }
        #expect(next == count)
        #expect(
            analysis.entities.allSatisfy { $0.tokens.upperBound <= count && !$0.tokens.isEmpty })
    }

    @Test(arguments: [
        "", " ", "\n", "\u{0}", "\u{0}\u{1}\u{2}\u{7F}\u{1B}[31m", "\u{FFFD}", "\u{FEFF}Iran",
        "👩‍👩‍👧‍👦 🇺🇦 👍🏽",
        "السفينة غادرت الميناء. האונייה יצאה.", "\u{202E}drones\u{202C} sent",
        "IRAN SENT DRONES TO RUSSIA VIA THE CASPIAN SEA",
        "iran sent drones to russia via the caspian sea", "))))((((", "......",
        "a\u{301}\u{301}\u{301}\u{301}", "''''''''",
        "http://" + String(repeating: "a.", count: 3000) + "com",
    ])
    func oddTextsAreAnalysed(text: String) throws {
        check(try LanguageFiles.model().analyse(text))
    }

    @Test func brokenUTF8IsAnalysed() throws {
        let bytes: [UInt8] =
            Array("Iran ".utf8) + [0xFF, 0xC3, 0x20, 0xED, 0xA0, 0x80, 0x41, 0xF0, 0x9F]
            + Array(" sent.".utf8)
        check(try LanguageFiles.model().analyse(utf8: bytes))
    }

    /// A sentence longer than a piece is cut; one that is not is the same in a long text as alone.
    @Test func longTextsAreAnalysedInPieces() throws {
        let model = try LanguageFiles.model()
        let sentence = "The ship left Odesa on Friday. "
        let analysis = model.analyse(String(repeating: sentence, count: 2500))
        #expect(analysis.tokens.count == 17_500)
        check(analysis)
        #expect(analysis.sentences.count { $0.tokens.count == 7 } >= 2490)
        let heads = (0..<7).map { analysis.head(of: 8750 + $0).map { $0 - 8750 } }
        #expect(heads == (0..<7).map { model.analyse(sentence).head(of: $0) })
    }

    @Test func aLongTextWithoutAFullStopIsCut() throws {
        let words = ["the", "ship", "and", "crew", "went", "to", "sea", "with", "grain"]
        let text = (0..<20_000).map { words[$0 * 7 % words.count] }.joined(separator: " ")
        let analysis = try LanguageFiles.model().analyse(text)
        check(analysis)
        #expect(analysis.sentences.allSatisfy { $0.tokens.count <= LanguageModel.longestPiece })
    }

    @Test func oneEndlessWordIsOneToken() throws {
        let analysis = try LanguageFiles.model().analyse(String(repeating: "x", count: 1_000_000))
        #expect(analysis.tokens.count == 1)
        check(analysis)
    }

    /// Texts put together at random, from seeds that are part of the test.
    @Test(arguments: 0..<40)
    func randomTextsAreAnalysed(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let pieces = [
            "Iran", "sent", "drones", " ", " ", " ", "\n", "\n\n", "\t", ".", ",", "(", ")", "\"",
            "'s", "n't", "U.S.", ":)",
            "10km", "$5", "…", "—", "é", "中", "ש", "😀", "\u{200D}", "\u{0}", "www.a.com", "a@b.c",
            "...", "'", "-", "/", "\u{A0}",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...300, using: &generator) {
            if Int.random(in: 0..<12, using: &generator) == 0 {
                bytes.append(UInt8.random(in: .min ... .max, using: &generator))
            } else {
                bytes += Array((pieces.randomElement(using: &generator) ?? " ").utf8)
            }
        }
        let model = try LanguageFiles.model()
        check(model.analyse(utf8: bytes))
        let segmented = Analysis(
            segmenting: bytes, tokenizer: model.tokenizer, splitter: try LanguageFiles.splitter())
        check(try model.parsing(sentences: segmented.sentences.indices, of: segmented))
    }
}

/// Steele, Lea and Flood's SplitMix64, for tests that are the same every time.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
