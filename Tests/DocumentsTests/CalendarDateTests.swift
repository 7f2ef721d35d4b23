import Foundation
import Testing

@testable import Documents

@Suite struct CalendarDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2023, 6, 9, 19_517, 5),
        (1899, 12, 31, -25_568, 7), (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
    ])
    func knowsItsDayNumberAndWeekday(year: Int, month: Int, day: Int, number: Int, weekday: Int)
        throws
    {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(CalendarDate(dayNumber: number) == date)
    }

    @Test func countsDaysBackAndForth() throws {
        let saved = try #require(CalendarDate("2024-03-01"))
        #expect(saved.adding(days: -1)?.description == "2024-02-29")
        #expect(saved.adding(days: -366)?.description == "2023-03-01")
        #expect(saved.adding(days: .max) == nil)
        #expect(saved.adding(days: -1_000_000) == nil)
    }

    @Test(arguments: ["2023-06-09", "20230609", "2023-06-09T08:15:00Z", "2023-06-09 08:15"])
    func readsISODates(text: String) {
        #expect(CalendarDate(text)?.description == "2023-06-09")
    }

    @Test(arguments: [
        "", "2023", "2023-02-30", "2023-13-01", "0000-01-01", "2023-6-9", "2023-06-091",
        "9 June 2023",
        "２０２３０６０９",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func isAStringInJSON() throws {
        let dates = try JSONDecoder().decode(
            [CalendarDate].self, from: Data(#"["2023-06-09"]"#.utf8))
        #expect(
            String(decoding: try JSONEncoder().encode(dates), as: UTF8.self) == #"["2023-06-09"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["June"]"#.utf8))
        }
    }
}
