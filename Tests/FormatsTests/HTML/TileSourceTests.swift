import Testing

@testable import Formats

@Suite("Map tiles, only when asked for")
struct TileSourceTests {
    @Test("The policy lets the page ask that host for images, and nobody for anything else")
    func policy() throws {
        let source = try #require(
            TileSource(
                address: "https://tiles.example.org:8443/sea/{z}/{x}/{y}.png?style=a",
                credit: "Example <Tiles>"))
        let html = HTMLPage(Atlas(Maps.caspian), basemap: Basemaps.rough, tiles: source).html
        #expect(html.contains("default-src 'none'"))
        #expect(html.contains("; img-src https://tiles.example.org:8443; "))
        #expect(html.contains("Map tiles: Example &lt;Tiles&gt;"))
        #expect(
            html.contains(
                "\"address\":\"https://tiles.example.org:8443/sea/{z}/{x}/{y}.png?style=a\""))
    }

    @Test("Without one there is no such permission")
    func none() {
        #expect(!HTMLPage(Atlas(Maps.caspian), basemap: Basemaps.rough).html.contains("img-src"))
    }

    @Test(
        "What is no address of tiles, or could widen the policy, is refused",
        arguments: [
            "", "tiles", "https://", "https://example.org/tiles.png",
            "ftp://example.org/{z}/{x}/{y}", "javascript:{z}{x}{y}",
            "https://example.org; script-src */{z}/{x}/{y}", "https://*/{z}/{x}/{y}",
            "https://ex\"ample.org/{z}/{x}/{y}", "https://example.org/{z}/{x} {y}",
            "https://{z}.example.org/{x}/{y}", "https://пример.рф/{z}/{x}/{y}",
        ])
    func refused(address: String) {
        #expect(TileSource(address: address) == nil)
    }
}
