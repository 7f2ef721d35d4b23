import Documents
import Foundation
import Testing

@testable import Movements

@Suite("The days that expressions of time mean")
struct DateGrammarTests {
    /// The last expression of words parted by blanks, told on 2023-06-09, a Friday.
    private func days(_ sentence: String) throws -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let table = try TimeWords(contentsOf: folder.appending(path: "Data/Lexicon/en"))
        let words = sentence.split(separator: " ").map(String.init)
        var grammar = DateGrammar(
            lowers: words.map { $0.lowercased() },
            isCapitalised: words.map { $0.first?.isUppercase ?? false },
            today: CalendarDate("2023-06-09"), table: table)
        guard let last = grammar.expressions().last else { return "" }
        return "\(last.from?.description ?? "?")..\(last.to?.description ?? "?")"
    }

    @Test(
        "Days, ranges, months, seasons and what counts from the day of the text",
        arguments: [
            ("shipped on 3rd March 2021", "2021-03-03..2021-03-03"),
            ("shipped on the 3rd of March 2021", "2021-03-03..2021-03-03"),
            ("shipped on March 3rd , 2021", "2021-03-03..2021-03-03"),
            ("shipped on 2021 - 03 - 03", "2021-03-03..2021-03-03"),
            ("shipped on 3 March , 2021", "2021-03-03..2021-03-03"),
            ("shipped on March 3 - 5 , 2021", "2021-03-03..2021-03-05"),
            ("shipped between May 3 and May 9 , 2021", "2021-05-03..2021-05-09"),
            ("shipped from 3 to 9 May 2021", "2021-05-03..2021-05-09"),
            ("shipped in May of 2021", "2021-05-01..2021-05-31"),
            ("shipped on Wednesday , March 1", "2023-03-01..2023-03-01"),
            ("shipped between March and May 2021", "2021-03-01..2021-05-31"),
            ("shipped in the first quarter of 2022", "2022-01-01..2022-03-31"),
            ("shipped in the spring of 2022", "2022-03-01..2022-05-31"),
            ("shipped last summer", "2022-06-01..2022-08-31"),
            ("shipped since May", "2023-05-01..?"),
            ("shipped 712 days ago", "2021-06-27..2021-06-27"),
            ("shipped last Friday", "2023-06-02..2023-06-02"),
            ("shipped over the past two weeks", "2023-05-26..2023-06-09"),
            ("shipped on Monday , 5 June", "2023-06-05..2023-06-05"),
            ("shipped from November 2021 to February 2022", "2021-11-01..2022-02-28"),
            ("shipped between 2014 and 2016", "2014-01-01..2016-12-31"),
            ("shipped on March 28 – April 2 , 2021", "2021-03-28..2021-04-02"),
            ("shipped in late 2021", "2021-01-01..2021-12-31"),
            ("shipped last May", "2023-05-01..2023-05-31"),
            ("In 2019 the firm grew , and in May it shipped", "2019-05-01..2019-05-31"),
            ("shipped in Q3 2022", "2022-07-01..2022-09-30"),
            ("shipped in winter 2021", "2021-12-01..2022-02-28"),
            ("it may ship 3 tonnes", ""),
            ("on 13.04.2021", "2021-04-13..2021-04-13"),
            ("on 04/13/2021", "2021-04-13..2021-04-13"),
            ("from December to February 2021", "2020-12-01..2021-02-28"),
            ("on Thursday , 1 June 2023", "2023-06-01..2023-06-01"),
            ("on May 3 and June 4 , 2021", "2021-06-04..2021-06-04"),
            ("next month", "2023-07-01..2023-07-31"),
            ("on May 3 and 2 crates", "2023-05-03..2023-05-03"),
        ])
    func means(sentence: String, expected: String) throws {
        #expect(try days(sentence) == expected)
    }

    @Test("The year at the end of a list is that of all in it")
    func lists() throws {
        #expect(try days("on May 3 , June 4") == "2023-06-04..2023-06-04")
        #expect(try days("on May 3 and") == "2023-05-03..2023-05-03")
    }

    @Test("A day that can be read in two orders is none")
    func twoOrders() throws {
        #expect(try days("on 03/04/2021") == "?..?")
    }
}
