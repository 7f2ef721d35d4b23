import Foundation
import Language
import Testing

@Suite struct WordPiecesTests {
    private static let encoder = LanguageFiles.golden.appending(path: "encoder.bin")

    private func pieces() throws -> WordPieces {
        try TextEncoder(contentsOf: Self.encoder).wordPieces
    }

    /// Numbers and places of `pieces.txt`, line by line, as the `tokenizers` library gives them.
    @Test func tenLanguagesAreCutAsByTheOriginal() throws {
        let pieces = try pieces()
        let lines = try LanguageFiles.goldenLines("pieces.txt")
        let expected = try LanguageFiles.goldenLines("pieces.tsv")
        #expect(lines.count == expected.count)
        for (line, row) in zip(lines, expected) {
            let cells = row.split(separator: "\t").dropFirst().map { $0.split(separator: " ") }
            let found = pieces.pieces(of: Array(line.utf8))
            #expect(found.map { "\($0.id)" } == cells.map { String($0[0]) }, "\(line)")
            // The ranges of combined characters are wider than the original's, which end too early.
            guard !line.contains("two marks"), !line.contains("e + combining") else { continue }
            let ranges = found.map { "\($0.utf8Range.lowerBound) \($0.utf8Range.upperBound)" }
            #expect(ranges == cells.map { $0.dropFirst().joined(separator: " ") }, "\(line)")
        }
    }

    @Test func rangesCoverWordsWithoutSpaces() throws {
        let text = Array("  Odesa e\u{301}quipage \u{BD}".utf8)
        let words = try pieces().pieces(of: text).map {
            String(decoding: text[$0.utf8Range], as: UTF8.self)
        }
        #expect(words.joined() == "Odesae\u{301}quipage\u{BD}")
    }

    @Test func nothingHasNoPieces() throws {
        #expect(try pieces().pieces(of: []).isEmpty)
        #expect(try pieces().pieces(of: [1, 2]).isEmpty)
    }

    @Test func malformedTextIsUnknown() throws {
        let pieces = try pieces()
        let found = pieces.pieces(of: [0x61, 0xFF, 0xC3, 0x20, 0xE2, 0x82, 0xCC])
        #expect(found.map(\.id).contains(pieces.unknown))
        #expect(found.allSatisfy { 0...7 ~= $0.utf8Range.upperBound })
    }

    @Test func aWordOfAMegabyteIsCutInLinearTime() throws {
        let text = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        let found = try pieces().pieces(of: text)
        #expect(found.last?.utf8Range.upperBound == text.count)
        var position = 0
        for piece in found {
            #expect(piece.utf8Range.lowerBound == position)
            position = piece.utf8Range.upperBound
        }
        let marks = Array(String(repeating: "\u{301}", count: 1 << 19).utf8)
        #expect(try pieces().pieces(of: marks).last?.utf8Range.upperBound == marks.count)
    }
}
