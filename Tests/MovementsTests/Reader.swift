import Documents
import Foundation
import Geoparsing
import Language
import Testing

@testable import Movements

/// The room's extractor over the bundled model, lexicon and language model, and the rules on their own.
struct Reader: Sendable {
    let extractor: MovementExtractor
    let rules: RuleReader
    let model: LanguageModel

    /// The program's data.
    static let data = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Data").standardizedFileURL
    /// The file of the reader's model.
    static let modelFile = data.appending(path: "Reading/model.bin")

    private static let result = Result { try Reader(data: data) }

    /// The one that all tests share, since to open the model takes a while.
    static func shared() throws -> Reader { try result.get() }

    private init(data: URL) throws {
        extractor = try MovementExtractor(
            reader: MovementReader(contentsOf: Self.modelFile),
            lexicon: data.appending(path: "Lexicon/en"))
        rules = RuleReader(lexicon: extractor.lexicon)
        model = try LanguageModel(contentsOf: data.appending(path: "Language/en"))
    }

    /// What a text states; without a parse where one is not wanted.
    func read(
        _ text: String, _ mentions: [Mention], date: String? = nil, parsed: Bool = true,
        bar: Double? = nil
    ) -> (StatedMovements, Document) {
        let document = Document(text: text, date: date.flatMap { CalendarDate($0) })
        let analysis =
            parsed ? model.analyse(document.text, entities: false) : unparsed(document.text)
        return (
            extractor.extract(from: document, analysis, mentions: mentions, bar: bar), document
        )
    }

    /// What a message states, parsed as one sentence under the spelling that the room asks for.
    func readMessage(_ text: String, _ mentions: [Mention]) -> (StatedMovements, Document) {
        let document = Document(text: text)
        let analysis = message(document, mentions)
        return (extractor.extract(from: document, analysis, mentions: mentions), document)
    }

    /// What the rules alone propose for a text, or for a message.
    func proposals(
        _ text: String, _ mentions: [Mention], parsed: Bool = true, isMessage: Bool = false
    ) -> ([Movement], Document) {
        let document = Document(text: text)
        let analysis =
            isMessage
            ? message(document, mentions)
            : parsed ? model.analyse(document.text, entities: false) : unparsed(document.text)
        return (rules.movements(in: document, analysis, mentions: mentions), document)
    }

    /// A sentence as the finders of details see it.
    func view(_ example: MovementCase) throws -> SentenceView {
        let analysis = model.analyse(example.text, entities: false)
        return SentenceView(
            try #require(analysis.sentences.first), of: analysis, mentions: example.mentions,
            usable: example.mentions.map { _ in true }, lexicon: extractor.lexicon)
    }

    /// The tokens of a text as one sentence.
    func unparsed(_ text: String) -> Analysis {
        let utf8 = Array(text.utf8)
        let tokens = model.tokenizer.tokens(in: utf8)
        return Analysis(
            utf8: utf8, tokens: tokens,
            sentences: tokens.isEmpty ? [] : [Sentence(tokens: 0..<tokens.count)])
    }

    private func message(_ document: Document, _ mentions: [Mention]) -> Analysis {
        let analysis = unparsed(document.text)
        let sentences = extractor.sentencesWorthParsing(in: document, analysis, mentions: mentions)
        let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
        return
            (try? model.parsing(
                sentences: sentences, of: analysis, entities: false, as: respelling)) ?? analysis
    }
}
