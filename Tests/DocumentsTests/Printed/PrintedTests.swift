import Testing

@testable import Documents

@Suite struct PrintedTests {
    @Test func aPDFGivesParagraphsAndTheirPages() throws {
        let document = try Reading(Samples.pdf, name: "may").only()
        #expect(document.mediaType == .pdf)
        #expect(document.date?.day.description == "2023-05-04")
        #expect(!document.text.contains("Harbour Desk"))
        #expect(document.text.contains("go on to the Mediterranean Sea."))
        let second = try #require(document.text.firstRange(of: Samples.second))
        #expect(document.mark(at: document.text[..<second.lowerBound].utf8.count)?.number == 2)
        #expect(document.mark(at: 0)?.number == 1)
        #expect(document.pageCount == 3)
    }

    @Test func aPDFOfPicturesSaysSo() throws {
        let reading = try Reading(PlainPDF.bytes(pages: [[], []]))
        #expect(reading.failures == [.noTextLayer("file")])
    }

    @Test func whatIsCutAtALinesEndIsWholeAgain() {
        let pages: [Substring] = [
            "The convoy with spare parts for the refinery was trans-\nported over the Baku-\nTbilisi line, of\u{FB01}cials told the desk on Monday.\n\nA short one.\nAnother paragraph of the same length as the first ones."
        ]
        #expect(
            PrintedText(pages: pages).blocks.map(\.text) == [
                "The convoy with spare parts for the refinery was transported over the Baku-Tbilisi line, officials told the desk on Monday.",
                "A short one.", "Another paragraph of the same length as the first ones.",
            ])
    }

    @Test func aSentenceGoesOnOverTheEndOfAPage() {
        let pages: [Substring] = [
            "Report of May\n\nThe ship sailed on from Constanta and went by\n\n1",
            "Report of May\n\nIstanbul to Alexandria, where it was unloaded.\n\n2",
            "Report of May\n\nNo other ship sailed in that week from Odesa.\n\n3",
        ]
        let blocks = PrintedText(pages: pages).blocks
        #expect(
            blocks.map(\.text) == [
                "The ship sailed on from Constanta and went by Istanbul to Alexandria, where it was unloaded.",
                "No other ship sailed in that week from Odesa.",
            ])
        #expect(blocks.map(\.number) == [1, 3])
    }
}
