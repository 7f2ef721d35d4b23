import Foundation
import Testing

@testable import Movements

@Suite("The file of the reader's model")
struct MovementReaderTests {
    /// What is said of a file, which cannot be used.
    private func message(_ url: URL) -> String? {
        #expect(throws: MovementError.self) { _ = try MovementReader(contentsOf: url) }?.description
    }

    /// What is said of a copy of the model whose bytes were tampered with.
    private func message(_ change: (inout Data) -> Void) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "reader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var model = try Data(contentsOf: Reader.modelFile)
        change(&model)
        let copy = folder.appending(path: "model.bin")
        try model.write(to: copy)
        return message(copy)
    }

    private let unusable =
        "cannot read the model of the reader: model.bin is not a usable language model: "

    @Test("A file that is not there is named")
    func missing() {
        #expect(
            message(URL(filePath: "/nowhere/at/all/model.bin"))
                == "cannot read the model of the reader: cannot read model.bin: No such file or directory"
        )
    }

    @Test("A damaged file is told from a file of another kind")
    func damaged() throws {
        #expect(
            try message { $0[20_000_000] ^= 1 } == unusable + "damaged: the checksum is wrong")
        #expect(try message { $0.removeLast(64) } == unusable + "cut short or overlong")
        #expect(try message { $0 = Data("PK".utf8) } == unusable + "not a model file")
        #expect(
            try message { $0 = Data() }
                == "cannot read the model of the reader: cannot read model.bin: empty or not a file"
        )
    }

    @Test("A Git LFS pointer in its place is not taken for it")
    func pointer() throws {
        let text = "version https://git-lfs.github.com/spec/v1\nsize 41362816\n"
        #expect(try message { $0 = Data(text.utf8) } == unusable + "not a model file")
    }

    @Test("The language model is not the reader's; an encoder without heads is not either")
    func otherModels() {
        #expect(
            message(Reader.data.appending(path: "Language/en/model.bin")) == unusable
                + "no section enc.shape")
        let encoder = Reader.data.appending(path: "../Tests/LanguageTests/Golden/encoder.bin")
        #expect(message(encoder)?.hasSuffix("no section head.open") == true)
    }

    @Test("The model says what it is, and has bars that are shares")
    func about() throws {
        let reader = try Reader.shared().extractor
        #expect(reader.modelName.hasPrefix("periplus-reader"))
        #expect((0.01...0.99).contains(reader.reader.bar))
        #expect((0.01...0.99).contains(reader.reader.passedBar))
    }
}
