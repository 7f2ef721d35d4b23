import Foundation
import Testing

/// A sentence in another language than English, and the detail that is to be read in it, as `Cases/languages` tells.
struct DetailCase: Sendable, CustomTestStringConvertible {
    enum Kind: String { case date, amount, vehicle }

    let language: String
    let kind: Kind
    /// The mode by which a vehicle goes.
    let mode: String
    let text: String
    /// What is moved, in UTF-8 bytes of the text.
    let cargo: Range<Int>?
    let expected: String

    var testDescription: String { "\(language): \(text)" }

    static let languages = ["ar", "de", "es", "fa", "fr", "ru", "tr", "uk", "zh"]

    /// The cases of a language.
    static func all(of language: String) throws -> [DetailCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/languages/\(language).txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { try DetailCase($0, of: language) }
    }

    private init(_ line: Substring, of language: String) throws {
        let parts = line.components(separatedBy: " = ")
        try #require(parts.count == 2, "\(line)")
        var words = parts[0].split(separator: " ", omittingEmptySubsequences: false)
        self.language = language
        kind = try #require(Kind(rawValue: String(words.removeFirst())))
        mode = kind == .vehicle ? String(words.removeFirst()) : ""
        let marked = words.joined(separator: " ")
        let pieces = marked.split(separator: "{", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: "}", omittingEmptySubsequences: false) }
        text = pieces.joined()
        expected = parts[1]
        guard pieces.count == 3 else {
            cargo = nil
            return
        }
        let start = pieces[0].utf8.count
        cargo = start..<start + pieces[1].utf8.count
    }
}
