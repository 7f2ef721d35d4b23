import Gazetteers
import Testing

@testable import Formats

@Suite("The summary on a terminal")
struct TerminalSummaryTests {
    static let source = GazetteerSource(
        key: "geonames", name: "GeoNames", version: "2026", licence: "CC BY 4.0",
        attribution: "Place data: GeoNames (geonames.org), CC BY 4.0.")

    @Test("No line is wider than the terminal", arguments: [60, 80, 120, 200])
    func width(columns: Int) {
        for map in Maps.all {
            let atlas = Atlas(map, sources: [Self.source])
            let style = TerminalStyle(width: columns)
            let text = TerminalSummary(atlas, style: style).text
            for line in text.split(separator: "\n") {
                #expect(TerminalText.width(line) <= columns, "\(line)")
            }
        }
    }

    @Test("It says what moves from where to where, how far, how surely, and in which words")
    func caspian() {
        let text = TerminalSummary(Atlas(Maps.caspian, sources: [Self.source])).text
        for words in [
            "8 places, 3 routes, 1 claim", "Amirabad Port (IR) ~ Caspian Sea ~> Makhachkala (RU)",
            "the crated engines", "planned", "not measured", "continues 1",
            "\"Planners in Moscow considered flying spare parts to Yelabuga by June.\"",
            "\"several hundred miles east of Moscow\": consistent", "is 904 km",
            "Not located: BADALONA, Nowhereby", "Place data: GeoNames",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("White Sands"))
    }

    @Test("Plain text has no escape codes, even when the document has")
    func plain() {
        let text = TerminalSummary(Atlas(Maps.hostile)).text
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        let coloured = TerminalSummary(
            Atlas(Maps.caspian), style: TerminalStyle(usesColour: true)
        ).text
        #expect(coloured.contains("\u{1B}[1mPlaces\u{1B}[0m"))
    }

    @Test("A text without places is summed up in one line")
    func empty() {
        #expect(TerminalSummary(Atlas(Maps.empty)).text == "no places, no routes, no claims\n")
    }

    @Test("Several documents: the same place once, routes numbered through")
    func several() {
        let atlas = Atlas([Maps.caspian, Maps.caspian])
        let text = TerminalSummary(atlas).text
        #expect(text.contains("2 documents: 8 places, 6 routes, 2 claims"))
        #expect(text.contains("continues 4"))
        #expect(atlas.places.first { $0.name == "Moscow" }?.mentions.count == 4)
    }

    @Test(
        "Widths are those of a terminal",
        arguments: [("abc", 3), ("上海", 4), ("e\u{301}", 1), ("🚢", 2), ("بندر", 4), ("", 0)])
    func columns(text: String, width: Int) {
        #expect(TerminalText.width(text) == width)
    }
}
