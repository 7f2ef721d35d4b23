import Documents
import Movements
import Testing

@testable import Formats

@Suite("Days in words")
struct DayTextTests {
    @Test(
        "A stated date is told as it was understood",
        arguments: [
            ("2023-06-09", "2023-06-09", "Friday, 9 June 2023"),
            ("2023-06-01", "2023-06-30", "June 2023"),
            ("2024-02-01", "2024-02-29", "February 2024"),
            ("2023-01-01", "2023-12-31", "2023"),
            ("2023-04-01", "2023-06-30", "April 2023 to June 2023"),
            ("2023-06-09", "2023-06-12", "9 June 2023 to 12 June 2023"),
            ("2023-06-09", nil, "from 9 June 2023"),
            (nil, "2024-06-01", "until 1 June 2024"),
            (nil, nil, nil),
        ] as [(String?, String?, String?)])
    func words(from: String?, to: String?, words: String?) {
        #expect(DayText.words(StatedDate(utf8Range: 0..<1, from: from, to: to)) == words)
    }

    @Test("Figures that may be two days are told as both")
    func ambiguous() {
        #expect(
            DayText.ambiguous("on 3/4/2024")
                == "3 April 2024 or 4 March 2024, which of them the text leaves open")
        for words in ["13/4/2024", "3/3/2024", "3 April 2024", "3/4", "3/4/24"] {
            #expect(DayText.ambiguous(words) == nil, "\(words)")
        }
    }

    @Test("A route is sorted by its own date, else by its document's")
    func day() {
        var days: [String?] = []
        Atlas(Maps.caspian).forEachRoute { days.append($0.day) }
        #expect(days == [nil, nil, "2024-06-01"])
    }
}
