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
        /// Months of the solar Hijri calendar, which begins in March.
        case solarMonth
        /// Months of the lunar Hijri calendar; what behind a year says of which calendar it is (`Era`); what stands between
        /// two dates that are one day by two calendars.
        case lunarMonth, era, same
        /// What makes a number a month ("月") or, from 1 on, by itself a day of one ("日"); 0 where only a month behind it tells.
        case monthMark, dayMark
        /// Days of a month in words, and words that stand by a month or a year ("month", "year").
        case dayName, monthWord, yearWord
        /// A year, month, week so many on ("last year" in one), and a day of the week in one so many on, times ten.
        case yearShift, monthShift, weekShift, dayOfWeek
        /// As `shift` and `ago`, in languages where the first stands behind its noun or the second before its number.
        case shiftBehind, agoBefore
        /// One and two lengths of time ago in one, by the length ("قبل أسبوعين").
        case agoOnce, agoTwice
        /// What the word behind a date makes of it: its beginning, its end.
        case fromBehind, untilBehind
        /// A quarter or half of a year: its months, and ten times which it is.
        case portion
        /// A season that tells a time by itself ("летом").
        case alone
        /// A mark between figures of a date that begins with the day.
        case dayFirst
        /// A word of telling: a day beside it is that of the telling.
        case telling
    }

    /// The rows as they stand in a text of a language other than English.
    private var patterns = WordPatterns<String>()
    /// The calendar of years such as 1401, which only some languages write.
    private(set) var hijri: DateCalendar?
    /// The rows of eras by their words as they are compared.
    private var eras: [String: String] = [:]
    /// Whether a day behind a month has a mark of its own, and whether each day of a range may have an article.
    private(set) var hasMarkedDays = false
    private(set) var hasDayArticles = false
    /// Whether it is of another language than English.
    private(set) var isOther = false

    /// No words at all.
    init() {}

    /// Reads the table of a language's folder; with patterns, also how its rows stand in a text with endings.
    init(contentsOf folder: URL, withPatterns: Bool = false) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "time-words.tsv"),
            requiring: ["word", "kind", "number"])
        for row in table.rows {
            guard let kind = try row.value("kind", as: Kind.self) else { continue }
            guard let number = Int(row["number"]) else {
                throw row.error("number", "not a whole number")
            }
            let word = try row.required("word")
            if withPatterns, !numbers.values.contains(where: { $0[word] != nil }) {
                patterns.add(word, word)
            }
            numbers[kind, default: [:]][word] = number
            if kind == .era { eras[PlainWord.folded(word)] = word }
        }
        hijri =
            numbers[.solarMonth] != nil
            ? .solarHijri : numbers[.lunarMonth] != nil ? .lunarHijri : nil
        hasMarkedDays = numbers[.dayMark]?.values.contains { $0 > 0 } ?? false
        hasDayArticles = withPatterns && numbers[.article] != nil
        isOther = withPatterns
    }

    /// A sentence with the longest rows of the table in place of the words that they match, each with its words.
    func rows(of sentence: [PlainWord]) -> [(row: String, words: Range<Int>)] {
        var rows: [(String, Range<Int>)] = []
        var index = 0
        while index < sentence.count {
            let word = sentence[index]
            let match = patterns.match(sentence, at: index)
            let count = match?.count ?? 1
            let place = index..<index + count
            if match == nil, !word.isFigure,
                let figure = word.forms.first(where: PlainWord.beginsWithDigit)
            {
                // "و9": a particle joined to a figure.
                rows.append((String(word.text.dropLast(figure.count)), place))
                rows.append((figure, place))
            } else if match == nil, let (figure, era) = joinedEra(word) {
                rows.append((figure, place))
                rows.append((era, place))
            } else {
                rows.append((match?.value ?? word.text, place))
            }
            index += count
        }
        return rows
    }

    /// "1444هـ": a figure and the era that is joined to it.
    private func joinedEra(_ word: PlainWord) -> (figure: String, era: String)? {
        guard !eras.isEmpty, word.isFigure else { return nil }
        let figure = word.text.prefix { $0.isASCII && $0.isNumber }
        let rest = String(word.text.dropFirst(figure.count))
        return eras[PlainWord.folded(rest)].map { (String(figure), $0) }
    }

    /// The calendar that a written year is of.
    func calendar(of year: Int) -> DateCalendar {
        DateCalendar.hijriYears.contains(year) ? hijri ?? .gregorian : .gregorian
    }

    /// The number of a word, where it is of a kind.
    subscript(kind: Kind, word: String) -> Int? { numbers[kind]?[word] }
}
