internal import Foundation
internal import Language

/// Reads the long word lists byte by byte: fifty thousand words are on the way to the first mention.
enum WordListReader {
    /// Calls a closure with each entry's word and the number in the second column, if any.
    ///
    /// - Throws: `LanguageError` when the file cannot be read or names no columns.
    static func forEachWord(
        in url: URL, _ body: (_ word: String, _ number: Double?) -> Void
    ) throws(LanguageError) {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw .unreadable(file: url.lastPathComponent, reason: "no such file or unreadable")
        }
        var namesColumns = false
        data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                if line.first == UInt8(ascii: "#") { continue }
                guard namesColumns else {
                    namesColumns = true
                    continue
                }
                let cells = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
                guard let word = cells.first else { continue }
                let number =
                    cells.count > 1 ? Double(String(decoding: cells[1], as: UTF8.self)) : nil
                body(String(decoding: word, as: UTF8.self), number)
            }
        }
        if !namesColumns {
            throw .malformedTable(
                file: url.lastPathComponent, line: 1, column: nil,
                reason: "no line names the columns")
        }
    }
}
