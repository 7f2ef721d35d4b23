internal import Documents

/// The days that years, months, seasons and parts of years mean; nil for those that do not exist.
enum DaySpan {
    /// From one day to another; where the calendar's days are seen in the sky, a day more at each end.
    static func days(
        _ from: CalendarDate?, _ to: CalendarDate?, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        guard let from, let to, from <= to else { return nil }
        guard calendar.isObserved, let before = from.adding(days: -1),
            let behind = to.adding(days: 1)
        else { return from...to }
        return before...behind
    }

    static func day(
        _ year: Int, _ month: Int, _ day: Int, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        let date = calendar.day(year, month, day)
        return days(date, date, in: calendar)
    }

    /// A year of a calendar.
    static func year(
        _ year: Int, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        months(year, from: 1, count: 12, in: calendar)
    }

    /// So many whole months from one of a year on, which may run into the next.
    static func months(
        _ year: Int, from month: Int, count: Int = 1, in calendar: DateCalendar = .gregorian
    ) -> ClosedRange<CalendarDate>? {
        let end = year * 12 + month - 1 + count
        return days(
            calendar.day(year, month, 1),
            calendar.day(end / 12, end % 12 + 1, 1)?.adding(days: -1), in: calendar)
    }
}
