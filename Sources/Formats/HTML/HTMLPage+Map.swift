internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The empty map with its controls, and the legend of what is drawn.
    func appendMap(to html: inout HTMLBuilder) {
        html.markup(
            """
            <div class="chart"><h2 class="unseen">Map</h2><section id="map" tabindex="0" role="application" aria-label="Map of the places and routes. \
            Arrow keys move it, plus and minus zoom, 0 shows everything. The lists after it say the same in words.">
            <canvas id="base" aria-hidden="true"></canvas>
            \(isLarge ? "<canvas id=\"crowd\" aria-hidden=\"true\"></canvas>" : "")
            <svg id="overlay" role="group" aria-label="Routes and places"></svg>
            <div class="buttons">
            <button id="zoom-in" type="button" aria-label="Zoom in">+</button>
            <button id="zoom-out" type="button" aria-label="Zoom out">−</button>
            <button id="zoom-fit" type="button" aria-label="Show everything">⌂</button>
            </div>
            <div id="scale" aria-hidden="true"></div>

            """)
        html.markup(
            """
            <div id="card" class="card" hidden aria-live="polite"><button id="card-close" type="button" \
            aria-label="Close">×</button><div class="card-body"></div></div>
            </section>

            """)
        appendLegend(to: &html)
        // Without scripts the map is a picture.
        if let chart = try? PictureChart(
            atlas, basemap: basemap, width: Picture.width, landDetail: 1.6)
        {
            let (width, height) = (Int(Picture.width), Int(chart.height))
            html.markup(
                "<noscript><svg class=\"picture\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
                    + "aria-label=\"Map\">\(chart.layers)</svg></noscript>\n")
        }
        html.markup("<canvas id=\"print\" role=\"img\" aria-label=\"Map\"></canvas>\n</div>\n")
    }

    private func appendLegend(to html: inout HTMLBuilder) {
        let entries = KeyEntry.entries(of: atlas)
        guard !entries.isEmpty else { return }
        html.markup("<ul class=\"legend\" aria-label=\"Key\">")
        for entry in entries {
            html.markup(
                "<li\(Self.isWay(entry.mark) ? " class=\"way\"" : "")><svg class=\"key\" width=\"34\" height=\"14\" aria-hidden=\"true\">"
                    + Self.mark(entry.mark) + "</svg>")
            html.words(entry.words)
            html.markup("</li>")
        }
        html.markup("</ul>\n")
    }

    /// Whether an entry tells a colour, which the reader may choose to mean something else.
    private static func isWay(_ mark: KeyEntry.Mark) -> Bool {
        if case .mode = mark { return true }
        return false
    }

    private static func mark(_ mark: KeyEntry.Mark) -> String {
        switch mark {
        case .mode(let mode): line("leg \(mode.rawValue)")
        case .status(let status):
            "<g class=\"\(status.rawValue)\">\(line("leg unknown"))</g>"
                + (status.isCrossed ? cross : "")
        case .schematic: line("leg unknown schematic")
        case .arrow: line("leg unknown schematic light")
        case .broad: line("leg unknown broad")
        case .end: dot("origin point", radius: "5.5")
        case .area: dot("area", radius: "5.5")
        case .mention: dot("mentioned point", radius: "3.5")
        }
    }

    private static let cross = "<path class=\"cross unknown\" d=\"M12 2L22 12M12 12L22 2\"/>"

    private static func line(_ classes: String) -> String {
        "<path class=\"\(classes)\" d=\"M3 7H31\"/>"
    }

    private static func dot(_ classes: String, radius: String) -> String {
        "<g class=\"place \(classes)\"><circle class=\"dot\" cx=\"17\" cy=\"7\" r=\"\(radius)\"/></g>"
    }
}
