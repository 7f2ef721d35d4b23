internal import Foundation
internal import Language

/// The words by which a language says when, from `time-words.tsv`.
struct TimeWords: Sendable {
    private var numbers: [Kind: [String: Int]] = [:]

    /// What a word says of time; the raw values are those of the table.
    enum Kind: String, Sendable, CaseIterable {
        case month, weekday, number, day, shift, period, ago
        /// Parts of a year: seasons by their first month, quarters and halves by their months, and which of them.
        case season, part, ordinal
        /// What stands inside a date: between its ends, before its month, behind its day.
        case join, of, article, ending
        /// What opens a range ("between"), and what says that a time reaches up to now ("the past two weeks").
        case open, past
        /// What the word before a date makes of it: its beginning, its end, or the time itself.
        case from, until, within
    }

    /// No words at all.
    init() {}

    /// Reads the table of a language's folder.
    init(contentsOf folder: URL) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "time-words.tsv"),
            requiring: ["word", "kind", "number"])
        for row in table.rows {
            guard let kind = try row.value("kind", as: Kind.self) else { continue }
            guard let number = Int(row["number"]) else {
                throw row.error("number", "not a whole number")
            }
            numbers[kind, default: [:]][try row.required("word")] = number
        }
    }

    /// The number of a word, where it is of a kind.
    subscript(kind: Kind, word: String) -> Int? { numbers[kind]?[word] }
}
