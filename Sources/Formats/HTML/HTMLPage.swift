internal import Documents
internal import RouteMaps

/// The parts of a page, put together.
struct HTMLPage {
    let atlas: Atlas
    let basemap: Basemap
    let tiles: TileSource?
    let keeping: DecisionKeeping?
    /// Routes that texts tell with different status.
    let dissents: Dissents
    /// Whether there are so many routes or places that a browser has to be spared elements: the map is then drawn on a
    /// canvas, near stops as one mark, and the ends of long lists become elements only when they are wanted.
    let isLarge: Bool

    init(
        _ atlas: Atlas, basemap: Basemap, tiles: TileSource? = nil, keeping: DecisionKeeping? = nil
    ) {
        self.keeping = keeping
        self.atlas = atlas
        self.basemap = basemap
        self.tiles = tiles
        dissents = Dissents(atlas)
        isLarge =
            atlas.maps.reduce(0) { $0 + $1.routes.count } > Self.mostRoutes
            || atlas.places.count > Self.mostPlaces
    }

    private static let mostRoutes = 400
    private static let mostPlaces = 900

    /// The whole page.
    var html: String {
        let style = [
            PackageResources.page_css, PackageResources.map_css, PackageResources.print_css,
        ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        let served = keeping == nil ? [] : [PackageResources.serve_js]
        let scripts = [
            PackageResources.view_js, PackageResources.lines_js, PackageResources.basemap_js,
            PackageResources.tiles_js, PackageResources.piles_js, PackageResources.overlay_js,
            PackageResources.sheet_js, PackageResources.crowd_js, PackageResources.colour_js,
            PackageResources.items_js, PackageResources.tellings_js, PackageResources.paint_js,
            PackageResources.shapes_js, PackageResources.sift_js,
            PackageResources.keep_js, PackageResources.decide_js, PackageResources.review_js,
        ]
        let script = (scripts + served + [PackageResources.page_js]).map {
            String(decoding: $0, as: UTF8.self)
        }.joined(separator: "\n")
        var html = HTMLBuilder()
        html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.markup(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src '\(Self.hash(style))'; script-src '\(Self.hash(script))'; "
                + (tiles.map { "img-src \($0.origin); " } ?? "")
                + (keeping == nil ? "" : "connect-src 'self'; ")
                + "base-uri 'none'; form-action 'none'\">\n")
        html.markup(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"generator\" content=\"Periplus \(producerVersion)\">\n")
        html.element("title", title)
        html.markup("\n<style>\(style)</style>\n</head>\n<body>\n")
        html.markup("<a class=\"skip\" href=\"#routes\">Skip the map</a>\n")
        appendHeader(to: &html)
        html.markup("<main>\n")
        appendMap(to: &html)
        html.markup("<div class=\"side\">\n")
        appendRoutes(to: &html)
        appendText(to: &html)
        appendDecisions(to: &html)
        html.markup("</div>\n</main>\n<div class=\"more\">\n")
        appendPlaces(to: &html)
        appendDistances(to: &html)
        appendClaims(to: &html)
        appendSources(to: &html)
        html.markup("</div>\n<script type=\"application/json\" id=\"data\">")
        html.markup(
            String(decoding: HTMLData(atlas, basemap: basemap, tiles: tiles).bytes, as: UTF8.self))
        if let keeping {
            html.markup("</script>\n<script type=\"application/json\" id=\"kept\">")
            html.markup(String(decoding: keeping.bytes, as: UTF8.self))
        }
        html.markup("</script>\n<script>\(script)</script>\n</body>\n</html>\n")
        return html.text
    }

    var title: String { atlas.title }

    private var producerVersion: String {
        HTMLBuilder.escaped(atlas.maps.first?.producer.version ?? "")
    }

    private func appendHeader(to html: inout HTMLBuilder) {
        html.markup("<header>\n<div>")
        html.element("h1", "dir=\"auto\"", title)
        html.markup("<p>")
        html.words(summary)
        if let document = atlas.maps.first?.document, atlas.maps.count == 1 {
            if let date = document.date { html.words(" · \(DayText.day(date.day))") }
            if let source = document.source {
                html.markup(" · ")
                appendAddress(source, to: &html)
            }
        }
        html.markup(
            """
            </p></div>
            <div class="tools">
            <button type="button" data-save="geojson">GeoJSON</button>
            <button type="button" data-save="csv">CSV</button>
            <button type="button" data-save="png">PNG</button>
            <button id="link" type="button">Link to this view</button>
            <button id="theme" type="button">Light / dark</button>
            </div>
            </header>

            """)
    }

    /// An address as a link, when it is one that a page may lead to, else as words.
    func appendAddress(_ address: String, to html: inout HTMLBuilder) {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            html.words(address)
            return
        }
        html.markup("<a rel=\"noopener noreferrer\" href=\"")
        html.words(address)
        html.markup("\">")
        html.words(address)
        html.markup("</a>")
    }

    private var summary: String {
        let routes = atlas.maps.reduce(0) { $0 + $1.routes.count }
        let located = atlas.places.count { $0.coordinate != nil && $0.isNamed }
        return
            "\(located) place\(located == 1 ? "" : "s"), \(routes) route\(routes == 1 ? "" : "s")"
    }

    /// A source expression of a content security policy for an inline style or script.
    private static func hash(_ text: String) -> String {
        "sha256-" + Base64.text(SHA256.digest(of: Array(text.utf8)))
    }
}
