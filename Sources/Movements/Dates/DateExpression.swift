internal import Documents

/// A run of words of a sentence that says when.
struct DateExpression: Equatable {
    /// The words, with the preposition before them.
    var words: Range<Int>
    /// The first day; nil where it is left open.
    var from: CalendarDate?
    /// The last day; nil where it is left open.
    var to: CalendarDate?
}

/// The days that years, months, seasons and parts of years mean; nil for those that do not exist.
enum DaySpan {
    static func days(_ from: CalendarDate?, _ to: CalendarDate?) -> ClosedRange<CalendarDate>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<CalendarDate>? {
        let date = CalendarDate(year: year, month: month, day: day)
        return days(date, date)
    }

    static func year(_ year: Int) -> ClosedRange<CalendarDate>? { months(year, from: 1, count: 12) }

    /// So many whole months from one of a year on, which may run into the next.
    static func months(
        _ year: Int, from month: Int, count: Int = 1
    ) -> ClosedRange<CalendarDate>? {
        let end = year * 12 + month - 1 + count
        return days(
            CalendarDate(year: year, month: month, day: 1),
            CalendarDate(year: end / 12, month: end % 12 + 1, day: 1)?.adding(days: -1))
    }
}
