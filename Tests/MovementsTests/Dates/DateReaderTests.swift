import Documents
import Geoparsing
import Testing

@testable import Movements

@Suite("When a movement took place")
struct DateReaderTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// The words of the date and the days it means, for a movement told on a day.
    private func date(_ when: String, on day: String?) throws -> String? {
        let example = try MovementCase(
            marked: "Oil was shipped from [Basra~port] to [Mumbai~port] \(when).")
        let (stated, document) = reader.read(example.text, example.mentions, date: day)
        return stated.movements.first?.date.map {
            "\(document.text(at: $0.utf8Range)): \($0.from ?? "?") to \($0.to ?? "?")"
        }
    }

    @Test(
        "Dates are counted from the day of the text, 2023-06-09, a Friday",
        arguments: [
            ("in April", "in April: 2023-04-01 to 2023-04-30"),
            ("in August", "in August: 2022-08-01 to 2022-08-31"),
            ("on Wednesday", "on Wednesday: 2023-06-07 to 2023-06-07"),
            ("last month", "last month: 2023-05-01 to 2023-05-31"),
            ("yesterday", "yesterday: 2023-06-08 to 2023-06-08"),
            ("on 3 March 2021", "on 3 March 2021: 2021-03-03 to 2021-03-03"),
            ("two days ago", "two days ago: 2023-06-07 to 2023-06-07"),
        ])
    func relative(when: String, expected: String) throws {
        #expect(try date(when, on: "2023-06-09") == expected)
    }

    @Test("Without the day of the text, a year that is not told is not guessed")
    func noYear() throws {
        #expect(try date("in April", on: nil) == "in April: ? to ?")
        #expect(try date("in April 1987", on: nil) == "in April 1987: 1987-04-01 to 1987-04-30")
    }

    @Test("The day on which it was told is not the day on which it happened")
    func toldOn() throws {
        let example = try MovementCase(
            marked:
                "Officials said on Monday that oil was shipped from [Basra~port] to [Mumbai~port].")
        let (stated, _) = reader.read(example.text, example.mentions, date: "2023-06-09")
        #expect(stated.movements.count == 1)
        #expect(stated.movements.first?.date == nil)
    }
}
