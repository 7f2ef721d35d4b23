import Documents
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
