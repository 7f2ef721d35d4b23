import Documents
import Foundation
import Testing

@testable import Movements

@Suite("The calendar of Iran and Afghanistan")
struct DateCalendarTests {
    @Test(
        "New years and leap years as printed in almanacs",
        arguments: [
            (1357, 11, 22, "1979-02-11"), (1399, 12, 30, "2021-03-20"), (1400, 1, 1, "2021-03-21"),
            (1401, 12, 14, "2023-03-05"), (1402, 3, 19, "2023-06-09"), (1403, 12, 30, "2025-03-20"),
            (1404, 1, 1, "2025-03-21"), (1408, 12, 30, "2030-03-20"),
        ])
    func days(year: Int, month: Int, day: Int, expected: String) {
        let date = DateCalendar.solarHijri.day(year, month, day)
        #expect(date?.description == expected)
        #expect(date.map { DateCalendar.solarHijri.yearAndMonth(of: $0).year } == year)
        #expect(date.map { DateCalendar.solarHijri.yearAndMonth(of: $0).month } == month)
    }

    @Test("There is no thirtieth day at the end of a common year")
    func none() {
        #expect(DateCalendar.solarHijri.day(1402, 12, 30) == nil)
        #expect(DateCalendar.solarHijri.day(1402, 7, 31) == nil)
        #expect(DateCalendar.solarHijri.day(1402, 13, 1) == nil)
    }
}

@Suite("The calendar of Islam, by the tables")
struct LunarCalendarTests {
    /// The first two are of the table of sample dates in Reingold and Dershowitz, "Calendrical Calculations", appendix C; the others
    /// are beginnings of years and feasts as almanacs gave them for Saudi Arabia, where the tables agree with them.
    @Test(arguments: [
        (1348, 3, 13, "1929-08-19"), (1416, 10, 5, "1996-02-25"), (1441, 12, 10, "2020-07-31"),
        (1444, 9, 1, "2023-03-23"), (1445, 1, 1, "2023-07-19"),
        (1445, 10, 1, "2024-04-10"),
    ])
    func days(year: Int, month: Int, day: Int, expected: String) {
        let date = DateCalendar.lunarHijri.day(year, month, day)
        #expect(date?.description == expected)
        #expect(date.map { DateCalendar.lunarHijri.yearAndMonth(of: $0).year } == year)
        #expect(date.map { DateCalendar.lunarHijri.yearAndMonth(of: $0).month } == month)
    }

    @Test("Every month begins on the day that ICU's civil Islamic calendar has")
    func likeICU() throws {
        var calendar = Calendar(identifier: .islamicCivil)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for year in 1300...1480 {
            for month in 1...12 {
                let parts = DateComponents(year: year, month: month, day: 1, hour: 12)
                let instant = try #require(calendar.date(from: parts)).timeIntervalSince1970
                let day = DateCalendar.lunarHijri.day(year, month, 1)
                #expect(day?.dayNumber == Int((instant / 86_400).rounded(.down)))
            }
        }
    }

    @Test("A moon that is seen a day later moves the day: a date is given or taken one")
    func uncertainty() {
        let days = DaySpan.day(1444, 9, 12, in: .lunarHijri)
        #expect(days?.lowerBound.description == "2023-04-02")
        #expect(days?.upperBound.description == "2023-04-04")
    }

    @Test("There is no month of thirty-one days, and no year far from ours")
    func none() {
        #expect(DateCalendar.lunarHijri.day(1444, 9, 31) == nil)
        #expect(DateCalendar.lunarHijri.day(1444, 13, 1) == nil)
        #expect(DateCalendar.lunarHijri.day(1200, 1, 1) == nil)
    }
}
