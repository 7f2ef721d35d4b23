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
}
