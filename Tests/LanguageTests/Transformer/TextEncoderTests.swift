import Foundation
import Testing

@testable import Language

@Suite struct TextEncoderTests {
    private static let file = LanguageFiles.golden.appending(path: "encoder.bin")

    /// A line of `vectors.tsv`: PyTorch's vector of a piece.
    private struct GoldenVector {
        let line: Int
        let values: [Double]
    }

    private func goldenVectors() throws -> [[GoldenVector]] {
        let rows = try LanguageFiles.goldenLines("vectors.tsv").map { row in
            let cells = row.split(separator: "\t")
            return GoldenVector(
                line: try #require(Int(cells[0])),
                values: cells.dropFirst(2).compactMap { Double($0) })
        }
        return Dictionary(grouping: rows, by: \.line).values.sorted { $0[0].line < $1[0].line }
    }

    private func window(_ line: Int, _ encoder: TextEncoder) throws -> [Int32] {
        let text = Array(try LanguageFiles.goldenLines("pieces.txt")[line].utf8)
        let pieces = encoder.wordPieces
        return [pieces.start] + pieces.pieces(of: text).prefix(encoder.longestWindow - 2).map(\.id)
            + [pieces.end]
    }

    private func kinds(_ count: Int, _ encoder: TextEncoder) -> [UInt8] {
        (0..<count).map { UInt8($0 % encoder.kindCount) }
    }

    /// Weights of 7 bits against PyTorch's floats.
    @Test(arguments: InstructionSet.allCases)
    func vectorsAreThoseOfTheOriginal(_ instructions: InstructionSet) throws {
        guard instructions <= .widest else { return }
        let encoder = try TextEncoder(contentsOf: Self.file, instructions: instructions)
        #expect(encoder.instructions == instructions)
        for rows in try goldenVectors() {
            let ids = try window(rows[0].line, encoder)
            #expect(ids.count == rows.count)
            let found = try encoder.vectors(ids: ids, kinds: kinds(ids.count, encoder))
            for (index, row) in rows.enumerated() {
                let own = found[(index * encoder.width)..<((index + 1) * encoder.width)].map(
                    Double.init)
                let product = zip(own, row.values).reduce(0) { $0 + $1.0 * $1.1 }
                let lengths = [own, row.values].map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
                #expect(
                    product / (lengths[0] * lengths[1]) > 0.999, "line \(row.line), piece \(index)")
            }
        }
    }

    /// All sets of instructions add the same whole numbers; only the floats around them may differ.
    @Test func instructionSetsAgree() throws {
        let plain = try TextEncoder(contentsOf: Self.file, instructions: .plain)
        let ids = try window(6, plain)
        let expected = try plain.vectors(ids: ids)
        for instructions in InstructionSet.allCases where instructions <= .widest {
            let found = try TextEncoder(contentsOf: Self.file, instructions: instructions)
                .vectors(ids: ids)
            let distance = zip(expected, found).reduce(0) { max($0, abs($1.0 - $1.1)) }
            #expect(distance < 0.05, "\(instructions)")
        }
    }

    /// What is not chosen is left out of the other layers, and what is chosen comes back to its place.
    @Test func onlyChosenPiecesAreReadOn() throws {
        let encoder = try TextEncoder(contentsOf: Self.file)
        let ids = try window(6, encoder)
        func vectors(depth: Int, choosing chosen: [Int]) throws -> [Float] {
            try encoder.withWorkspace { workspace in
                Array(
                    try encoder.encode(ids: ids, kinds: [], depth: depth, workspace) { _ in chosen }
                )
            }
        }
        func row(_ index: Int, of vectors: [Float]) -> ArraySlice<Float> {
            vectors[(index * encoder.width)..<((index + 1) * encoder.width)]
        }
        let all = try encoder.vectors(ids: ids)
        #expect(try vectors(depth: 1, choosing: Array(ids.indices)) == all)
        let some = [0, 3, 4, ids.count - 1]
        let moved = try vectors(depth: encoder.layerCount, choosing: some)
        for index in some { #expect(row(index, of: moved) == row(index, of: all)) }
        let partly = try vectors(depth: 1, choosing: some)
        for index in some { #expect(row(index, of: partly) != row(index, of: all)) }
        for index in ids.indices where !some.contains(index) {
            #expect(row(index, of: partly).allSatisfy { $0 == 0 })
        }
        #expect(try vectors(depth: 1, choosing: []) != all)
    }

    @Test func aWindowDoesNotDependOnWhatWasReadBefore() throws {
        let encoder = try TextEncoder(contentsOf: Self.file)
        let short = try window(31, encoder)
        let before = try encoder.vectors(ids: short)
        _ = try encoder.vectors(ids: window(14, encoder))
        #expect(try encoder.vectors(ids: short) == before)
        #expect(
            try encoder.vectors(ids: short, kinds: Array(repeating: 0, count: short.count))
                == before)
    }

    @Test func theLongestWindowIsRead() throws {
        let encoder = try TextEncoder(contentsOf: Self.file)
        let ids = [Int32](repeating: 5, count: encoder.longestWindow)
        #expect(try encoder.vectors(ids: ids).allSatisfy(\.isFinite))
    }

    @Test func wrongWindowsAreRefused() throws {
        let encoder = try TextEncoder(contentsOf: Self.file)
        func message(_ ids: [Int32], _ kinds: [UInt8] = []) -> String? {
            #expect(throws: LanguageError.self) { try encoder.vectors(ids: ids, kinds: kinds) }?
                .description
        }
        let refused = "cannot encode a window: "
        #expect(message([]) == refused + "0 pieces, not 1 to 66")
        #expect(message(Array(repeating: 0, count: 67)) == refused + "67 pieces, not 1 to 66")
        #expect(message([0, 5, 2], [0]) == refused + "1 kinds for 3 pieces")
        #expect(message([-1]) == refused + "a piece that does not exist")
        #expect(message([1 << 30]) == refused + "a piece that does not exist")
        #expect(message([0], [5]) == refused + "a kind of mention that does not exist")
    }

    @Test func aFileOfAnotherKindIsRefused() throws {
        let error = #expect(throws: LanguageError.self) {
            try TextEncoder(contentsOf: LanguageFiles.english.appending(path: "model.bin"))
        }
        #expect(
            error?.description == "model.bin is not a usable language model: no section enc.shape")
    }

    @Test func theFileSaysWhatItIs() throws {
        let encoder = try TextEncoder(contentsOf: Self.file)
        #expect(encoder.about["encoder.licence"] == "MIT")
        #expect(encoder.licence.hasPrefix("MIT License"))
        #expect(throws: LanguageError.self) { try encoder.floats("head.none") }
        #expect(try encoder.floats("enc.norm.gain", count: 64).count == 64)
    }
}
