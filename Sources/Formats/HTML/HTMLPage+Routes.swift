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
        html.markup("<ol>\n")
        for record in records { append(record, to: &html) }
        html.markup("</ol></section>\n")
    }

    private func appendFilters(_ records: [RouteRecord], to html: inout HTMLBuilder) {
        let filters: [(name: String, label: String, values: [String])] = [
            ("mode", "Mode", records.map(\.movement.mode.rawValue)),
            ("status", "Status", records.map(\.movement.status.rawValue)),
            ("cargo", "Cargo", records.compactMap { $0.words($0.movement.cargo) }),
        ]
        let useful = filters.filter { Set($0.values).count > 1 }
        guard !useful.isEmpty else { return }
        html.markup("<div class=\"filters\">")
        for filter in useful {
            html.markup("<label>\(filter.label) <select name=\"\(filter.name)\">")
            html.markup("<option value=\"\">all</option>")
            for value in Set(filter.values).sorted() { html.element("option", value) }
            html.markup("</select></label>")
        }
        html.markup("<output aria-live=\"polite\"></output></div>\n")
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
        var facts = [movement.mode == .unknown ? "way unknown" : movement.mode.rawValue]
        if movement.relation != .transport { facts.append(movement.relation.rawValue) }
        if let cargo = record.words(movement.cargo) { facts.append(cargo) }
        facts.append(movement.status.rawValue)
        if let flow = atlas.flowIndex(of: record.reference(toLeg: 0)).map({ atlas.flows[$0] }),
            flow.routes > 1
        {
            facts.append("stated \(flow.routes) times")
        }
        html.element("span", "class=\"facts\"", facts.joined(separator: " · "))
        html.markup("</button><div class=\"details\">")
        appendDetails(of: record, to: &html)
        html.markup("</div></li>\n")
    }

    private func appendDetails(of record: RouteRecord, to html: inout HTMLBuilder) {
        let movement = record.movement
        html.markup("<h3>\(record.number). ")
        html.name(record.label.title)
        html.markup("</h3><p>")
        var status = movement.status.rawValue
        if let cue = record.words(movement.cue) { status += " (“\(cue)”)" }
        let facts: [(String, String?)] = [
            ("Cargo", record.words(movement.cargo)), ("Quantity", record.words(movement.quantity)),
            ("Carried by", record.words(movement.vehicle)),
            ("By whom", record.words(movement.actor)),
            ("Says who", record.words(movement.attribution)),
            ("When", record.words(movement.date?.utf8Range)),
            ("Mode", "\(movement.mode.rawValue), \(movement.modeBasis.rawValue)"),
            ("Status", status), ("Continues", record.continues.map { "route \($0)" }),
            ("Sure", "\(Int((record.route.confidence * 100).rounded())) %"),
        ]
        html.markup(
            facts.compactMap { label, words in
                words.map { "<b>\(label)</b> \(HTMLBuilder.escaped($0))" }
            }.joined(separator: " · "))
        html.markup("</p>")
        for leg in record.route.legs { appendLeg(leg, of: record, to: &html) }
        if record.route.legs.isEmpty {
            html.markup("<p>Not drawn: an end of this route could not be located.</p>")
        }
        for sentence in record.sentences {
            html.markup("<blockquote dir=\"auto\">“")
            html.words(sentence)
            html.markup("”</blockquote>")
        }
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
