internal import Foundation

/// Reading of whole files with this room's errors.
enum FileReading {
    /// The bytes of a file.
    /// - Throws: `LanguageError.unreadable`.
    static func bytes(of url: URL) throws(LanguageError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: url))
        } catch {
            let reason =
                FileManager.default.fileExists(atPath: url.path) ? "unreadable" : "no such file"
            throw .unreadable(file: url.lastPathComponent, reason: reason)
        }
    }
}
