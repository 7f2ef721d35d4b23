import Documents
import Testing

@testable import Movements

@Suite("Dates over what they date")
struct TimelineDatesTests {
    let words: TimeWords

    init() throws { words = try Reader.shared().extractor.lexicon.time }

    /// The days of movements that stretches of a text state, none of which tells its own.
    private func days(_ text: String, _ stretches: [String], on day: String? = nil) -> [String?] {
        let document = Document(text: text, date: day.flatMap { CalendarDate($0) })
        var movements = stretches.map { stretch in
            let start = document.text.firstRange(of: stretch)?.lowerBound
            let offset = start?.utf16Offset(in: document.text) ?? 0
            return Movement(
                origin: nil, destination: nil, evidence: [offset..<offset + stretch.utf8.count],
                rule: "reader", confidence: 0.9)
        }
        TimelineDates(of: document, words: words).addDates(to: &movements)
        return movements.map { movement in
            movement.date.map { $0.from ?? String(document.text(at: $0.utf8Range)) }
        }
    }

    @Test("A heading's day is that of what stands below it, until the next heading")
    func headings() {
        let text = """
            On the road

            Monday, 4 March 2024

            Three trucks drove from Kampala to Juba.

            A barge went from Juba to Malakal.

            Tuesday, 5 March 2024

            A plane flew from Nairobi to Kigali.
            """
        #expect(
            days(text, ["Three trucks", "A barge", "A plane"]) == [
                "2024-03-04", "2024-03-04", "2024-03-05",
            ])
    }

    @Test(
        "What is counted from today is a page's stamp, no heading",
        arguments: ["712 days ago", "3 hours ago", "Two weeks ago", "Yesterday"])
    func stamps(stamp: String) {
        let text = "Barley for the army\n\n\(stamp)\n\nA tanker sailed from Aden to Djibouti."
        #expect(days(text, ["A tanker"], on: "2023-06-09") == [nil])
    }

    @Test("A label is that of its own entry")
    func labels() {
        let text = """
            What the agent saw

            3 March: A tanker sailed from Aden to Djibouti.

            The port is busy and has been so for years, the agent said at his desk.

            2024-03-05 – A tanker sailed from Djibouti to Massawa.

            13.04.2020 A convoy moved flour from Mersin to Idlib.
            """
        #expect(
            days(
                text,
                ["A tanker sailed from Aden", "The port is", "A tanker sailed from D", "A convoy"],
                on: "2024-03-20") == ["2024-03-03", nil, "2024-03-05", "2020-04-13"])
    }

    @Test("The year and the month of a heading are those of the days below it")
    func months() {
        let text = """
            Diary

            March 2019

            3rd: We drove from Tehran to Isfahan in one go.

            9th: We took the train from Isfahan to Shiraz.

            1914

            12 August: The regiment was shipped from Southampton to Le Havre.
            """
        #expect(
            days(text, ["We drove", "We took", "The regiment"], on: "2020-01-01") == [
                "2019-03-03", "2019-03-09", "1914-08-12",
            ])
    }

    @Test("Days that are only counted are counted from the first, where that has a date")
    func counted() {
        let dated =
            "Log\n\nDay 1 (12 May 2023) - Lisbon\n\nThe ship sailed from Lisbon to Funchal.\n\n"
            + "Day 3 - Funchal\n\nThe ship went on from Funchal to Las Palmas."
        #expect(days(dated, ["The ship sailed", "The ship went"]) == ["2023-05-12", "2023-05-14"])
        let undated = "Log\n\nDay 2 - Aden\n\nWe sailed from Aden to Berbera with rice."
        #expect(days(undated, ["We sailed"]) == ["Day 2"])
    }

    @Test("A heading without a date ends what a dated one held")
    func ended() {
        let text = """
            Grain watch

            2 June 2021

            A bulk carrier sailed from Odesa to Varna with maize.

            Background

            Wheat is shipped from Constanta to Alexandria by several traders, who sell it to mills.
            """
        #expect(days(text, ["A bulk carrier", "Wheat is"]) == ["2021-06-02", nil])
    }

    @Test(
        "What only begins like a date is none",
        arguments: [
            "May the ship that sailed from Odesa to Varna come home.",
            "March on, they said, and went from Rouen to Le Mans.",
            "1914 men went from Rouen to Le Mans on foot.",
            "Day tours go from Rouen to Le Mans by coach.",
            "In 2021, ships sailed from Odesa to Varna with maize.",
        ])
    func none(line: String) {
        #expect(
            days("Notes\n\n\(line)\n\nA ship sailed to Varna with much maize.", [line]) == [nil])
    }
}
