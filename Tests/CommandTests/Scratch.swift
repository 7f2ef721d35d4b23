import Foundation

/// A folder of a test's own, removed when the test is done with it.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "periplus-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ name: String) -> URL { folder.appending(path: name) }

    /// A file with some bytes, by its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = url(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// A file with some text, by its path.
    func file(_ name: String, _ text: String) throws -> String {
        try file(name, Array(text.utf8))
    }
}
