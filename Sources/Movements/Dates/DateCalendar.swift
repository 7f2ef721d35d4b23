internal import Documents

/// A calendar by which texts count years and months.
enum DateCalendar: Sendable {
    case gregorian
    /// That of Iran and Afghanistan, whose years begin at the equinox of March.
    case solarHijri
    /// That of Islam, by the tables: real months begin when the moon is seen, a day earlier or later, rarely two.
    case lunarHijri

    /// Years that are counted from the year 622, and not written of in another calendar.
    static let hijriYears = 1250...1499

    /// Whether its days are those of the tables give or take one.
    var isObserved: Bool { self == .lunarHijri }

    /// A day by its numbers; nil where there is none.
    func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        switch self {
        case .gregorian: return CalendarDate(year: year, month: month, day: day)
        case .solarHijri:
            guard (1...12).contains(month), day >= 1, day <= Self.length(ofSolarMonth: month, year)
            else { return nil }
            return Self.newYear(year)?.adding(days: Self.days(beforeSolarMonth: month) + day - 1)
        case .lunarHijri:
            // No month has more than 30 days; the tables' 30th may be the moon's first.
            guard Self.hijriYears.contains(year) || Self.hijriYears.contains(year - 1),
                (1...12).contains(month), (1...30).contains(day)
            else { return nil }
            return CalendarDate(dayNumber: Self.dayNumber(ofLunar: year, month) + day - 1)
        }
    }

    /// The year and month of a day.
    func yearAndMonth(of date: CalendarDate) -> (year: Int, month: Int) {
        switch self {
        case .gregorian: return (date.year, date.month)
        case .solarHijri:
            var year = date.year - 621
            if let start = Self.newYear(year), date < start { year -= 1 }
            guard let start = Self.newYear(year) else { return (year, 1) }
            let passed = date.dayNumber - start.dayNumber
            return (year, (1...12).last { Self.days(beforeSolarMonth: $0) <= passed } ?? 1)
        case .lunarHijri:
            let passed = date.dayNumber - Self.dayNumber(ofLunar: 1, 1)
            // 30 years have 10,631 days.
            var year = passed * 30 / 10_631 + 1
            while Self.dayNumber(ofLunar: year + 1, 1) <= date.dayNumber { year += 1 }
            while Self.dayNumber(ofLunar: year, 1) > date.dayNumber { year -= 1 }
            let month = (1...12).last { Self.dayNumber(ofLunar: year, $0) <= date.dayNumber }
            return (year, month ?? 1)
        }
    }

    /// The first day of a month of the tabular Islamic calendar, in days since 1970-01-01.
    ///
    /// Months of 30 and 29 days by turns, and eleven years in thirty (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29) with a day
    /// more, from Friday 16 July 622 (Julian) on: Reingold and Dershowitz, "Calendrical Calculations", chapter 7.
    private static func dayNumber(ofLunar year: Int, _ month: Int) -> Int {
        let epoch = 227_015 - 719_163
        return epoch + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2
    }

    private static func days(beforeSolarMonth month: Int) -> Int {
        month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
    }

    private static func length(ofSolarMonth month: Int, _ year: Int) -> Int {
        switch month {
        case ...6: 31
        case ...11: 30
        default: isLeap(year) ? 30 : 29
        }
    }

    /// Leap years of the 33-year cycle, which agrees with the equinox in the years 1244 to 1502 (Heydari, after Borkowski,
    /// "The Persian calendar for 3000 years", 1996).
    private static func isLeap(_ year: Int) -> Bool {
        [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
    }

    /// The first day of a year between 1250 and 1500; 1 Farvardin 1400 was 21 March 2021.
    private static func newYear(_ year: Int) -> CalendarDate? {
        guard (1240...1510).contains(year) else { return nil }
        let years = year - 1400
        let leaps =
            years >= 0
            ? (1400..<year).count(where: isLeap) : -(year..<1400).count(where: isLeap)
        return CalendarDate(year: 2021, month: 3, day: 21)?.adding(days: 365 * years + leaps)
    }
}
