internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

extension HTMLPage {
    /// The table of cited places.
    func appendPlaces(to html: inout HTMLBuilder) {
        guard !atlas.places.isEmpty else { return }
        html.markup(
            """
            <section class="places" aria-labelledby="places-heading"><h2 id="places-heading">Places</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Table of places">\(Self.tableHead)

            """)
        let records = atlas.placeRecords
        let most = isLarge ? Self.mostRows : records.count
        for (index, place) in records.prefix(most).enumerated() { append(place, index, to: &html) }
        html.markup("</tbody></table></div>")
        if records.count > most {
            html.markup(
                "<p class=\"all\"><button id=\"all-places\" type=\"button\">Show all \(records.count) places</button></p>\n"
                    + "<noscript class=\"rest-places\">\(Self.tableHead)\n")
            for (index, place) in records.enumerated().dropFirst(most) {
                append(place, index, to: &html)
            }
            html.markup("</tbody></table></noscript>\n")
        }
        html.markup("</section>\n")
    }

    private static let tableHead = """
        <table class="sorts"><thead><tr>
        <th scope="col">Place</th><th scope="col">Kind</th><th scope="col">In</th>
        <th scope="col" class="figure">Latitude, longitude</th><th scope="col" class="figure">Sure</th>
        <th scope="col" class="figure">Mentions</th><th scope="col">Could also be</th><th scope="col">Because</th>
        </tr></thead><tbody>
        """

    /// How many places the table of a large page begins with.
    private static let mostRows = 150

    private func append(_ record: PlaceRecord, _ index: Int, to html: inout HTMLBuilder) {
        let (place, surest) = (record.place, record.surest)
        html.markup("<tr id=\"place-\(index)\" data-place=\"\(index)\"><th scope=\"row\">")
        if place.coordinate != nil {
            html.markup("<button type=\"button\" class=\"to-place\" data-to=\"\(index)\">")
            html.name(place.name)
            html.markup("</button>")
        } else {
            html.name(place.name)
        }
        html.markup("<div class=\"details\">")
        appendDetails(of: record, to: &html)
        html.markup("</div></th>")
        html.element("td", place.place?.kind.rawValue ?? "")
        html.element("td", place.place?.country ?? "")
        html.element("td", "class=\"figure\"", Self.position(place))
        let percent = surest.isDecided ? "by hand" : Self.percent(place.confidence)
        let sure = place.coordinate == nil ? "" : percent
        html.element("td", "class=\"figure\"", sure)
        html.element("td", "class=\"figure\"", "\(place.mentions.count)")
        html.markup("<td>")
        html.words(surest.choice.runnersUp.prefix(3).map(Self.describe).joined(separator: "; "))
        html.markup("</td>")
        html.element(
            "td", place.reasonNotLocated ?? surest.because.prefix(4).joined(separator: "; "))
        html.markup("</tr>\n")
    }

    private func appendDetails(of record: PlaceRecord, to html: inout HTMLBuilder) {
        let (place, surest) = (record.place, record.surest)
        html.markup("<h3>")
        html.name(place.place?.label ?? place.name)
        html.markup("</h3><p>")
        let sure = surest.isDecided ? "decided by hand" : Self.percent(place.confidence) + " sure"
        html.words(
            [
                place.place?.kind.rawValue ?? "position in the text", Self.position(place),
                place.coordinate == nil ? "" : sure,
            ].filter { !$0.isEmpty }.joined(separator: " · "))
        html.markup("</p>")
        if let reason = place.reasonNotLocated { html.element("p", "Not located: \(reason).") }
        let others = surest.choice.runnersUp.prefix(5).map(Self.describe)
        let rows = [
            FactRow(
                "Because", surest.because.isEmpty ? nil : surest.because.joined(separator: "; "),
                tells: ["because"]),
            FactRow(
                "Could also be", others.isEmpty ? nil : others.joined(separator: "; "),
                tells: ["alternatives"]),
            FactRow(
                "Record", place.place.map { "\($0.id.rawValue), \($0.source)" },
                tells: ["id", "geonameid", "source"]),
        ]
        // The heading and the row of the table tell these.
        var shown: Set<String> = [
            "name", "class", "country", "lat", "lon", "confidence", "decided", "mentions", "reason",
        ]
        // As nearly all are: it need not be said.
        if surest.mention.kind == .name { shown.insert("kinds") }
        if record.distinct({ $0.mention.use.rawValue }) == [MentionUse.literal.rawValue] {
            shown.insert("uses")
        }
        for (label, words) in FactRow.rows(rows, of: record, PlaceFacts.all, shown: shown) {
            html.markup("<p><b>")
            html.words(label)
            html.markup("</b> ")
            html.words(words)
            html.markup("</p>")
        }
    }

    private static func describe(_ candidate: Candidate) -> String {
        let place = candidate.place
        return "\(place.label), \(place.kind.rawValue), \(degrees(place.coordinate)) "
            + "(\(percent(candidate.confidence)))"
    }

    private static func position(_ place: CitedPlace) -> String {
        place.coordinate.map(degrees) ?? ""
    }

    private static func degrees(_ position: Coordinate) -> String {
        DecimalText.string(position.latitude, decimals: 4) + ", "
            + DecimalText.string(position.longitude, decimals: 4)
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
