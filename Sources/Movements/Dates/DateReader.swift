internal import Documents
internal import Language

/// Finds when something happened and, where the document's date is known, which days that means.
///
/// A closed set of expressions, those of `DateGrammar`. A year that the text does not give is that of an earlier date
/// of the sentence, else taken from the document's date or left open, never guessed.
struct DateReader: Sendable {
    let documentDate: CalendarDate?
    let words: TimeWords

    init(documentDate: CalendarDate?, words: TimeWords) {
        self.documentDate = documentDate
        self.words = words
    }

    /// The dates of a sentence, in order.
    func dates(in view: SentenceView) -> [StatedDate] {
        var grammar = DateGrammar(
            lowers: view.lowers,
            isCapitalised: view.words.map { $0.isCapitalised && $0.tag != .md },
            today: documentDate, table: words)
        return grammar.expressions().map { found in
            StatedDate(
                utf8Range: view.utf8Range(
                    of: found.words.lowerBound...(found.words.upperBound - 1)),
                from: found.from?.description, to: found.to?.description)
        }
    }

    /// The dates of a sentence in another language, in order, each with its words; days of telling are left out.
    func dates(in sentence: [PlainWord]) -> [(words: Range<Int>, date: StatedDate)] {
        let rows = words.rows(of: sentence)
        var grammar = DateGrammar(
            lowers: rows.map(\.row), isCapitalised: rows.map { _ in true }, today: documentDate,
            table: words)
        return grammar.expressions().compactMap { found in
            guard !isOfTelling(found.words, among: rows.map(\.row)) else { return nil }
            let place =
                rows[found.words.lowerBound].words
                .lowerBound..<rows[found.words.upperBound - 1]
                .words.upperBound
            return (
                place,
                StatedDate(
                    utf8Range: sentence.utf8Range(of: place), from: found.from?.description,
                    to: found.to?.description)
            )
        }
    }

    /// How far from a date a word of telling may stand, in words.
    private static let reachOfTelling = 2

    private func isOfTelling(_ date: Range<Int>, among rows: [String]) -> Bool {
        let reach = Self.reachOfTelling
        return (date.lowerBound - reach..<date.upperBound + reach).contains { index in
            rows.indices.contains(index) && words[.telling, rows[index]] != nil
        }
    }
}
