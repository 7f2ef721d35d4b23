internal import Documents

/// The days that years, months, seasons and parts of years mean; nil for those that do not exist.
enum DaySpan {
    static func days(_ from: CalendarDate?, _ to: CalendarDate?) -> ClosedRange<CalendarDate>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    static func day(
        _ year: Int, _ month: Int, _ day: Int, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        let date = calendar.day(year, month, day)
        return days(date, date)
    }

    /// A year, of whichever calendar counts so.
    static func year(_ year: Int) -> ClosedRange<CalendarDate>? {
        months(year, from: 1, count: 12, in: DateCalendar(countingTo: year))
    }

    /// So many whole months from one of a year on, which may run into the next.
    static func months(
        _ year: Int, from month: Int, count: Int = 1, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        let end = year * 12 + month - 1 + count
        return days(
            calendar.day(year, month, 1),
            calendar.day(end / 12, end % 12 + 1, 1)?.adding(days: -1))
    }
}
