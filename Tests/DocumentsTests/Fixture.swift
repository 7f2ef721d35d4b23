import Foundation
import Testing

@testable import Documents

/// One page or text and what must be read from it, as its file says (see Fixtures/README.md).
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String
    let isPage: Bool
    let text: String
    /// A word and what follows it, a line each.
    let expectations: [(word: String, rest: String)]

    var testDescription: String { name }

    /// All fixtures, in the order of their names.
    static func all() throws -> [Fixture] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures")
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["txt", "html"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map(Fixture.init(at:))
    }

    private init(at url: URL) throws {
        name = url.lastPathComponent
        isPage = url.pathExtension == "html"
        let lines = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let accept = try #require(lines.firstIndex(of: "accept"))
        let end = try #require(lines.firstIndex(of: "---"))
        text = lines[(accept + 1)..<end].joined(separator: "\n")
        expectations = lines[(end + 1)...].filter { !$0.isEmpty && !$0.hasPrefix("#") }.map {
            let word = $0.prefix { $0 != " " }
            return (String(word), String($0.dropFirst(word.count + 1)))
        }
    }

    /// The document read from the text.
    func document() throws -> Document {
        let reader = DocumentReader(lexicon: try .english())
        return try reader.document(
            from: Array(text.utf8), name: name, mediaType: isPage ? .html : .plainText)
    }
}

extension PageLexicon {
    /// The lexicon of the clone these tests are in.
    static func english() throws -> PageLexicon {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return try PageLexicon(directory: root.appending(path: "Data/Lexicon/en"))
    }
}
