public import Documents
public import Foundation
public import Gazetteers
public import Language

/// Finds the places spoken of in a document: names, demonyms and written coordinates.
///
/// Every run of words that may be a name is weighed as a place, a person or an organisation by what
/// the gazetteer has under it, by the words beside it and by what the document says elsewhere; the
/// best choice of runs without overlaps wins. The weights are those of `mention-weights.tsv`.
public struct MentionRecognizer: Sendable {
    let gazetteer: Gazetteer
    let lexicon: PlaceLexicon
    let positionWords: PositionWords
    let weights: MentionWeights

    /// A recogniser over a gazetteer.
    ///
    /// - Parameters:
    ///   - gazetteer: The names and places.
    ///   - lexicon: The folder of the language's word tables, `Data/Lexicon/en`.
    /// - Throws: `LanguageError` naming the table and line that cannot be read.
    public init(gazetteer: Gazetteer, lexicon: URL) throws(LanguageError) {
        self.gazetteer = gazetteer
        self.lexicon = try PlaceLexicon(folder: lexicon)
        positionWords = try PositionWords(folder: lexicon)
        weights = try MentionWeights(
            contentsOf: lexicon.appending(path: "mention-weights.tsv"))
    }

    /// The mentions of a document, in the order of the text and without overlaps.
    ///
    /// Persons are not among them. Organisations and furniture are, without candidates; so are names
    /// that no entry is known for, where the words around speak of a place.
    public func mentions(in document: Document, analysis: Analysis) -> [Mention] {
        recognition(in: document, analysis: analysis).mentions
    }

    /// The mentions of a document, as `mentions(in:analysis:)` gives them, and where the text calls a person whom it has
    /// named in full by one name alone, in UTF-8 bytes.
    public func recognition(
        in document: Document, analysis: Analysis
    ) -> (mentions: [Mention], persons: [Range<Int>]) {
        guard let (finder, chosenSpans) = weighed(document, analysis) else { return ([], []) }
        let table = finder.table
        let written = CoordinateFinder(utf8: analysis.utf8, words: positionWords).find().sorted {
            $0.utf8Range.lowerBound < $1.utf8Range.lowerBound
        }
        var position = 0
        let chosen = chosenSpans.filter { span in
            let place = table.utf8Range(span.rows)
            while position < written.count,
                written[position].utf8Range.upperBound <= place.lowerBound
            {
                position += 1
            }
            return position == written.count || !written[position].utf8Range.overlaps(place)
        }
        var assembler = MentionAssembler(
            document: document, table: table, lexicon: lexicon, gazetteer: gazetteer)
        let placeRows = finder.placeRows
        for span in chosen {
            assembler.add(span, hasPlaceInside: span.rows.contains(where: placeRows.contains))
        }
        assembler.linkContainers()
        let persons = chosen.filter { $0.label == .person && $0.evidence[.personRepeated] > 0 }
        return (assembler.mentions(with: written), persons.map { table.utf8Range($0.rows) })
    }

    /// The runs of words of a document that may be names, weighed, and the best choice among them; nil for an
    /// empty document.
    func weighed(
        _ document: Document, _ analysis: Analysis
    ) -> (finder: SpanFinder, chosen: [CandidateSpan])? {
        let table = TokenTable(document: document, analysis: analysis, lexicon: lexicon)
        guard table.count > 0 else { return nil }
        var finder = SpanFinder(
            table: table, analysis: analysis, lexicon: lexicon, weights: weights,
            gazetteer: gazetteer)
        finder.findAll()
        finder.addContainers()
        finder.rescore()
        let first = SpanSelector.best(of: finder.spans)
        DocumentEvidence(chosen: first, table: table).revise(&finder)
        return (finder, SpanSelector.best(of: finder.spans))
    }
}
