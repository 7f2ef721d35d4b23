import Documents
import Foundation
import Testing

/// Saved pages: what is prose, what is furniture, when and where the report was made.
@Suite("Saved pages")
struct PageFixtureTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()

    private func lexicon() throws -> PageLexicon {
        let clone = Self.root.deletingLastPathComponent().deletingLastPathComponent()
        return try PageLexicon(directory: clone.appending(path: "Data/Lexicon/en"))
    }

    @Test("page", arguments: ["saved-page", "wire-report"])
    func page(_ name: String) throws {
        let file = Self.root.appending(path: "Fixtures/\(name).txt")
        let lines = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let accept = try #require(lines.firstIndex(of: "accept"))
        let end = try #require(lines.firstIndex(of: "---"))
        let text = lines[(accept + 1)..<end].joined(separator: "\n")
        let document = try DocumentReader(lexicon: lexicon()).document(from: Array(text.utf8))
        let expected = lines[(end + 1)...].filter { !$0.isEmpty }
        #expect(!expected.isEmpty)
        for line in expected {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            switch words[0] {
            case "date":
                #expect(document.date?.day.description == words[1])
            case "dateline":
                #expect(
                    document.datelines.contains { document.text(at: $0).contains(words[1]) },
                    "\(words[1]): \(document.datelines.map { document.text(at: $0) })")
            default:
                let paragraph = document.paragraphs.first {
                    document.text(at: $0.utf8Range).contains(words[1])
                }
                #expect(paragraph?.kind.rawValue == words[0], "\(words[1])")
            }
        }
    }
}
