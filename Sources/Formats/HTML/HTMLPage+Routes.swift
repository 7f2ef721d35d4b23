internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The list of routes with their filters; each item holds the details that the map's card shows.
    func appendRoutes(to html: inout HTMLBuilder) {
        var records: [RouteRecord] = []
        atlas.forEachRoute { records.append($0) }
        html.markup("<section class=\"routes\" tabindex=\"0\" aria-labelledby=\"routes-heading\">")
        html.markup("<h2 id=\"routes-heading\">Routes</h2>\n")
        guard !records.isEmpty else {
            html.markup("<p>The text states no route.</p></section>\n")
            return
        }
        appendFilters(records, to: &html)
        let drawn = records.filter { !$0.route.legs.isEmpty }
        html.markup("<ol id=\"route-list\">\n")
        for record in drawn { append(record, to: &html) }
        html.markup("</ol>\n")
        let left = records.filter { $0.route.legs.isEmpty }
        if !left.isEmpty {
            html.markup(
                "<h3 class=\"left-out\">Not drawn: an end could not be located</h3>\n<ol>\n")
            for record in left { append(record, to: &html) }
            html.markup("</ol>\n")
        }
        html.markup("</section>\n")
    }

    private func append(_ record: RouteRecord, to html: inout HTMLBuilder) {
        let movement = record.movement
        html.markup("<li id=\"route-\(record.number)\" data-route=\"\(record.number)\">")
        html.markup("<button class=\"pick\" type=\"button\" aria-pressed=\"false\">")
        html.markup("<span class=\"number \(movement.mode.rawValue)\">\(record.number)</span>")
        html.markup("<span class=\"name\">")
        html.name(record.label.title)
        html.markup("</span>")
        html.element("span", "class=\"length\"", record.route.lengthText)
        var facts = [movement.mode.words]
        if let relation = movement.relation.words { facts.append(relation) }
        if let cargo = record.words(movement.cargo) { facts.append(cargo) }
        facts.append(movement.status.words)
        if let day = movement.date.flatMap(DayText.words) { facts.append(day) }
        if let flow = atlas.flowIndex(of: record.reference(toLeg: 0)).map({ atlas.flows[$0] }),
            flow.routes > 1
        {
            facts.append("stated \(flow.routes) times")
        }
        if record.route.isDecided { facts.append("decided by hand") }
        html.element("span", "class=\"facts\"", facts.joined(separator: " · "))
        html.markup("</button><div class=\"details\">")
        appendDetails(of: record, to: &html)
        html.markup("</div></li>\n")
    }

    private func appendDetails(of record: RouteRecord, to html: inout HTMLBuilder) {
        let movement = record.movement
        html.markup("<h3>\(record.number). ")
        html.name(record.label.title)
        html.markup("</h3><dl>")
        var status = movement.status.words
        if let cue = record.words(movement.cue) { status += " (“\(cue)”)" }
        let document = atlas.maps.count > 1 ? atlas.name(ofDocument: record.mapIndex) : nil
        let facts: [(String, String?)] = [
            ("Cargo", record.words(movement.cargo)), ("Quantity", record.words(movement.quantity)),
            ("Carried by", record.words(movement.vehicle)),
            ("By whom", record.words(movement.actor)),
            ("Says who", record.words(movement.attribution)),
            ("When", record.when),
            ("Way", "\(movement.mode.words), \(movement.modeBasis.words)"),
            ("Status", status), ("Continues", record.continues.map { "route \($0)" }),
            ("Document", document),
            (
                "Sure",
                record.route.isDecided
                    ? "decided by hand" : "\(Int((record.route.confidence * 100).rounded())) %"
            ),
        ]
        for (label, words) in facts {
            guard let words else { continue }
            html.element("dt", label)
            html.element("dd", words)
        }
        html.markup("</dl>")
        for leg in record.route.legs { appendLeg(leg, of: record, to: &html) }
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

    /// The routes that say the same with another status: what one text asserts, another may deny.
    private func appendDissent(from record: RouteRecord, to html: inout HTMLBuilder) {
        let others = dissents.others(than: record)
        guard !others.isEmpty else { return }
        html.markup("<p class=\"dissent\"><b>But</b> ")
        let words = others.prefix(5).map { "\($0.status.words) in route \($0.number)" }
        html.words(words.joined(separator: ", "))
        html.markup("</p>")
    }

    private func appendLeg(_ leg: Leg, of record: RouteRecord, to html: inout HTMLBuilder) {
        let from = leg.fromPlace?.label ?? RouteLabel.name(of: leg.from, in: record.map)
        let to = leg.toPlace?.label ?? RouteLabel.name(of: leg.to, in: record.map)
        html.markup("<p>")
        html.name(from)
        html.markup(" – ")
        html.name(to)
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
        html.markup("</p>")
    }
}
