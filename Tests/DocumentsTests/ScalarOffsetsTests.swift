import Testing

@testable import Documents

@Suite struct ScalarOffsetsTests {
    @Test func countsCodePointsAsTheStandardLibraryDoes() {
        var generator = SplitMix(state: 20_230_609)
        for round in 0..<200 {
            let text = Self.randomText(scalars: round * 3 % 257, using: &generator)
            let table = ScalarOffsets(text)
            #expect(table.utf8Count == text.utf8.count)
            #expect(table.scalarCount == text.unicodeScalars.count)
            var utf8 = 0
            for (scalar, value) in text.unicodeScalars.enumerated() {
                #expect(table.scalarOffset(ofUTF8: utf8) == scalar)
                #expect(table.utf8Offset(ofScalar: scalar) == utf8)
                utf8 += UTF8.width(value)
            }
            #expect(table.scalarOffset(ofUTF8: utf8) == table.scalarCount)
            #expect(table.utf8Offset(ofScalar: table.scalarCount) == utf8)
        }
    }

    @Test func aReturnAndFeedAreTwoCodePoints() {
        let table = ScalarOffsets("Baku\r\nAktau")
        #expect(table.scalarOffset(ofUTF8: 6) == 6)
        #expect(table.scalarCount == 11)
    }

    @Test func aRangeKeepsItsText() {
        let text = "Махачкала — порт"
        let table = ScalarOffsets(text)
        let range = table.scalarRange(ofUTF8: 0..<18)
        #expect(range == 0..<9)
        #expect(table.utf8Range(ofScalars: range) == 0..<18)
    }

    @Test func offsetsOutsideAreTakenForTheEnds() {
        let table = ScalarOffsets("Bari")
        #expect(table.scalarOffset(ofUTF8: -1) == 0)
        #expect(table.scalarOffset(ofUTF8: 99) == 4)
        #expect(table.utf8Offset(ofScalar: 99) == 4)
        #expect(ScalarOffsets("").scalarOffset(ofUTF8: 0) == 0)
    }

    private static func randomText(scalars count: Int, using generator: inout SplitMix) -> String {
        let blocks: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<count {
            let block = blocks.randomElement(using: &generator) ?? 0x20...0x7E
            let value = UInt32.random(in: block, using: &generator)
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }
}

/// Steele, Lea and Flood's SplitMix64: the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
