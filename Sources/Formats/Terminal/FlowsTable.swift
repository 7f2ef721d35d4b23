internal import Geodesy
internal import Movements
internal import RouteMaps

/// What several documents state alike, for a terminal: the flows by the count of their routes.
struct FlowsTable {
    let atlas: Atlas
    let style: TerminalStyle
    /// How many flows a list shows at most.
    var maximumFlows = 20

    /// The lines; none for a single document, or where nothing is stated twice.
    var lines: [String] {
        guard atlas.maps.count > 1, atlas.flows.contains(where: { $0.routes > 1 }) else {
            return []
        }
        var table = TextTable(columns: [
            .init(heading: "From", least: 12), .init(heading: "To", least: 12),
            .init(heading: "Mode"), .init(heading: "Status", isOptional: true),
            .init(heading: "Routes", isRight: true), .init(heading: "Documents", isRight: true),
            .init(heading: "km", isRight: true, isOptional: true),
        ])
        let order = atlas.flows.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.routes != second.routes { return first.routes > second.routes }
            return first.documents != second.documents
                ? first.documents > second.documents : a.offset < b.offset
        }.map(\.element)
        for flow in order.prefix(maximumFlows) {
            let first = atlas.first(of: flow)
            let ends = first.leg.ends(in: first.map).map { TerminalText.clean($0.name) }
            let length = first.leg.isSchematic ? nil : first.leg.drawn
            table.rows.append(
                ends + [
                    first.leg.mode.rawValue, first.movement.status.rawValue, "\(flow.routes)",
                    "\(flow.documents)", length.map { LengthText.figure($0.kilometres) } ?? "",
                ])
        }
        let more = order.count - maximumFlows
        return table.lines(style) + (more > 0 ? ["  and \(more) more"] : [])
    }
}
