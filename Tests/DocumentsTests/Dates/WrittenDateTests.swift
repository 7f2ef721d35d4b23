import Testing

@testable import Documents

@Suite struct WrittenDateTests {
    @Test(arguments: [
        ("June 9, 2023", "2023-06-09"), ("Sept. 3 2019", "2019-09-03"),
        ("9 June 2023", "2023-06-09"),
        ("the 9th of June, 2023", "2023-06-09"), ("Fri, 09 Jun 2023 08:00 GMT", "2023-06-09"),
        ("2023/06/09", "2023-06-09"), ("25/12/2022", "2022-12-25"), ("12/25/2022", "2022-12-25"),
        ("9.6.2023", "2023-06-09"), ("20230609", "2023-06-09"), ("2023-06-09T10:00Z", "2023-06-09"),
    ])
    func readsAWholeDate(text: String, expected: String) throws {
        let dates = WrittenDate.dates(in: Substring(text), lexicon: try .english())
        #expect(dates.map(\.value) == [.day(try #require(CalendarDate(expected)))])
    }

    @Test(arguments: [
        "May we go", "31 February 2020", "06/09/2023", "in 2023", "12345678", "March", "1,234 June",
        "9 Jane 2023",
    ])
    func takesNothingElseForADate(text: String) throws {
        let dates = WrittenDate.dates(in: Substring(text), lexicon: try .english())
        #expect(dates.allSatisfy { if case .day = $0.value { false } else { true } })
    }

    @Test func readsAges() throws {
        let lexicon = try PageLexicon.english()
        #expect(
            WrittenDate.dates(in: "712 days ago", lexicon: lexicon).map(\.value) == [
                .ago(days: 712)
            ])
        #expect(
            WrittenDate.dates(in: "3 hours ago", lexicon: lexicon).map(\.value) == [.ago(days: 0)])
        #expect(WrittenDate.dates(in: "99999999999999999999 days ago", lexicon: lexicon).isEmpty)
    }

    @Test func standsWhereItIsWritten() throws {
        let text: Substring = "Published on 3 October 2022, 9.15 am"
        let date = try #require(WrittenDate.dates(in: text, lexicon: try .english()).first)
        #expect(text[date.range] == "3 October 2022")
    }
}
