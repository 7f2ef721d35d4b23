import Foundation
import Language

/// The files of the repository that the tests read.
enum LanguageFiles {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let english = repository.appending(path: "Data/Language/en")
    static let golden = repository.appending(path: "Tests/LanguageTests/Golden")

    /// The lines of a golden file.
    static func goldenLines(_ name: String) throws -> [String] {
        let text = try String(contentsOf: golden.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }

    private static let sharedTokenizer = Result {
        try Tokenizer(rules: english.appending(path: "tokenizer.tsv"))
    }

    static func tokenizer() throws -> Tokenizer { try sharedTokenizer.get() }

    private static let sharedModel = Result { try LanguageModel(contentsOf: english) }

    static func model() throws -> LanguageModel { try sharedModel.get() }

    static func splitter() throws -> SentenceSplitter {
        try SentenceSplitter(
            abbreviations: repository.appending(path: "Data/Lexicon/en/abbreviations.tsv"))
    }
}
