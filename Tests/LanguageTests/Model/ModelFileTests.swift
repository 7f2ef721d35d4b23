import Foundation
import Language
import Testing

@Suite struct ModelFileTests {
    /// Opens a copy of the English model whose file was tampered with.
    private func open(_ change: (inout Data) -> Void) throws -> LanguageModel {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var model = try Data(contentsOf: LanguageFiles.english.appending(path: "model.bin"))
        change(&model)
        try model.write(to: folder.appending(path: "model.bin"))
        try FileManager.default.copyItem(
            at: LanguageFiles.english.appending(path: "tokenizer.tsv"),
            to: folder.appending(path: "tokenizer.tsv"))
        return try LanguageModel(contentsOf: folder)
    }

    private func message(_ change: (inout Data) -> Void) -> String? {
        #expect(throws: LanguageError.self) { try open(change) }?.description
    }

    @Test func anUntouchedCopyOpens() throws {
        #expect(try open { _ in }.about["language"] == "en")
    }

    @Test func damageIsNoticed() {
        let damaged = "model.bin is not a usable language model: "
        #expect(message { $0[5_000_000] ^= 1 } == damaged + "damaged: the checksum is wrong")
        #expect(message { $0.removeLast(64) } == damaged + "cut short or overlong")
        #expect(message { $0[0] = 0 } == damaged + "not a model file")
        #expect(message { $0[8] = 9 } == damaged + "layout 9, but this program reads layout 1")
        #expect(message { $0 = Data($0.prefix(10)) } == damaged + "not a model file")
        #expect(message { $0 = Data() } == "cannot read model.bin: empty or not a file")
    }

    @Test func aMissingModelIsNamed() {
        let error = #expect(throws: LanguageError.self) {
            try LanguageModel(contentsOf: URL(fileURLWithPath: "/nowhere"))
        }
        #expect(error?.description == "cannot read tokenizer.tsv: no such file")
    }
}
