public import Documents
public import Foundation
public import Geoparsing
public import Language

/// Reads who moves what, from where, by what way, to where, and how sure the text is of it.
///
/// A gate picks the sentences with a word of movement and a place; rules over dependency arcs read
/// those, or over arcs guessed from the order of the words where a sentence was not parsed. Words
/// and their roles are the tables of `Data/Lexicon/<language>`.
public struct MovementExtractor: Sendable {
    let lexicon: MovementLexicon

    /// Opens the tables of a language's folder (`Data/Lexicon/en`).
    /// - Throws: `MovementError.lexicon`, naming file, line and column.
    public init(lexicon folder: URL) throws(MovementError) {
        lexicon = try MovementLexicon(contentsOf: folder)
    }

    /// The sentences, by index, that may state a movement and are worth a parse: those of prose and
    /// captions with a word of movement and a place in them or close by.
    ///
    /// Linear in the length of the text.
    public func sentencesWorthParsing(
        in document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> [Int] {
        let gate = Gate(lexicon: lexicon, document: document, mentions: mentions)
        let isOpen = gate.openings(of: analysis)
        return analysis.sentences.indices.filter {
            isOpen[$0] && analysis.sentences[$0].tokens.count <= Self.longestParse
        }
    }

    /// Reads a document's movements and claims.
    ///
    /// Dates are resolved against the document's. The analysis should be parsed where
    /// `sentencesWorthParsing` asks for it; mentions are in the order of the text.
    public func extract(
        from document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> StatedMovements {
        let gate = Gate(lexicon: lexicon, document: document, mentions: mentions)
        let dates = DateReader(documentDate: document.date?.day, words: lexicon.time)
        var assembly = Assembly(lexicon: lexicon, mentions: mentions, dates: dates)
        let isOpen = gate.openings(of: analysis)
        for (index, sentence) in analysis.sentences.enumerated() {
            if !isOpen[index] || sentence.tokens.count > Self.longestSentence { continue }
            assembly.read(sentence, number: index, of: analysis, usable: gate.usable)
        }
        var result = StatedMovements(
            movements: assembly.movements, claims: [], mentions: mentions)
        ClaimReader(words: lexicon.distances, small: lexicon.small).read(
            document, analysis, into: &result)
        return result
    }

    /// Sentences longer than this many tokens are read without a parse.
    static let longestParse = 160
    /// Sentences longer than this are no prose and are not read.
    static let longestSentence = 400
}
