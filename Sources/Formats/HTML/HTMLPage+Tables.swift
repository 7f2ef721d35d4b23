internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The distances between cited sites: a matrix of a few, a list of many.
    func appendDistances(to html: inout HTMLBuilder) {
        guard !atlas.distances.isEmpty else { return }
        html.markup("<section aria-labelledby=\"distances-heading\">")
        html.markup(
            "<h2 id=\"distances-heading\">Distances between the sites, in kilometres</h2>\n")
        html.markup(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of distances\">"
        )
        let matrix = DistanceMatrix(atlas.distances)
        if matrix.sites.count <= 12 {
            append(matrix, to: &html)
        } else {
            appendPairs(to: &html)
        }
        html.markup(
            "</div><p class=\"note\">Geodesics on WGS 84; the way by sea where it is known.</p>")
        html.markup("</section>\n")
    }

    private func append(_ matrix: DistanceMatrix, to html: inout HTMLBuilder) {
        html.markup("<table class=\"matrix\"><thead><tr><td></td>")
        for site in matrix.sites { html.element("th", "scope=\"col\"", site.label) }
        html.markup("</tr></thead><tbody>\n")
        for row in matrix.sites {
            html.markup("<tr>")
            html.element("th", "scope=\"row\"", row.label)
            for column in matrix.sites {
                guard row.id != column.id, let pair = matrix.pair(row, column) else {
                    html.markup("<td class=\"figure\">·</td>")
                    continue
                }
                var words = LengthText.figure(pair.geodesic.kilometres)
                if let sea = pair.bySea { words += " (sea \(LengthText.figure(sea.kilometres)))" }
                html.element("td", "class=\"figure\"", words)
            }
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>")
    }

    private func appendPairs(to html: inout HTMLBuilder) {
        html.markup(
            """
            <table class="sorts"><thead><tr><th scope="col">From</th><th scope="col">To</th>
            <th scope="col" class="figure">Straight</th><th scope="col" class="figure">By sea</th></tr></thead><tbody>

            """)
        for pair in atlas.distances.prefix(400) {
            html.markup("<tr>")
            html.element("td", pair.from.label)
            html.element("td", pair.to.label)
            html.element("td", "class=\"figure\"", LengthText.figure(pair.geodesic.kilometres))
            html.element(
                "td", "class=\"figure\"", pair.bySea.map { LengthText.figure($0.kilometres) } ?? "")
            html.markup("</tr>\n")
        }
        html.markup("</tbody></table>")
    }

    /// The spatial claims with their verdicts.
    func appendClaims(to html: inout HTMLBuilder) {
        guard atlas.maps.contains(where: { !$0.claims.isEmpty }) else { return }
        html.markup("<section aria-labelledby=\"claims-heading\">")
        html.markup("<h2 id=\"claims-heading\">What the text claims about distances</h2><ul>\n")
        for map in atlas.maps {
            let spans = SpanText(map.document.text)
            for claim in map.claims { append(claim, map, spans, to: &html) }
        }
        html.markup("</ul></section>\n")
    }

    private func append(
        _ checked: CheckedClaim, _ map: RouteMap, _ spans: SpanText, to html: inout HTMLBuilder
    ) {
        let subject = checked.claim.subject.map { RouteLabel.name(of: $0, in: map) } ?? "the place"
        let reference = RouteLabel.name(of: checked.claim.reference, in: map)
        html.markup("<li>“")
        html.words(spans.string(at: checked.claim.utf8Range))
        html.markup(
            "”: <span class=\"verdict \(checked.verdict == .notCheckable ? "" : checked.verdict.rawValue)\">"
        )
        html.words(checked.verdict.rawValue)
        html.markup("</span>")
        if let distance = checked.distance {
            let bearing = checked.bearing.map { ", bearing \(Int($0.degrees.rounded()))°" } ?? ""
            html.words(
                "; \(subject) lies \(LengthText.kilometres(distance)) "
                    + "(\(LengthText.figure(distance.miles)) mi) from \(reference)\(bearing)")
        }
        html.markup("</li>\n")
    }

    /// What the page was made with, and the notices that the data ask for.
    func appendSources(to html: inout HTMLBuilder) {
        html.markup("<section aria-labelledby=\"sources-heading\">")
        html.markup("<h2 id=\"sources-heading\">Sources</h2><ul>\n")
        for notice in atlas.notices {
            html.element("li", notice)
            html.markup("\n")
        }
        if !basemap.land.isEmpty { html.markup("<li>Basemap: made with Natural Earth.</li>\n") }
        if let tiles {
            html.element("li", "Map tiles: \(tiles.credit ?? tiles.origin)")
            html.markup("\n")
        }
        html.markup("</ul>")
        if let producer = atlas.maps.first?.producer {
            html.element(
                "p", "class=\"note\"",
                "Made by Periplus \(producer.version); gazetteer \(producer.gazetteer), "
                    + "model \(producer.model), sea graph \(producer.graph). Places and routes were read "
                    + "from the text by rules and statistics: check them before you rely on them.")
        }
        html.markup("</section>\n")
    }
}
