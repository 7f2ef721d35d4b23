package import Documents
package import Geoparsing
internal import Language
package import Movements

extension RouteMapper {
    /// What the reader of the movements sees of a document, and what the rules propose for it; nil in a pipeline
    /// without routes.
    package func readerInput(of document: Document) -> (ReaderInput, [Movement])? {
        guard let extractor else { return nil }
        if let language = languages.language(of: document) {
            let document = document.findingDatelines(by: language.datelines)
            let analysis = analyser.analysis(of: document, in: language)
            let mentions = recognizer.mentions(
                in: document, analysis: analysis, grammar: language.grammar)
            return extractor.readerInput(
                of: document, analysis, mentions: mentions, usesLexicon: false)
        }
        var analysis = analyser.analysis(of: document)
        let mentions = recognizer.mentions(in: document, analysis: analysis)
        let sentences = extractor.sentencesWorthParsing(in: document, analysis, mentions: mentions)
        let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
        analysis = analyser.parsing(sentences, of: analysis, as: respelling)
        return extractor.readerInput(of: document, analysis, mentions: mentions)
    }

    /// The runs of words of a document that may be names, with what speaks for each.
    package func weighedSpans(of document: Document) -> [WeighedSpan] {
        recognizer.weighedSpans(in: document, analysis: analyser.analysis(of: document))
    }
}
