package import Documents
internal import Geoparsing
internal import Language
package import Movements

extension RouteMapper {
    /// What the reader of the movements sees of a document, and what the rules propose for it.
    package func readerInput(of document: Document) -> (ReaderInput, StatedMovements) {
        var analysis = analyser.analysis(of: document)
        let mentions = recognizer.mentions(in: document, analysis: analysis)
        let input = ReaderInput(analysis, mentions: mentions)
        let sentences = extractor.sentencesWorthParsing(in: document, analysis, mentions: mentions)
        let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
        analysis = analyser.parsing(sentences, of: analysis, as: respelling)
        return (input, extractor.extract(from: document, analysis, mentions: mentions))
    }
}
