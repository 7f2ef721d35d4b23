internal import Documents

/// What other languages than English have: years before months, days in figures by their order, years and weeks in one
/// word, what stands behind its noun.
extension DateGrammar {
    /// A year with a word that says that it is one, or one so many years on: "2023年", "سال ۱۴۰۱", "去年".
    private func openingYear(
        at index: Int, in calendar: DateCalendar
    ) -> (year: Int?, next: Int)? {
        if let shift = table[.yearShift, word(index)] {
            return (today.map { calendar.yearAndMonth(of: $0).year + shift }, index + 1)
        }
        let isNamed = table[.yearWord, word(index)] != nil
        let place = isNamed ? index + 1 : index
        guard let year = year(place) else { return nil }
        if table[.yearWord, word(place + 1)] != nil { return (year, behindEra(place + 2)) }
        let next = behindEra(place + 1)
        return isNamed || next > place + 1 ? (year, next) : nil
    }

    /// "2023年3月5日", "geçen yılın Mart ayı", "2021 yazında", "去年上半年".
    func yearFirst(at index: Int) -> Match? {
        guard table.isOther else { return nil }
        let bare = year(index).map { ($0, index + 1) }
        guard let next = (openingYear(at: index, in: .gregorian) ?? bare)?.1 else { return nil }
        let calendar = month(next)?.calendar ?? .gregorian
        guard let (year, _) = openingYear(at: index, in: calendar) ?? bare else { return nil }
        if let match = monthFirst(at: next, year, nil) {
            // Without the day of the text a year told by its distance is open.
            let days = year == nil ? nil : match.days
            return Match(
                count: next - index + match.count, days: days, year: year, isRange: match.isRange)
        }
        if let season = table[.season, word(next)] {
            return Match(
                count: next + 1 - index,
                days: year.flatMap { self.days(ofSeason: season, in: $0) }, year: year)
        }
        if let portion = table[.portion, word(next)] {
            return Match(
                count: next + 1 - index, days: year.flatMap { self.days(of: portion, in: $0) },
                year: year)
        }
        return nil
    }

    /// "le premier trimestre de 2022", with the year behind.
    func portion(at index: Int) -> Match? {
        guard let portion = table[.portion, word(index)] else { return nil }
        let (written, end) = writtenYear(at: index + 1)
        guard let year = written ?? statedYear ?? today?.year else {
            return Match(count: end - index)
        }
        return Match(
            count: end - index, days: self.days(of: portion, in: year), year: written)
    }

    private func days(of portion: Int, in year: Int) -> ClosedRange<CalendarDate>? {
        let (which, months) = (portion / 10, portion % 10)
        guard which * months <= 12 else { return nil }
        return DaySpan.months(
            year, from: (which - 1) * months + 1, count: months,
            in: table.calendar(of: year))
    }

    /// A year alone, with a word that says that it is one.
    func namedYear(at index: Int) -> Match? {
        let calendar: DateCalendar = table.hijri == .solarHijri ? .solarHijri : .gregorian
        guard let (year, next) = openingYear(at: index, in: calendar) else { return nil }
        let days = year.flatMap { self.days(ofYear: $0, at: next - 2) }
        return Match(count: next - index, days: days, year: year)
    }

    /// Figures with strokes between: "5/3/2023" where the day stands first, "2023/3/5", "۱۴۰۱/۱۲/۱۴".
    func figures(at index: Int) -> Match? {
        let mark = word(index + 1)
        guard table[.dayFirst, mark] != nil, word(index + 3) == mark else { return nil }
        if let year = year(index), let month = Int(word(index + 2)), let day = Int(word(index + 4)),
            let days = DaySpan.day(year, month, day, in: table.calendar(of: year))
        {
            return Match(count: behindEra(index + 5) - index, days: days, year: year)
        }
        guard let day = Int(word(index)), let month = Int(word(index + 2)),
            let year = year(index + 4),
            let days = DaySpan.day(year, month, day, in: table.calendar(of: year))
        else { return nil }
        return Match(count: behindEra(index + 5) - index, days: days, year: year)
    }

    /// What counts from the day of the text in one word, or with its parts in another order than in English.
    func counted(at index: Int) -> Match? {
        let text = word(index)
        if let number = table[.dayOfWeek, text] {
            let shift = Int((Double(number) / 10).rounded(.down))
            return Match(count: 1, days: day(number - 10 * shift, ofWeek: shift))
        }
        if let shift = table[.weekShift, text] {
            if let weekday = table[.weekday, word(index + 1)] {
                return Match(count: 2, days: day(weekday, ofWeek: shift))
            }
            return Match(count: 1, days: period(7, shift) ?? nil)
        }
        if let shift = table[.monthShift, text] { return monthShift(at: index, shift) }
        if let match = before(at: index) { return match }
        if table[.agoBefore, text] != nil, let many = many(index + 1),
            let days = table[.period, word(index + 2)]
        {
            return Match(count: 3, days: before(many, days))
        }
        // "5日": the last such day.
        guard let day = day(index), table[.dayMark, word(index + 1)] ?? 0 > 0 else { return nil }
        return Match(count: 2, days: last(day))
    }

    /// "دو هفته پیش", where "هفته پیش" by itself is last week; one or two of them in one word.
    private func before(at index: Int) -> Match? {
        if let many = many(index) {
            let next = word(index + 1)
            let days =
                table[.weekShift, next] == -1
                ? 7
                : table[.monthShift, next] == -1 ? 30 : table[.yearShift, next] == -1 ? 365 : nil
            if let days { return Match(count: 2, days: before(many, days)) }
        }
        if let days = table[.agoOnce, word(index)] { return Match(count: 1, days: before(1, days)) }
        return table[.agoTwice, word(index)].map { Match(count: 1, days: before(2, $0)) }
    }

    private func monthShift(at index: Int, _ shift: Int) -> Match {
        guard let day = day(index + 1), table[.dayMark, word(index + 2)] != nil else {
            let count = table[.monthWord, word(index + 1)] == nil ? 1 : 2
            return Match(count: count, days: period(30, shift) ?? nil)
        }
        let days = today.flatMap { today in
            let months = today.year * 12 + today.month - 1 + shift
            return DaySpan.day(months / 12, months % 12 + 1, day)
        }
        return Match(count: 3, days: days)
    }

    private func day(_ weekday: Int, ofWeek shift: Int) -> ClosedRange<CalendarDate>? {
        guard let today else { return nil }
        let day = today.adding(days: weekday - today.weekday + 7 * shift)
        return DaySpan.days(day, day)
    }

    /// The day of this month or, where that is still to come, of the last.
    private func last(_ day: Int) -> ClosedRange<CalendarDate>? {
        guard let today else { return nil }
        let months = today.year * 12 + today.month - 1 - (day > today.day ? 1 : 0)
        return DaySpan.day(months / 12, months % 12 + 1, day)
    }
}
