import Documents
import Foundation
import Geodesy
import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("The page", .serialized)
struct HTMLWriterTests {
    static func html(_ atlas: Atlas) -> String {
        HTMLPage(atlas, basemap: Basemaps.rough).html
    }

    @Test("It asks for nothing from anywhere")
    func noRequests() {
        for map in Maps.all {
            let html = Self.html(Atlas(map))
            for word in [
                "src=\"", "url(", "@import", "fetch(", "XMLHttpRequest", "<link", "<iframe",
            ] {
                #expect(!html.contains(word), "\(word)")
            }
            #expect(html.contains("default-src 'none'"))
        }
    }

    @Test("Words of a document never become markup")
    func hostile() throws {
        let html = Self.html(Atlas(Maps.hostile))
        #expect(html.components(separatedBy: "<script").count == 3)
        #expect(html.components(separatedBy: "</script>").count == 3)
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        // Nor does a text turn the direction of what follows it.
        #expect(!html.unicodeScalars.contains("\u{202E}"))
    }

    @Test("The policy names the hash of the script that stands in the page")
    func policy() throws {
        let html = Self.html(Atlas(Maps.caspian))
        let start = try #require(html.range(of: "<script>"))
        let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
        let script = String(html[start.upperBound..<end.lowerBound])
        let hash = Base64.text(SHA256.digest(of: Array(script.utf8)))
        #expect(html.contains("script-src 'sha256-\(hash)'"))
        #expect(Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString() == hash)
    }

    @Test("Evidence and mentions are marked in the text, one inside the other")
    func marked() {
        let html = Self.html(Atlas(Maps.caspian))
        #expect(
            html.contains(
                "data-routes=\"1 2\">Freighters carry the crated engines via the <a class=\"mention\""
            ))
        #expect(html.contains("href=\"#route-3\" aria-label=\"route 3\">3</a></span>"))
        #expect(html.contains("<a class=\"mention unlocated\" data-place="))
        #expect(html.contains("White Sands Trading denied it."))
    }

    @Test("A stretch that two routes share halfway is cut where they begin and end")
    func overlapping() {
        let marked = MarkedText(
            text: SpanText("abcdefgh"),
            mentions: [
                .init(range: 3..<5, place: 0, isLocated: true),
                .init(range: 2..<7, place: 1, isLocated: true),
            ], evidence: [.init(range: 0..<4, route: 1), .init(range: 2..<8, route: 2)])
        var html = HTMLBuilder()
        marked.append(Paragraph(utf8Range: 0..<8, kind: .prose), to: &html)
        let plain = html.text.replacing(/<a class="to-route".*?<\/a>/, with: "")
            .replacing(/<[^>]*>/, with: "")
        #expect(plain == "abcdefgh\n")
        let opened = html.text.matches(of: /<(span|a)\b/).count
        let closed = html.text.matches(of: /<\/(span|a)>/).count
        #expect(opened == closed)
        #expect(html.text.contains("data-routes=\"1 2\""))
    }

    @Test("It says the distances, the claims and the sources in words")
    func words() {
        let html = Self.html(Atlas(Maps.caspian, sources: [TerminalSummaryTests.source]))
        for words in ["858 km", "2,104", "class=\"verdict consistent\"", "Place data: GeoNames"] {
            #expect(html.contains(words), "\(words)")
        }
    }

    @Test("The same atlas gives the same bytes")
    func deterministic() {
        #expect(Self.html(Atlas(Maps.all)) == Self.html(Atlas(Maps.all)))
    }

    @Test(
        "It works in a browser: without a network, by mouse and keys, wide and narrow",
        .enabled(if: Tool.browser.isInstalled),
        arguments: [
            "caspian", "pacific", "hostile", "positions", "empty", "many", "alike", "tiles", "500",
        ])
    func browser(name: String) throws {
        let atlas: Atlas =
            switch name {
            case "caspian": Atlas(Maps.caspian)
            case "pacific": Atlas(Maps.pacific)
            case "hostile": Atlas(Maps.hostile)
            case "positions": Atlas(Maps.positions)
            case "empty": Atlas(Maps.empty)
            case "many", "tiles": Atlas(Maps.all)
            case "alike": Atlas([FlowTests.report("wheat"), FlowTests.report("maize")])
            default: Atlas(Maps.crowded(500))
            }
        let folder = try ScratchFolder()
        let file = folder.file("page & more.html")
        let tiles =
            name == "tiles"
            ? TileSource(address: "https://tiles.example.org/{z}/{x}/{y}.png") : nil
        try HTMLWriter(basemap: Basemaps.rough, tiles: tiles).write(atlas, to: file)
        let origin = tiles.map { ", \"tiles\": \"\($0.origin)\"" } ?? ""
        let routes = atlas.maps.flatMap(\.routes)
        let drawn = routes.flatMap(\.legs).count { !$0.lines.isEmpty }
        let places = atlas.places.count { $0.coordinate != nil }
        let lines = atlas.flows.count { !atlas.first(of: $0).leg.lines.isEmpty }
        let expected = """
            {"legs": \(drawn), "lines": \(lines), "routes": \(routes.count), "places": \(places), \
            "entries": \(atlas.tellings.groups.count), "large": \(name == "500")\(origin)}
            """
        let result = try Tool.reader("check_page").run([file.path, expected])
        #expect(result.status == 0, "\(result.output)")
    }
}
