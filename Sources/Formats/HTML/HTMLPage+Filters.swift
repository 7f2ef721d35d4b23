internal import Documents
internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// What sifts the list and the map; a choice that would change nothing is left out.
    func appendFilters(_ records: [RouteRecord], to html: inout HTMLBuilder) {
        guard records.count > 1 else { return }
        html.markup("<div class=\"filters\">")
        html.markup(
            "<label>Search <input type=\"search\" name=\"search\" autocomplete=\"off\"></label>")
        let filters: [(name: String, label: String, options: [Option])] = [
            (
                "mode", "Way",
                Self.options(records) { ($0.movement.mode.rawValue, $0.movement.mode.words) }
            ),
            (
                "status", "Status",
                Self.options(records) { ($0.movement.status.rawValue, $0.movement.status.words) }
            ),
            ("cargo", "Cargo", Self.options(records) { Self.same($0.words($0.movement.cargo)) }),
            (
                "vessel", "Carried by",
                Self.options(records) { Self.same($0.words($0.movement.vehicle)) }
            ),
            (
                "document", "Document",
                Self.options(records) { ("\($0.mapIndex)", atlas.name(ofDocument: $0.mapIndex)) }
            ),
        ]
        appendColours(records, to: &html)
        let useful = filters.filter { $0.options.count > 1 }
        for (index, filter) in useful.enumerated() {
            if index == 2 { html.markup("<details><summary>More</summary>") }
            html.markup("<label>\(filter.label) <select name=\"\(filter.name)\">")
            html.markup("<option value=\"\">all</option>")
            for option in filter.options {
                html.markup("<option value=\"")
                html.words(option.value)
                html.markup("\">")
                html.words(option.words)
                html.markup("</option>")
            }
            html.markup("</select></label>")
        }
        if useful.count < 3 { html.markup("<details><summary>More</summary>") }
        appendSliders(records, to: &html)
        html.markup(
            """
            <label>Sort <select name="sort"><option value="">as in the text</option>\
            <option value="day">by date</option><option value="length">by length</option>\
            <option value="sure">by sureness</option><option value="vessel">by what carries it</option></select></label>
            <label class="tick"><input type="checkbox" name="stops"> only places of routes</label></details>
            <output aria-live="polite"></output></div>

            """)
    }

    /// What the colours of lines mean, as the reader chooses.
    private func appendColours(_ records: [RouteRecord], to html: inout HTMLBuilder) {
        var options = ""
        if Set(records.map(\.movement.status)).count > 1 {
            options += "<option value=\"status\">status</option>"
        }
        if Set(records.compactMap(\.day)).count > 1 {
            options += "<option value=\"date\">date</option>"
        }
        guard !options.isEmpty else { return }
        html.markup(
            "<label>Colours <select name=\"colour\"><option value=\"\">way</option>\(options)</select></label>"
        )
    }

    private struct Option: Hashable {
        let value: String
        let words: String
    }

    private static func options(
        _ records: [RouteRecord], _ read: (RouteRecord) -> (value: String, words: String)?
    ) -> [Option] {
        var known: Set<Option> = []
        let all = records.compactMap { record -> Option? in
            guard let (value, words) = read(record) else { return nil }
            let option = Option(value: value, words: words)
            return known.insert(option).inserted ? option : nil
        }
        return all.sorted { ($0.words.lowercased(), $0.value) < ($1.words.lowercased(), $1.value) }
    }

    private static func same(_ words: String?) -> (value: String, words: String)? {
        words.map { ($0, $0) }
    }

    /// A slider for sureness, and two for the first and the last day, where there are several.
    private func appendSliders(_ records: [RouteRecord], to html: inout HTMLBuilder) {
        let days = Set(records.compactMap(\.day))
        if days.count > 1 {
            html.markup(
                """
                <label>From <input type="range" name="first" min="0" max="\(days.count - 1)" value="0"></label>
                <label>to <input type="range" name="last" min="0" max="\(days.count - 1)" value="\(days.count - 1)"></label>
                <output class="days"></output>

                """)
        }
        if Set(records.map { Int($0.route.confidence * 20) }).count > 1 {
            html.markup(
                """
                <label>Sure <input type="range" name="sure" min="0" max="95" step="5" value="0"></label>

                """)
        }
    }
}
