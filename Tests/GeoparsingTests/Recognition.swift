import Documents
import Foundation
import Gazetteers
import Geoparsing
import Language

/// The room over the bundled data and the built gazetteer, which `Scripts/test` makes beforehand.
struct Recognition: Sendable {
    let tokenizer: Tokenizer
    let splitter: SentenceSplitter
    let pages: PageLexicon
    let recognizer: MentionRecognizer

    private static let result = Result { try Recognition() }

    /// The one that all tests share.
    static func shared() throws -> Recognition { try result.get() }

    private init() throws {
        let clone = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardizedFileURL
        let lexicon = clone.appending(path: "Data/Lexicon/en")
        tokenizer = try Tokenizer(rules: clone.appending(path: "Data/Language/en/tokenizer.tsv"))
        splitter = try SentenceSplitter(
            abbreviations: lexicon.appending(path: "abbreviations.tsv"))
        pages = try PageLexicon(directory: lexicon)
        recognizer = try MentionRecognizer(
            gazetteer: Gazetteer(at: clone.appending(path: ".build/periplus/gazetteer.sqlite")),
            lexicon: lexicon)
    }

    /// The mentions of a text.
    func mentions(in text: String) -> [Mention] {
        let document = Document(text: text, lexicon: pages)
        let utf8 = Array(document.text.utf8)
        let tokens = tokenizer.tokens(in: utf8)
        let sentences = splitter.sentences(
            of: tokens, in: utf8, breaks: document.paragraphs.map(\.utf8Range.lowerBound))
        let analysis = Analysis(
            utf8: utf8, tokens: tokens, sentences: sentences.map { Sentence(tokens: $0) })
        return recognizer.mentions(in: document, analysis: analysis)
    }
}
