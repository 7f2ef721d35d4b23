internal import Geoparsing
internal import Language

extension SentenceView {
    /// The view of a sentence of an analysis.
    ///
    /// `usable` tells of each mention whether it may be an end or a place passed.
    init(
        _ sentence: Sentence, of analysis: Analysis, mentions: [Mention], usable: [Bool],
        lexicon: MovementLexicon
    ) {
        let range = sentence.tokens
        var lowers: [String] = []
        var words: [Word] = []
        lowers.reserveCapacity(range.count)
        words.reserveCapacity(range.count)
        var next = Self.firstMention(
            endingAfter: analysis.utf8Range(of: range).lowerBound, mentions)
        for token in range {
            let place = analysis.tokens[token].utf8Range
            let lower = analysis.text(of: token).lowercased()
            while next < mentions.count, mentions[next].utf8Range.upperBound <= place.lowerBound {
                next += 1
            }
            let isInside =
                next < mentions.count && usable[next]
                && mentions[next].utf8Range.overlaps(place)
            let note = sentence.isParsed ? analysis.annotation(of: token) : nil
            lowers.append(lower)
            words.append(
                Word(
                    lemma: note?.lemma.lowercased() ?? lower, tag: note?.tag ?? .unknown,
                    label: note?.label ?? .unknown,
                    head: (note?.head ?? token) - range.lowerBound, utf8Range: place,
                    mention: isInside ? next : nil,
                    isCapitalised: analysis.tokens[token].isCapitalised))
        }
        if sentence.isParsed {
            ParseRepair(lexicon: lexicon).repair(&words, lowers: lowers)
        } else {
            ShallowParser(lexicon: lexicon).annotate(&words, lowers: lowers)
        }
        self.init(words: words, lowers: lowers, mentions: mentions, isParsed: sentence.isParsed)
    }

    /// The first mention, in order of the text, that ends after an offset.
    static func firstMention(endingAfter offset: Int, _ mentions: [Mention]) -> Int {
        mentions.partitionPoint { $0.utf8Range.upperBound <= offset }
    }
}
