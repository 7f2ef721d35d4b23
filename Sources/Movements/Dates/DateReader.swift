internal import Documents

/// Finds when something happened and, where the document's date is known, which days that means.
///
/// A closed set of expressions: days, months and years, weekdays, "last week", "two weeks ago".
/// A year that the text does not give is taken from the document's date or left open, never guessed.
struct DateReader: Sendable {
    let documentDate: CalendarDate?
    let words: TimeWords

    init(documentDate: CalendarDate?, words: TimeWords) {
        self.documentDate = documentDate
        self.words = words
    }

    /// The dates of a sentence, in order.
    func dates(in view: SentenceView) -> [StatedDate] {
        var found: [StatedDate] = []
        var index = 0
        while index < view.lowers.count {
            guard let (count, days) = expression(view, at: index) else {
                index += 1
                continue
            }
            var start = index
            var from = days?.lowerBound
            var to = days?.upperBound
            if index > 0 {
                let before = view.lowers[index - 1]
                if words[.from, before] != nil {
                    (start, to) = (index - 1, nil)
                } else if words[.until, before] != nil {
                    (start, from) = (index - 1, nil)
                } else if words[.within, before] != nil {
                    start = index - 1
                }
            }
            found.append(
                StatedDate(
                    utf8Range: view.utf8Range(of: start...(index + count - 1)),
                    from: from?.description, to: to?.description))
            index += count
        }
        return found
    }

    /// An expression of time that begins at a word, how many words it has, and its days if known.
    private func expression(
        _ view: SentenceView, at index: Int
    ) -> (Int, ClosedRange<CalendarDate>?)? {
        let lowers = view.lowers
        func word(_ offset: Int) -> String {
            index + offset < lowers.count ? lowers[index + offset] : ""
        }
        func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
        func isMonth(_ offset: Int) -> Int? {
            guard index + offset < lowers.count, view.words[index + offset].isCapitalised else {
                return nil
            }
            return words[.month, word(offset)]
        }
        if let day = number(word(0), 1...31), let month = isMonth(1) {
            if let year = number(word(2), 1500...2100) { return (3, single(year, month, day)) }
            return (2, year(for: month).flatMap { single($0, month, day) })
        }
        if let month = isMonth(0), view.words[index].tag != "MD" {
            if let day = number(word(1), 1...31) {
                let next = word(2) == "," ? 3 : 2
                if let year = number(word(next), 1500...2100) {
                    return (next + 1, single(year, month, day))
                }
                return (2, year(for: month).flatMap { single($0, month, day) })
            }
            if let year = number(word(1), 1500...2100) { return (2, whole(year, month)) }
            return (1, year(for: month).flatMap { whole($0, month) })
        }
        if let year = number(word(0), 1500...2100), index > 0, opensYear(lowers[index - 1]) {
            return (
                1,
                span(
                    CalendarDate(year: year, month: 1, day: 1),
                    CalendarDate(year: year, month: 12, day: 31))
            )
        }
        return relative(view, at: index)
    }

    private func relative(
        _ view: SentenceView, at index: Int
    ) -> (Int, ClosedRange<CalendarDate>?)? {
        let lowers = view.lowers
        let next = index + 1 < lowers.count ? lowers[index + 1] : ""
        let today = documentDate
        if let weekday = words[.weekday, lowers[index]], view.words[index].isCapitalised {
            let isNext = index > 0 && words[.shift, lowers[index - 1]] == 1
            let days = today.map { date in
                let back = (date.weekday - weekday + 7) % 7
                return isNext ? (back == 0 ? 7 : 7 - back) : -back
            }
            let day = days.flatMap { today?.adding(days: $0) }
            return (1, span(day, day))
        }
        if let days = words[.day, lowers[index]] {
            return (1, span(today?.adding(days: days), today?.adding(days: days)))
        }
        if let shift = words[.shift, lowers[index]], let days = words[.period, next] {
            return period(days, shift).map { (2, $0) }
        }
        guard let many = words[.number, lowers[index]] ?? Int(lowers[index]), many < 1_000,
            index + 2 < lowers.count, words[.ago, lowers[index + 2]] != nil,
            let days = words[.period, next]
        else { return nil }
        return (3, before(many, days))
    }

    /// So many days, weeks, months or years before the document's day, give or take half of one.
    private func before(_ many: Int, _ days: Int) -> ClosedRange<CalendarDate>? {
        guard let today = documentDate else { return nil }
        if days >= 365 {
            let year = today.year - many
            return span(
                CalendarDate(year: year, month: 1, day: 1),
                CalendarDate(year: year, month: 12, day: 31))
        }
        let half = days / 2
        return span(
            today.adding(days: -days * many - half), today.adding(days: -days * many + half))
    }

    private func opensYear(_ word: String) -> Bool {
        words[.within, word] != nil || words[.from, word] != nil || words[.until, word] != nil
    }

    /// A week, month or year, counted from the document's; nil for another length of time.
    private func period(_ days: Int, _ shift: Int) -> ClosedRange<CalendarDate>?? {
        guard days >= 7 else { return nil }
        guard let today = documentDate else { return .some(nil) }
        if days == 7 {
            let monday = today.adding(days: 1 - today.weekday + 7 * shift)
            return .some(span(monday, monday?.adding(days: 6)))
        }
        if days >= 365 {
            let year = today.year + shift
            return .some(
                span(
                    CalendarDate(year: year, month: 1, day: 1),
                    CalendarDate(year: year, month: 12, day: 31)))
        }
        let months = today.year * 12 + today.month - 1 + shift
        return .some(whole(months / 12, months % 12 + 1))
    }

    /// The year of a month that stands alone: the document's, or the one before for a later month.
    private func year(for month: Int) -> Int? {
        documentDate.map { month <= $0.month ? $0.year : $0.year - 1 }
    }

    private func single(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<CalendarDate>? {
        let date = CalendarDate(year: year, month: month, day: day)
        return span(date, date)
    }

    private func whole(_ year: Int, _ month: Int) -> ClosedRange<CalendarDate>? {
        let first = CalendarDate(year: year, month: month, day: 1)
        let after =
            month == 12
            ? CalendarDate(year: year + 1, month: 1, day: 1)
            : CalendarDate(year: year, month: month + 1, day: 1)
        return span(first, after?.adding(days: -1))
    }

    private func span(_ from: CalendarDate?, _ to: CalendarDate?) -> ClosedRange<CalendarDate>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }
}
