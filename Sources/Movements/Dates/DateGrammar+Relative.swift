internal import Documents

/// Parts of years, seasons, and what counts from the day of the text.
extension DateGrammar {
    /// "the first quarter of 2022", "Q1 2022", "second half of 2021".
    func part(at index: Int) -> Match? {
        if let months = table[.part, word(index + 1)], let number = table[.ordinal, word(index)],
            number * months <= 12
        {
            return part(number, of: months, at: index + 2, from: index)
        }
        // "Q1", "H2".
        let text = word(index)
        guard text.utf8.count == 2, let number = Int(text.dropFirst()), number > 0,
            let months = table[.part, String(text.prefix(1))], number * months <= 12
        else { return nil }
        return part(number, of: months, at: index + 1, from: index)
    }

    private func part(_ number: Int, of months: Int, at next: Int, from index: Int) -> Match? {
        let (written, end) = writtenYear(at: next)
        // "the first half of the match" is no time of a year.
        guard let year = written else { return nil }
        return Match(
            count: end - index,
            days: DaySpan.months(year, from: (number - 1) * months + 1, count: months), year: year)
    }

    /// "spring 2022", "the summer of 2021", "last winter"; a season alone only behind such a word, as "fall" may be a verb.
    func season(at index: Int) -> Match? {
        let shift = table[.shift, word(index)]
        let at = shift == nil ? index : index + 1
        guard let month = table[.season, word(at)] else { return nil }
        let (written, end) = writtenYear(at: at + 1)
        if let written {
            return Match(
                count: end - index, days: days(ofSeason: month, in: written), year: written)
        }
        let isTold =
            index > 0 && table[.article, word(index - 1)] != nil && index > 1
            && table[.within, word(index - 2)] != nil
        guard shift != nil || isTold || table[.alone, word(at)] != nil else { return nil }
        guard let today else { return Match(count: at + 1 - index) }
        // The last such season that began; with "next" the one after.
        let begun = month <= today.month ? today.year : today.year - 1
        let year = shift == 1 ? begun + 1 : shift == -1 && isNow(month, today) ? begun - 1 : begun
        return Match(count: at + 1 - index, days: DaySpan.months(year, from: month, count: 3))
    }

    /// The three months of a season by its first month, of a year in whichever calendar.
    func days(ofSeason month: Int, in year: Int) -> ClosedRange<CalendarDate>? {
        switch table.calendar(of: year) {
        case .gregorian: DaySpan.months(year, from: month, count: 3)
        // Its first season begins with its year.
        case .solarHijri: DaySpan.months(year, from: month - 2, count: 3, in: .solarHijri)
        // Its months wander through the seasons.
        case .lunarHijri: nil
        }
    }

    private func isNow(_ month: Int, _ today: CalendarDate) -> Bool {
        (today.month - month + 12) % 12 < 3
    }

    func relative(at index: Int) -> Match? {
        if let weekday = table[.weekday, word(index)], isCapitalised[index] {
            if let shift = table[.shiftBehind, word(index + 1)] {
                return Match(count: 2, days: nearest(weekday, shift: shift))
            }
            let shift = index > 0 ? table[.shift, word(index - 1)] : nil
            return Match(count: 1, days: nearest(weekday, shift: shift))
        }
        if let days = table[.day, word(index)] {
            return Match(
                count: 1,
                days: DaySpan.days(today?.adding(days: days), today?.adding(days: days)))
        }
        if let shift = table[.shift, word(index)] {
            if let days = table[.period, word(index + 1)] {
                return period(days, shift).map { Match(count: 2, days: $0) }
            }
            if let month = month(index + 1), let today {
                return Match(count: 1 + month.count, days: days(of: month, shift, from: today))
            }
        }
        // "the past two weeks", "the last three months": up to the day of the text.
        if table[.past, word(index)] != nil, let many = many(index + 1),
            let days = table[.period, word(index + 2)]
        {
            let from = today?.adding(days: -days * many)
            return Match(count: 3, days: DaySpan.days(from, today))
        }
        guard let many = many(index), table[.ago, word(index + 2)] != nil,
            let days = table[.period, word(index + 1)]
        else { return nil }
        return Match(count: 3, days: before(many, days))
    }

    /// The last such month before that of a day, the next one behind it, or that of its own year.
    func days(of month: Month, _ shift: Int, from today: CalendarDate) -> ClosedRange<
        CalendarDate
    >? {
        let (thisYear, thisMonth) = month.calendar.yearAndMonth(of: today)
        let year =
            shift < 0
            ? (month.number < thisMonth ? thisYear : thisYear - 1)
            : shift > 0 ? (month.number > thisMonth ? thisYear : thisYear + 1) : thisYear
        return DaySpan.months(year, from: month.number, in: month.calendar)
    }

    func many(_ index: Int) -> Int? {
        guard let many = table[.number, word(index)] ?? Int(word(index)), (1..<1_000).contains(many)
        else { return nil }
        return many
    }

    /// The last such day of the week, that of the text included but for "last Friday"; the one after with "next".
    func nearest(_ weekday: Int, shift: Int?) -> ClosedRange<CalendarDate>? {
        guard let today else { return nil }
        let back = (today.weekday - weekday + 7) % 7
        let day = today.adding(days: shift == 1 ? 7 - back : shift == -1 && back == 0 ? -7 : -back)
        return DaySpan.days(day, day)
    }

    /// So many days, weeks, months or years before the day of the text, give or take half of one.
    func before(_ many: Int, _ days: Int) -> ClosedRange<CalendarDate>? {
        guard let today else { return nil }
        if days >= 365 { return DaySpan.year(today.year - many) }
        let half = days / 2
        return DaySpan.days(
            today.adding(days: -days * many - half), today.adding(days: -days * many + half))
    }

    /// A week, month or year, counted from that of the text; nil for another length of time.
    func period(_ days: Int, _ shift: Int) -> ClosedRange<CalendarDate>?? {
        guard days >= 7, days != 14 else { return nil }
        guard let today else { return .some(nil) }
        if days == 7 {
            let monday = today.adding(days: 1 - today.weekday + 7 * shift)
            return .some(DaySpan.days(monday, monday?.adding(days: 6)))
        }
        if days >= 365 { return .some(DaySpan.year(today.year + shift)) }
        let months = today.year * 12 + today.month - 1 + shift
        return .some(DaySpan.months(months / 12, from: months % 12 + 1))
    }
}
