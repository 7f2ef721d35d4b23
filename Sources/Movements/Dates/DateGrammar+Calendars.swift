internal import Documents

/// Dates by more than one calendar.
extension DateGrammar {
    /// Which calendar a word behind a year says that it is of; the raw values are the numbers of the table.
    enum Era: Int {
        case common = 0, solar = 1, lunar = 2

        var calendar: DateCalendar {
            switch self {
            case .common: .gregorian
            case .solar: .solarHijri
            case .lunar: .lunarHijri
            }
        }
    }

    private func era(_ index: Int) -> Era? { table[.era, word(index)].flatMap(Era.init) }

    /// Where what is read goes on behind the words that say of which calendar a year is, where there are some.
    func behindEra(_ index: Int) -> Int { era(index) == nil ? index : index + 1 }

    /// The days of a year, of the calendar that the word behind it names or else counts so.
    func days(ofYear year: Int, at index: Int) -> ClosedRange<CalendarDate>? {
        let named = (era(index + 1) ?? era(index + 2))?.calendar
        return DaySpan.year(year, in: named ?? table.calendar(of: year))
    }

    /// Whether a number with nothing but a preposition before it is a year: in Arabic "1300" by itself is rather an amount.
    func isPlainYear(_ year: Int, at index: Int) -> Bool {
        table.calendar(of: year) != .lunarHijri || era(index + 1) != nil
    }

    /// Whether the name of a month, alone, may be that of a person or a common word: "Rajab", "Ramadan".
    func isDoubtful(_ month: Month, at index: Int) -> Bool {
        guard month.calendar == .lunarHijri, !month.isNamed else { return false }
        return index == 0
            || table[.within, word(index - 1)] == nil && table[.from, word(index - 1)] == nil
    }

    /// A date with the same day by another calendar behind it: "12 Ramadan 1444, corresponding to 3 April 2023".
    func toldTwice(_ match: Match, at index: Int) -> Match {
        var next = index + match.count
        if word(next) == "," || word(next) == "،" { next += 1 }
        guard table[.same, word(next)] != nil, let other = calendar(at: next + 1) else {
            return match
        }
        // The one whose days are surer.
        let spans = [match.days, other.days].compactMap { $0 }
        let days = spans.min { Self.length($0) < Self.length($1) }
        return Match(
            count: next + 1 + other.count - index, days: days, year: match.year ?? other.year,
            isRange: match.isRange)
    }

    private static func length(_ days: ClosedRange<CalendarDate>) -> Int {
        days.upperBound.dayNumber - days.lowerBound.dayNumber
    }

    /// The one of some days that is the day of the week told; all of them where none is told.
    func settled(_ days: ClosedRange<CalendarDate>?, by weekday: Int?) -> ClosedRange<CalendarDate>?
    {
        guard let days, let weekday else { return days }
        var day: CalendarDate? = days.lowerBound
        while let candidate = day, candidate <= days.upperBound {
            if candidate.weekday == weekday { return candidate...candidate }
            day = candidate.adding(days: 1)
        }
        return days
    }
}
