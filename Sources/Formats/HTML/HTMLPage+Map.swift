internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The empty map with its controls, and the legend of what is drawn.
    func appendMap(to html: inout HTMLBuilder) {
        html.markup(
            """
            <div class="chart"><section id="map" tabindex="0" role="application" aria-label="Map of the places and routes. \
            Arrow keys move it, plus and minus zoom, 0 shows everything. The lists after it say the same in words.">
            <canvas id="base" aria-hidden="true"></canvas>
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
        html.markup("</div>\n")
    }

    private func appendLegend(to html: inout HTMLBuilder) {
        let routes = atlas.maps.flatMap(\.routes)
        let legs = routes.flatMap(\.legs)
        guard !legs.isEmpty else { return }
        html.markup("<ul class=\"legend\" aria-label=\"Key\">")
        for mode in TransportMode.allCases where legs.contains(where: { $0.mode == mode }) {
            appendKey(
                "leg \(mode.rawValue)", mode == .unknown ? "way unknown" : mode.rawValue, to: &html)
        }
        if routes.contains(where: { !$0.movement.status.isFact }) {
            html.markup(
                "<li><svg width=\"34\" height=\"8\"><path d=\"M2 4H32\" stroke=\"currentColor\"")
            html.markup(
                " stroke-width=\"3\" stroke-dasharray=\"8 5\"/></svg>planned, alleged, denied</li>")
        }
        if legs.contains(where: \.isArrow) {
            html.markup(
                "<li><svg width=\"34\" height=\"8\"><path d=\"M2 4H32\" stroke=\"currentColor\"")
            html.markup(
                " stroke-width=\"2\" stroke-linecap=\"round\" stroke-dasharray=\"0 6\" opacity=\".45\"/></svg>"
            )
            html.markup("between areas</li>")
        }
        if legs.contains(where: { $0.isSchematic && !$0.isArrow }) {
            html.markup(
                "<li><svg width=\"34\" height=\"8\"><path d=\"M2 4H32\" stroke=\"currentColor\"")
            html.markup(
                " stroke-width=\"3\" stroke-linecap=\"round\" stroke-dasharray=\"0 6\"/></svg>")
            html.markup("schematic, no real course</li>")
        }
        if atlas.flows.contains(where: { $0.routes > 1 }) {
            html.markup(
                "<li><svg width=\"34\" height=\"10\"><path d=\"M4 5H30\" stroke=\"currentColor\"")
            html.markup(" class=\"broad\"/></svg>the broader, the more often stated</li>")
        }
        html.markup("</ul>\n")
    }

    private func appendKey(_ classes: String, _ words: String, to html: inout HTMLBuilder) {
        html.markup(
            "<li><svg class=\"key\" width=\"34\" height=\"8\"><path class=\"\(classes)\" d=\"M2 4H32\"/></svg>"
        )
        html.words(words)
        html.markup("</li>")
    }
}
