import Testing

@testable import Documents

@Suite("The day that a page shows beside its headline")
struct PageDateTests {
    private static let report = """
        <p>The dredger Santa Rita left the port of Beira on Tuesday, two years after she came for what was to be a job \
        of six months.</p><p>Her crew had cut the channel to eight metres so that ships from Durban and Mombasa could \
        call with fuel for the mines inland.</p>
        """

    /// All are 3 May 2023.
    @Test(arguments: [
        "By Ann Orr · May 3, 2023 · 4 min read", "Wed, 05/03/2023 - 09:12",
        "Posted on 3 May 2023 by admin", "Submitted by desk on Wed, 05/03/2023 - 09:12",
        "<b>Date:</b> 03-May-2023", "by tideman » Wed May 03, 2023 9:12 am", "3 мая 2023, 09:12",
        "3 травня 2023", "Publié le 3 mai 2023 à 9h12", "Stand: 03.05.2023, 09:12 Uhr",
        "Publicado el 3 mayo 2023", "3 Mayıs 2023", "3 مايو 2023",
    ])
    func isFound(stamp: String) throws {
        let page = """
            <html><head><title>Dredger leaves Beira | Lantern</title></head><body><div><h1>Dredger leaves Beira</h1>\
            <div>\(stamp)</div><div>\(Self.report)</div></div></body></html>
            """
        #expect(
            try Document(page: page, lexicon: .english()).date?.day.description == "2023-05-03")
    }

    @Test("Below the article only what a label says to be it")
    func below() throws {
        func day(_ stamp: String) throws -> String? {
            let page =
                "<html><body><div><h1>Dredger leaves Beira</h1><div>\(Self.report)</div><div>\(stamp)</div></div></body></html>"
            return try Document(page: page, lexicon: .english()).date?.day.description
        }
        #expect(try day("Last updated: 3 May 2023") == "2023-05-03")
        #expect(try day("3 May 2024: Kofi said that he had seen it all") == nil)
    }
}
