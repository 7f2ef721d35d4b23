import Documents
import Foundation
import Gazetteers
import Geoparsing
import Language
import Movements
import Resolving

/// Texts to decisions, over the bundled data and the built gazetteer (`Scripts/test` makes it).
struct Reading: Sendable {
    let gazetteer: Gazetteer
    let model: LanguageModel
    let pages: PageLexicon
    let recognizer: MentionRecognizer
    let extractor: MovementExtractor
    let resolver: PlaceResolver

    private static let result = Result { try Reading() }

    /// The one that all tests share.
    static func shared() throws -> Reading { try result.get() }

    private init() throws {
        let clone = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardizedFileURL
        let lexicon = clone.appending(path: "Data/Lexicon/en")
        gazetteer = try Gazetteer(at: clone.appending(path: ".build/periplus/gazetteer.sqlite"))
        model = try LanguageModel(contentsOf: clone.appending(path: "Data/Language/en"))
        pages = try PageLexicon(directory: lexicon)
        recognizer = try MentionRecognizer(gazetteer: gazetteer, lexicon: lexicon)
        extractor = try MovementExtractor(
            reader: MovementReader(contentsOf: clone.appending(path: "Data/Reading/model.bin")),
            lexicon: lexicon)
        resolver = try PlaceResolver(gazetteer: gazetteer, lexicon: lexicon)
    }

    /// A mention and what was decided about it.
    struct Answer {
        var mention: Mention
        var decision: Decision
    }

    /// The decisions on a text, with the movements and claims it states.
    func answers(
        to text: String, analyst: AnalystPlaces = AnalystPlaces(), id: String? = nil
    ) -> [Answer] {
        let document = Document(text: text, lexicon: pages)
        let analysis = model.analyse(document.text, entities: false)
        let mentions = recognizer.mentions(in: document, analysis: analysis)
        let stated = extractor.extract(from: document, analysis, mentions: mentions)
        let decisions = resolver.decisions(
            for: stated.mentions, in: document, movements: stated.movements, claims: stated.claims,
            analyst: analyst, id: id)
        return zip(stated.mentions, decisions).map { Answer(mention: $0, decision: $1) }
    }

    /// The place chosen for the first mention of a name.
    func place(of name: String, in answers: [Answer]) -> Place? {
        answers.first { $0.mention.text == name }?.decision.choice.best?.place
    }
}
