internal import Documents
internal import Foundation
internal import Language

/// Makes the analysis of a document: its tokens and sentences, and a parse where one is asked for.
struct TextAnalyser: Sendable {
    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter
    private let plainTokenizer = PlainTokenizer()
    private let model: LanguageModel?

    /// An analyser with the rules and words of a language, and its model if that is wanted.
    init(data: DataDirectory, language: String = "en", usesModel: Bool) throws(LanguageError) {
        let folder = data.language(language)
        if usesModel {
            let model = try LanguageModel(contentsOf: folder)
            tokenizer = model.tokenizer
            self.model = model
        } else {
            tokenizer = try Tokenizer(rules: folder.appending(path: "tokenizer.tsv"))
            model = nil
        }
        splitter = try SentenceSplitter(
            abbreviations: data.lexicon(language).appending(path: "abbreviations.tsv"))
    }

    /// The model's name and version, or "none".
    var modelName: String {
        guard let about = model?.about, let name = about["name"] else { return "none" }
        return about["version"].map { "\(name) \($0)" } ?? name
    }

    /// The tokens and sentences of a text in another language.
    func analysis(of document: Document, in language: DocumentLanguages.Language) -> Analysis {
        let utf8 = Array(document.text.utf8)
        return analysis(
            of: document, utf8, tokens: plainTokenizer.tokens(in: utf8),
            splitter: language.splitter)
    }

    /// The tokens and sentences; none crosses a paragraph, and a dateline is a sentence of its own.
    ///
    /// "CAIRO, May 3 - Grain went ..." would else make Cairo the subject of what follows.
    func analysis(of document: Document) -> Analysis {
        let utf8 = Array(document.text.utf8)
        return analysis(
            of: document, utf8, tokens: tokenizer.tokens(in: utf8), splitter: splitter)
    }

    private func analysis(
        of document: Document, _ utf8: [UInt8], tokens: [Token], splitter: SentenceSplitter
    ) -> Analysis {
        let breaks =
            document.paragraphs.map(\.utf8Range.lowerBound)
            + document.datelines.flatMap { [$0.lowerBound, $0.upperBound] } + document.partEnds
        let sentences = splitter.sentences(of: tokens, in: utf8, breaks: breaks.sorted())
        return Analysis(
            utf8: utf8, tokens: tokens, sentences: sentences.map { Sentence(tokens: $0) })
    }

    /// The analysis with some sentences parsed; unchanged without a model.
    func parsing(
        _ sentences: [Int], of analysis: Analysis, as respelling: Respelling?
    ) -> Analysis {
        guard let model, !sentences.isEmpty,
            // Sentences are indices of this very analysis, so none can be missing.
            let parsed = try? model.parsing(
                sentences: sentences, of: analysis, entities: false, as: respelling)
        else { return analysis }
        return parsed
    }
}
