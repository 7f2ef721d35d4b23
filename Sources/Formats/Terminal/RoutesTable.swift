internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The routes of an atlas for a terminal: stops, mode, cargo, status, length, and the words that say so.
public struct RoutesTable: Sendable {
    /// What is listed.
    public let atlas: Atlas
    /// How it is set.
    public let style: TerminalStyle

    /// The list of an atlas's routes.
    public init(_ atlas: Atlas, style: TerminalStyle = TerminalStyle()) {
        self.atlas = atlas
        self.style = style
    }

    /// The list, each line with its line feed; empty when nothing moves.
    public var text: String {
        var lines: [String] = []
        var number = 0
        for map in atlas.maps {
            let spans = SpanText(map.document.text)
            let offset = number
            var said: [[Range<Int>]: Int] = [:]
            for route in map.routes {
                number += 1
                let before = said[route.movement.evidence]
                if before == nil { said[route.movement.evidence] = number }
                lines += self.lines(
                    of: route, number: number, offset: offset, before: before, in: map, spans)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(
        of route: Route, number: Int, offset: Int, before: Int?, in map: RouteMap,
        _ spans: SpanText
    ) -> [String] {
        let label = "\(number)"
        let margin = String(repeating: " ", count: max(0, 3 - label.count)) + label + "  "
        let indent = String(repeating: " ", count: margin.count)
        let room = style.width - margin.count
        let movement = route.movement
        let path = TerminalText.clean(RouteLabel(route, in: map).path)
        var facts: [String] = [movement.mode == .unknown ? "way unknown" : movement.mode.rawValue]
        if movement.relation != .transport { facts.append(movement.relation.rawValue) }
        if let cargo = movement.cargo { facts.append(TerminalText.clean(spans.string(at: cargo))) }
        facts.append(movement.status.rawValue)
        facts.append(route.lengthText)
        if let continues = movement.continues {
            facts.append("continues \(continues + 1 + offset)")
        }
        let evidence = Self.evidence(movement, before: before, spans)
        let line = path + "   " + facts.joined(separator: "   ")
        var text: [String]
        if TerminalText.width(line) <= room {
            text = [line]
        } else {
            text = TerminalText.wrap(path, columns: room)
            text += TerminalText.wrap(facts.joined(separator: " · "), columns: room)
        }
        text += legLines(route, in: map).flatMap { TerminalText.wrap($0, columns: room) }
        text += TerminalText.wrap(evidence, columns: room).map { style.faint($0) }
        return text.enumerated().map { ($0.offset == 0 ? margin : indent) + $0.element }
    }

    /// The words that state a route; of words already shown only where they stand.
    private static func evidence(_ movement: Movement, before: Int?, _ spans: SpanText) -> String {
        if let before { return "(the words of \(before))" }
        let words = movement.evidence.map { TerminalText.clean(spans.string(at: $0)) }
        return "\"" + words.joined(separator: " ... ") + "\""
    }

    /// A line for each leg of several, and for what the drawing chose beyond the text.
    private func legLines(_ route: Route, in map: RouteMap) -> [String] {
        route.legs.compactMap { leg in
            var parts: [String] = []
            if route.legs.count > 1 {
                let from = RouteLabel.name(of: leg.from, in: map)
                let to = RouteLabel.name(of: leg.to, in: map)
                parts.append("leg \(from) - \(to): \(leg.lengthText)")
            }
            if let assumed = leg.assumed, assumed.kind == .port { parts.append(assumed.text) }
            if let sailing = leg.sailing, leg.assumed == nil {
                parts.append("sailing about \(LengthText.kilometres(sailing))")
            }
            if let drawn = leg.drawn, drawn.metres > leg.geodesic.metres * 1.005 {
                parts.append("straight \(LengthText.kilometres(leg.geodesic))")
            }
            if !leg.passages.isEmpty {
                parts.append("through " + leg.passages.joined(separator: ", "))
            }
            if let source = leg.roadSource { parts.append("roads by \(source)") }
            return parts.isEmpty ? nil : TerminalText.clean(parts.joined(separator: "; "))
        }
    }
}
