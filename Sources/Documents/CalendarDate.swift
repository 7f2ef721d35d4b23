/// A day of the Gregorian calendar, with no time and no time zone.
public struct CalendarDate: Hashable, Sendable {
    /// The year, in 1...9999.
    public let year: Int
    /// The month, in 1...12.
    public let month: Int
    /// The day of the month, in 1...31.
    public let day: Int

    /// A day that exists, else nil (there is no 30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The number of days in a month of a year.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
