internal import Documents
internal import Geoparsing
internal import Language

/// Proposes movements by rules over the parse, as one voice that the reader weighs; it decides nothing.
///
/// A gate picks the sentences with a word of movement and a place; rules over dependency arcs read
/// those, or over arcs guessed from the order of the words where a sentence was not parsed. Words
/// and their roles are the tables of `Data/Lexicon/<language>`.
struct RuleReader: Sendable {
    let lexicon: MovementLexicon

    /// The sentences, by index, that may state a movement and are worth a parse: those of prose and
    /// captions with a word of movement and a place in them or close by.
    ///
    /// Linear in the length of the text.
    func sentencesWorthParsing(
        in document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> [Int] {
        let gate = RuleGate(lexicon: lexicon, document: document, mentions: mentions)
        let isOpen = gate.openings(of: analysis)
        return analysis.sentences.indices.filter {
            isOpen[$0] && analysis.sentences[$0].tokens.count <= Self.longestParse
        }
    }

    /// The movements that the rules find, in the order of the text.
    ///
    /// Dates are resolved against the document's. The analysis should be parsed where
    /// `sentencesWorthParsing` asks for it; mentions are in the order of the text.
    func movements(
        in document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> [Movement] {
        let gate = RuleGate(lexicon: lexicon, document: document, mentions: mentions)
        let dates = DateReader(documentDate: document.date?.day, words: lexicon.time)
        var assembly = Assembly(lexicon: lexicon, mentions: mentions, dates: dates)
        let isOpen = gate.openings(of: analysis)
        for (index, sentence) in analysis.sentences.enumerated() {
            if Task.isCancelled { break }
            if !isOpen[index] || sentence.tokens.count > Self.longestSentence { continue }
            assembly.read(sentence, number: index, of: analysis, usable: gate.usable)
        }
        return assembly.movements
    }

    /// Sentences longer than this many tokens are read without a parse.
    static let longestParse = 160
    /// Sentences longer than this are no prose and are not read.
    static let longestSentence = 400
}
