import Foundation
import Testing

/// The tables that the gazetteer is made of, as texts.
@Suite("The texts of the gazetteer's tables")
struct TableTextTests {
    static let tables: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Data/Gazetteer")
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "tsv" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }()

    /// Where a text was decoded wrongly on its way here: bytes that are no UTF-8, a replacement or control character,
    /// a question mark inside a word, or a letter of UTF-8 read as two of Latin-1 ("Ã©" for "é").
    private static func firstBroken(_ text: Data) -> Int? {
        guard String(data: text, encoding: .utf8) != nil else { return 0 }
        let twice: Set<UInt8> = [0x82, 0x83, 0x90, 0x91, 0x98, 0x99]
        return text.withUnsafeBytes { bytes in
            for index in bytes.indices.dropFirst(3) {
                let byte = bytes[index]
                if byte >= 0x20, byte < 0x7F, bytes[index - 1] != 0x3F { continue }
                let before = (bytes[index - 3], bytes[index - 2], bytes[index - 1])
                let isControl = byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F
                let isOldControl = before.2 == 0xC2 && byte < 0xA0 && byte >= 0x80
                let isReplacement = before.1 == 0xEF && before.2 == 0xBF && byte == 0xBD
                let isTwice = before.0 == 0xC3 && twice.contains(before.1) && before.2 == 0xC2
                if isControl || isOldControl || isReplacement || isTwice
                    || (before.2 == 0x3F && isLetter(byte) && isLetter(before.1))
                {
                    return index
                }
            }
            return nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }

    @Test("no text was decoded wrongly", arguments: tables)
    func encoding(table: URL) throws {
        let broken = Self.firstBroken(try Data(contentsOf: table))
        #expect(broken == nil, "\(table.lastPathComponent), at byte \(broken ?? 0)")
    }

    @Test(
        "wrongly decoded texts are seen",
        arguments: [
            Data("L\u{C3}\u{A9}man".utf8), Data("Lac L?man".utf8), Data("K\u{FFFD}l".utf8),
            Data("Gradi\u{8A}ka".utf8), Data([0x4C, 0xE9, 0x6D]),
        ])
    func seen(text: Data) {
        #expect(Self.firstBroken(text) != nil)
        #expect(Self.firstBroken(Data("Lac Léman, Где? Àb Ñu".utf8)) == nil)
    }

    @Test("the tables are there")
    func complete() {
        #expect(Self.tables.count >= 15)
    }
}
