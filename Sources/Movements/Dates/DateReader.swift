internal import Documents

/// Finds when something happened and, where the document's date is known, which days that means.
///
/// A closed set of expressions: days, months and years, weekdays, "last week", "two weeks ago".
/// A year that the text does not give is taken from the document's date or left open, never guessed.
struct DateReader: Sendable {
    let documentDate: CalendarDate?
    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september",
            "october", "november", "december",
        ]
        var known: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            known[name] = index + 1
            known[String(name.prefix(3))] = index + 1
            known[String(name.prefix(3)) + "."] = index + 1
        }
        known["sept"] = 9
        known["sept."] = 9
        return known
    }()
    private static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
        "sunday": 7,
    ]
    private static let numbers: [String: Int] = [
        "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10,
    ]

    init(documentDate: CalendarDate?) { self.documentDate = documentDate }

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
                switch view.lowers[index - 1] {
                case "since": (start, to) = (index - 1, nil)
                case "by", "until", "before", "till": (start, from) = (index - 1, nil)
                case "on", "in", "during", "last": start = index - 1
                default: break
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
        let words = view.lowers
        func word(_ offset: Int) -> String {
            index + offset < words.count ? words[index + offset] : ""
        }
        func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
        func isMonth(_ offset: Int) -> Int? {
            guard index + offset < words.count, view.words[index + offset].isCapitalised else {
                return nil
            }
            return Self.months[word(offset)]
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
        if let year = number(word(0), 1500...2100), index > 0,
            ["in", "since", "during", "until", "by", "early", "late", "mid"].contains(
                words[index - 1])
        {
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
        let words = view.lowers
        let next = index + 1 < words.count ? words[index + 1] : ""
        let today = documentDate
        if let weekday = Self.weekdays[words[index]], view.words[index].isCapitalised {
            let isNext = index > 0 && words[index - 1] == "next"
            let days = today.map { date in
                let back = (date.weekday - weekday + 7) % 7
                return isNext ? (back == 0 ? 7 : 7 - back) : -back
            }
            let day = days.flatMap { today?.adding(days: $0) }
            return (1, span(day, day))
        }
        switch words[index] {
        case "yesterday", "overnight":
            return (1, span(today?.adding(days: -1), today?.adding(days: -1)))
        case "today", "tonight": return (1, span(today, today))
        case "tomorrow": return (1, span(today?.adding(days: 1), today?.adding(days: 1)))
        case "last", "this", "next":
            let shift = words[index] == "last" ? -1 : (words[index] == "next" ? 1 : 0)
            return period(next, shift).map { (2, $0) }
        default: break
        }
        if let many = Self.numbers[words[index]] ?? Int(words[index]), many < 1_000,
            index + 2 < words.count,
            words[index + 2] == "ago"
        {
            switch next {
            case "day", "days":
                return (3, span(today?.adding(days: -many), today?.adding(days: -many)))
            case "week", "weeks":
                return (
                    3, span(today?.adding(days: -7 * many - 3), today?.adding(days: -7 * many + 3))
                )
            case "month", "months":
                return (
                    3,
                    span(today?.adding(days: -30 * many - 15), today?.adding(days: -30 * many + 15))
                )
            case "year", "years":
                guard let today else { return (3, nil) }
                let year = today.year - many
                return (
                    3,
                    span(
                        CalendarDate(year: year, month: 1, day: 1),
                        CalendarDate(year: year, month: 12, day: 31))
                )
            default: return nil
            }
        }
        return nil
    }

    /// A week, month or year, counted from the document's.
    private func period(_ unit: String, _ shift: Int) -> ClosedRange<CalendarDate>?? {
        guard let today = documentDate else {
            return ["week", "month", "year"].contains(unit) ? .some(nil) : nil
        }
        switch unit {
        case "week":
            let monday = today.adding(days: 1 - today.weekday + 7 * shift)
            return .some(span(monday, monday?.adding(days: 6)))
        case "month":
            let months = today.year * 12 + today.month - 1 + shift
            return .some(whole(months / 12, months % 12 + 1))
        case "year":
            let year = today.year + shift
            return .some(
                span(
                    CalendarDate(year: year, month: 1, day: 1),
                    CalendarDate(year: year, month: 12, day: 31)))
        default: return nil
        }
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
