public import Documents
public import Foundation
public import Geoparsing
public import Language

/// Reads who moves what, from where, by what way, to where, and how sure the text is of it.
///
/// The reader scores, by a model trained on the reading corpus, which pairs of places a sentence states a route
/// between; what the rules propose is one of the things it looks at. The decoder makes routes of the scores.
/// Shorthand (arrows, labels, codes) is read by itself and joined. Exact readers add dates, quantities,
/// vehicles, registered numbers and the claims about distances.
public struct MovementExtractor: Sendable {
    let reader: MovementReader
    let lexicon: MovementLexicon
    private var rules: RuleReader { RuleReader(lexicon: lexicon) }

    /// An extractor with a reader and the tables of a language's folder (`Data/Lexicon/en`).
    /// - Throws: `MovementError.lexicon`, naming file, line and column.
    public init(reader: MovementReader, lexicon folder: URL) throws(MovementError) {
        self.reader = reader
        lexicon = try MovementLexicon(contentsOf: folder)
    }

    /// The name and version of the reader's model.
    public var modelName: String { reader.name }

    /// The sentences, by index, that the rules want parsed.
    ///
    /// Linear in the length of the text.
    public func sentencesWorthParsing(
        in document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> [Int] {
        rules.sentencesWorthParsing(in: document, analysis, mentions: mentions)
    }

    /// How sentences are to be spelled for the parser; nil where they are prose.
    public func respelling(
        of sentences: [Int], in analysis: Analysis, mentions: [Mention]
    ) -> Respelling? {
        rules.respelling(of: sentences, in: analysis, mentions: mentions)
    }

    /// Reads a document's movements and claims; mentions are in the order of the text.
    ///
    /// Dates are resolved against the document's. The analysis should be parsed where
    /// `sentencesWorthParsing` asks for it.
    ///
    /// Where the reader sees names that are no mentions, they are made mentions and the text is read once more;
    /// those that a movement then names stay.
    /// - Parameters:
    ///   - document: The document.
    ///   - analysis: Its tokens and sentences, with what was parsed.
    ///   - mentions: Its mentions.
    ///   - bar: How sure a route must be to be given, in 0...1; nil for the model's own bar.
    ///   - language: How the language of the text words details, where it is not that of the tables; then the movements
    ///     are left to the reader.
    ///   - naming: Gives the mentions with those of further names among them, in the order of the text.
    /// - Returns: What the document states, with the mentions that it names.
    public func extract(
        from document: Document, _ analysis: Analysis, mentions: [Mention], bar: Double? = nil,
        in language: DetailLexicon? = nil, naming: (([SeenName]) -> [Mention])? = nil
    ) -> StatedMovements {
        let usesLexicon = language == nil
        var mentions = mentions
        let bar = bar ?? (usesLexicon ? reader.bar : reader.barOfOthers)
        var (input, proposed) = readerInput(
            of: document, analysis, mentions: mentions, usesLexicon: usesLexicon)
        let open = Gate(document: document, needsPlace: usesLexicon).openings(of: input)
        let wanted = reader.worthReading(open, of: input, in: analysis)
        let least = min(bar, RouteDecoder.listedBar)
        var reading = reader.reading(
            of: input, in: analysis, wanted: wanted, bar: least, replacesParts: !usesLexicon)
        let codes = notation(mentions, input).codes(in: analysis.utf8)
        let names = reading.names.merged(with: codes)
        if let naming, !names.isEmpty {
            mentions = naming(names)
            (input, proposed) = readerInput(
                of: document, analysis, mentions: mentions, usesLexicon: usesLexicon)
            // The same sentences, so that windows without a new name are the same too.
            reading = reader.reading(reading, of: input, in: analysis, wanted: wanted, bar: least)
        }
        let decoder = RouteDecoder(
            bar: bar, passedBar: reader.passedBar, containers: input.containers(by: mentions),
            lists: mentions.lists(),
            goods: { analysis.wholeWords(of: $0.cargo).map { analysis.utf8[$0] } ?? [] })
        let dates = DateReader(documentDate: document.date?.day, words: lexicon.time)
        let assembler = MovementAssembler(
            lexicon: lexicon, language: language, analysis: analysis, mentions: mentions,
            input: input, proposed: proposed, dates: dates)
        var notation = self.notation(mentions, input)
        notation.seenCodes = Set(codes.map(\.utf8Range))
        let joiner = NotationAssembler(
            lexicon: lexicon, analysis: analysis, mentions: mentions, nodes: input.nodeOfMention,
            dates: dates)
        let read = assembler.addingUses(
            to: assembler.movements(of: decoder.routes(of: reading.proposals), by: decoder),
            bar: bar)
        let written = notation.routes(in: analysis.utf8).filter { $0.confidence >= bar }
        var result = StatedMovements(
            movements: joiner.joined(read, with: written), claims: [], mentions: mentions)
        let named = result.namedByMovements
        let added = Set(names.map(\.utf8Range))
        // Where the recogniser leaves the less known names to the reader, those that the gazetteer knows stay.
        let unnamed = mentions.indices.filter {
            added.contains(mentions[$0].utf8Range)
                && (usesLexicon || mentions[$0].candidates.isEmpty)
        }
        result = result.removing(Set(unnamed).subtracting(named))
        if usesLexicon {
            TimelineDates(of: document, words: lexicon.time).addDates(to: &result.movements)
            ClaimReader(words: lexicon.distances, small: lexicon.small).read(
                document, analysis, into: &result)
        }
        return result
    }

    private func notation(_ mentions: [Mention], _ input: ReaderInput) -> NotationReader {
        NotationReader(
            words: lexicon.notation, units: lexicon.units, mentions: mentions,
            nodes: input.nodeOfMention)
    }

    /// What the reader sees of a document, and what the rules propose for it.
    package func readerInput(
        of document: Document, _ analysis: Analysis, mentions: [Mention], usesLexicon: Bool = true
    ) -> (ReaderInput, [Movement]) {
        var input = ReaderInput(analysis, mentions: mentions)
        guard usesLexicon else { return (input, []) }
        let proposed = rules.movements(in: document, analysis, mentions: mentions)
        input.addProposals(proposed)
        return (input, proposed)
    }
}
