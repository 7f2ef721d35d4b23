import Foundation
import Testing

@testable import Documents

@Suite struct MarkdownTests {
    private func read(_ text: String) throws -> Document {
        try Reading(Array(text.utf8), mediaType: .markdown).only()
    }

    @Test func marksAreNoText() throws {
        let document = try read(
            """
            # Modern Dutchman? Ship turned away

            2024-05-03

            On Tuesday the **Lana** sailed from [Bari](https://example.org/Lagos) to *Durres*, where
            she `waited`.

            - Bari: two days
            - Durres: four days

            > Nobody wants her, said the agent in Bari.

            ```
            ship.route("Lagos", "Quito")
            ```
            """)
        #expect(document.title == "Modern Dutchman? Ship turned away")
        #expect(document.date?.day.description == "2024-05-03")
        #expect(
            document.text.contains(
                "On Tuesday the Lana sailed from Bari to Durres, where she waited."))
        #expect(document.text.contains("Nobody wants her"))
        #expect(!document.text.contains("Lagos"))
        #expect(!document.text.contains("#"))
        let list = document.paragraphs.filter { $0.kind == .list }
        #expect(
            list.map { String(document.text(at: $0.utf8Range)) } == [
                "Bari: two days", "Durres: four days",
            ])
    }

    @Test func frontMatterTellsTitleDayAndSource() throws {
        let document = try read(
            "---\ntitle: \"Grain: a report\"\ndate: 2023-05-04 10:00\nurl: https://example.org/\n---\n\n"
                + Samples.first)
        #expect(document.title == "Grain: a report")
        #expect(document.date?.day.description == "2023-05-04")
        #expect(document.source == "https://example.org/")
        #expect(document.text == Samples.first)
        #expect(try read("---\n---\n\(Samples.first)").text == Samples.first)
        #expect(try read("---\n\(Samples.first)").text == Samples.first)
    }

    @Test func tablesAreReadRowByRow() throws {
        let document = try read("| From | To |\n|---|---|\n| Odesa | Haifa |\n| Varna | Bari |\n")
        #expect(document.text == "From | To\nOdesa | Haifa\nVarna | Bari")
    }

    @Test(
        "Marks inside a sentence leave its words as they are",
        arguments: [
            (
                "The freighter [left Midia](https://example.org/a) for [Jeddah][1].\n\n[1]: https://example.org/b",
                "The freighter left Midia for Jeddah."
            ),
            (
                "*She is due to arrive in Cape Town*, from **Goa**.",
                "She is due to arrive in Cape Town, from Goa."
            ),
            (
                "Coal[^1] went from Goa[^2] to Mundra.\n\n[^2]: See map.",
                "Coal[^1] went from Goa to Mundra.\n\nSee map."
            ),
            (
                "Coal went from <b>Goa</b> to <a class='related' href='x'>Mundra</a> by sea.",
                "Coal went from Goa to Mundra by sea."
            ),
            (
                "~~Two~~ Three ships went from Goa to Mundra.",
                "Three ships went from Goa to Mundra."
            ),
            (
                "Coal went from ![flag](f.png) Go**a** to _Mundra_'s port.",
                "Coal went from Goa to Mundra's port."
            ),
            ("> Coal went from\n> Goa to `Mundra`.", "Coal went from Goa to Mundra."),
        ])
    func sentences(markdown: String, text: String) throws {
        let words = { (text: String) in text.split { $0.isWhitespace }.joined(separator: " ") }
        let read = try read(markdown).text.replacingOccurrences(of: "↩", with: "")
        #expect(words(read) == words(text))
    }

    @Test func listsToTickHaveNoBoxes() throws {
        let document = try read("- [ ] Coal from Goa to Mundra\n- [x] Iron from Mundra to Goa\n")
        #expect(document.text == "Coal from Goa to Mundra\n\nIron from Mundra to Goa")
    }

    @Test func quotationsWithoutEndAreRefused() throws {
        let deep = String(repeating: "> ", count: 20_000) + Samples.first
        #expect(
            try Reading(Array(deep.utf8), mediaType: .markdown).failures == [.tooComplex("file")])
        let code = try Reading(Array("```\nx\n```".utf8), mediaType: .markdown)
        #expect(code.failures == [.noText("file")])
    }
}
