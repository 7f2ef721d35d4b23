internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The list of routes with their filters; each item holds the details that the map's card shows.
    func appendRoutes(to html: inout HTMLBuilder) {
        var records: [RouteRecord] = []
        atlas.forEachRoute { records.append($0) }
        html.markup(
            "<section class=\"routes\" id=\"routes\" tabindex=\"0\" aria-labelledby=\"routes-heading\">"
        )
        html.markup("<h2 id=\"routes-heading\">Routes</h2>\n")
        guard !records.isEmpty else {
            html.markup("<p>The text states no route.</p></section>\n")
            return
        }
        appendFilters(records, to: &html)
        let told = Told(records)
        append(
            records.filter { !$0.route.legs.isEmpty }, told, "route-list", to: &html)
        let left = records.filter { $0.route.legs.isEmpty }
        if !left.isEmpty {
            html.markup("<h3 class=\"left-out\">Not drawn: an end could not be located</h3>\n")
            append(left, told, "left-list", to: &html)
        }
        html.markup("</section>\n")
    }

    /// A list of routes; the end of a long one stands where a browser with scripts sees no elements, and the page's
    /// script takes it from there.
    private func append(
        _ records: [RouteRecord], _ told: Told, _ name: String, to html: inout HTMLBuilder
    ) {
        let first = isLarge ? records.prefix(Self.mostEntries) : records[...]
        html.markup("<ol id=\"\(name)\">\n")
        for record in first { append(record, told, to: &html) }
        html.markup("</ol>\n")
        let rest = records.dropFirst(first.count)
        guard !rest.isEmpty else { return }
        html.markup("<noscript class=\"rest\"><ol>\n")
        for record in rest { append(record, told, to: &html) }
        html.markup("</ol></noscript>\n")
    }

    /// How many entries the list of a large page shows at a time.
    static let mostEntries = 100

    /// An entry of the list: of routes that say the same the first stands for all, the others are there for filters.
    private func append(_ record: RouteRecord, _ told: Told, to html: inout HTMLBuilder) {
        let movement = record.movement
        let group = atlas.tellings.group(ofRoute: record.number)
        let isFirst = group.routes.first == record.number
        html.markup(
            "<li id=\"route-\(record.number)\"\(isFirst ? "" : " class=\"again\"") data-route=\"\(record.number)\">"
        )
        html.markup("<button class=\"pick\" type=\"button\" aria-pressed=\"false\">")
        html.markup("<span class=\"number \(movement.mode.rawValue)\">\(record.number)</span>")
        html.markup("<span class=\"name\">")
        html.name(record.label.title)
        html.markup("</span>")
        html.element("span", "class=\"length\"", record.route.lengthText)
        let all = isFirst ? group.routes : [record.number]
        var facts = [movement.mode.words]
        if let relation = movement.relation.words { facts.append(relation) }
        facts += told.cargo(of: all)
        facts.append(movement.status.words)
        if let day = told.days(of: all) { facts.append(day) }
        if record.route.isDecided { facts.append("decided by hand") }
        html.markup("<span class=\"facts\">")
        html.words(facts.joined(separator: " · "))
        if isFirst, let words = group.words(ofSeveral: atlas.maps.count > 1) {
            html.markup(" · ")
            html.element("b", "class=\"told\"", words)
        }
        html.markup("</span></button><div class=\"details\">")
        appendDetails(of: record, to: &html)
        html.markup("</div></li>\n")
    }

    /// What routes say, by their numbers.
    private struct Told {
        let records: [RouteRecord]

        init(_ records: [RouteRecord]) { self.records = records }

        /// What they carry, in one text of at most three kinds.
        func cargo(of routes: [Int]) -> [String] {
            var all: [String] = []
            for record in routes.map({ records[$0 - 1] }) {
                guard let cargo = record.words(record.movement.cargo), !all.contains(cargo) else {
                    continue
                }
                all.append(cargo)
            }
            guard !all.isEmpty else { return [] }
            return [all.prefix(3).joined(separator: ", ") + (all.count > 3 ? " …" : "")]
        }

        /// The days from the first to the last told.
        func days(of routes: [Int]) -> String? {
            let dates = routes.compactMap { records[$0 - 1].movement.date }
            guard let first = dates.first else { return nil }
            let starts = dates.compactMap { $0.from ?? $0.to }
            let ends = dates.compactMap { $0.to ?? $0.from }
            if Set(dates.map { [$0.from, $0.to] }).count == 1 { return DayText.words(first) }
            return DayText.words(
                StatedDate(utf8Range: first.utf8Range, from: starts.min(), to: ends.max()))
        }
    }

    private func appendDetails(of record: RouteRecord, to html: inout HTMLBuilder) {
        html.markup("<h3>\(record.number). ")
        html.name(record.label.title)
        html.markup("</h3><dl>")
        for (label, words) in rows(of: record) {
            html.element("dt", label)
            html.element("dd", words)
        }
        html.markup("</dl>")
        for leg in record.legs { appendLeg(leg, to: &html) }
        if record.route.legs.isEmpty {
            html.markup("<p>Not drawn: an end of this route could not be located.</p>")
        }
        for sentence in record.sentences {
            html.markup("<blockquote dir=\"auto\">“")
            html.words(sentence)
            html.markup("”</blockquote>")
        }
        appendDissent(from: record, to: &html)
    }

    /// What a card tells of a route; its heading, its legs and its quotations tell the rest.
    private func rows(of record: RouteRecord) -> [(label: String, words: String)] {
        let movement = record.movement
        var status = movement.status.words
        if let cue = record.words(movement.cue) { status += " (“\(cue)”)" }
        var shown: Set<String> = [
            "route", "title", "origin", "via", "destination", "bidirectional", "legs", "drawn_km",
            "schematic", "evidence", "document",
        ]
        if movement.relation.words == nil { shown.insert("relation") }
        let isAlone = atlas.maps.count == 1
        if isAlone { shown.formUnion(["document_name", "document_source"]) }
        let sure =
            record.route.isDecided
            ? "decided by hand" : "\(Int((record.route.confidence * 100).rounded())) %"
        return FactRow.rows(
            [
                FactRow("Cargo", record.words(movement.cargo), tells: ["cargo"]),
                FactRow("Quantity", record.words(movement.quantity), tells: ["quantity"]),
                FactRow("Carried by", record.words(movement.vehicle), tells: ["vehicle"]),
                FactRow(
                    "Registered as", movement.vehicleIdentifier?.words,
                    tells: ["vehicle_id", "vehicle_id_kind", "vehicle_id_valid"]),
                FactRow("By whom", record.words(movement.actor), tells: ["actor"]),
                FactRow("Says who", record.words(movement.attribution), tells: ["attribution"]),
                FactRow("When", record.when, tells: ["date", "date_from", "date_to"]),
                FactRow(
                    "Way", "\(movement.mode.words), \(movement.modeBasis.words)",
                    tells: ["mode", "mode_basis"]),
                FactRow("Status", status, tells: ["status", "cue"]),
                FactRow(
                    "Continues", record.continues.map { "route \($0)" }, tells: ["continues"]),
                FactRow(
                    "Document", isAlone ? nil : record.documentName, tells: ["document_name"]),
                FactRow("Sure", sure, tells: ["confidence", "decided"]),
            ], of: record, RouteFacts.all, shown: shown)
    }

    /// The routes that say the same with another status: what one text asserts, another may deny.
    private func appendDissent(from record: RouteRecord, to html: inout HTMLBuilder) {
        let others = dissents.others(than: record)
        guard !others.isEmpty else { return }
        html.markup("<p class=\"dissent\"><b>But</b> ")
        let words = others.prefix(5).map { "\($0.status.words) in route \($0.number)" }
        html.words(words.joined(separator: ", "))
        html.markup("</p>")
    }

    private func appendLeg(_ record: LegRecord, to html: inout HTMLBuilder) {
        let leg = record.leg
        html.markup("<p>")
        html.name(record.start.name)
        html.markup(" – ")
        html.name(record.end.name)
        html.words(": \(leg.lengthText)")
        if leg.drawn != nil, !leg.isSchematic, leg.assumed == nil { html.markup(" as drawn") }
        if let sailing = leg.sailing, leg.assumed == nil {
            html.words("; sailing about \(LengthText.kilometres(sailing))")
            html.words(" (\(LengthText.figure(sailing.nauticalMiles)) nmi)")
        }
        if !leg.isArrow {
            html.words("; straight \(LengthText.kilometres(leg.geodesic))")
            html.words(" (\(LengthText.figure(leg.geodesic.miles)) mi)")
        }
        if !leg.passages.isEmpty { html.words("; through \(leg.passages.joined(separator: ", "))") }
        html.words(". How: \(leg.method).")
        for (label, words) in FactRow.rows([], of: record, LegFacts.own, shown: Self.shown(of: leg))
        {
            html.words(" \(label): \(words).")
        }
        html.markup("</p>")
    }

    /// What the line on the map and the sentence of a leg tell; how it was assumed is in its method.
    private static func shown(of leg: Leg) -> Set<String> {
        let shown: Set<String> = [
            "leg", "from", "source_lat", "source_lng", "to", "target_lat", "target_lng", "mode",
            "drawn_km", "sailing_km", "geodesic_km", "km_min", "km_max", "passages", "schematic",
            "method", "assumed", "assumed_km_min", "assumed_km_max",
        ]
        let isTold = leg.assumed.map { leg.method.contains($0.text) } ?? true
        return isTold ? shown.union(["assumed_because"]) : shown
    }
}

extension VehicleIdentifier {
    /// The number with its register, and a word of doubt where it breaks that one's rules.
    fileprivate var words: String {
        let register =
            switch kind {
            case .imo: "IMO "
            case .mmsi: "MMSI "
            case .hull, .tail: ""
            }
        return register + value + (isValid ? "" : " (no valid number)")
    }
}
