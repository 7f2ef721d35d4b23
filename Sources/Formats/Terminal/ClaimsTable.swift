internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The spatial claims of an atlas for a terminal: what the text says, what the map says, the verdict.
struct ClaimsTable {
    let atlas: Atlas
    let style: TerminalStyle

    var lines: [String] {
        atlas.maps.flatMap { map in
            let spans = SpanText(map.document.text)
            return map.claims.flatMap { lines(of: $0, in: map, spans) }
        }
    }

    private func lines(
        of claim: CheckedClaim, in map: RouteMap, _ spans: SpanText
    ) -> [String] {
        let words = TerminalText.clean(spans.string(at: claim.claim.utf8Range))
        let sentence = "\"\(words)\": \(claim.verdict.rawValue)" + computed(claim, in: map)
        return TerminalText.wrap(TerminalText.clean(sentence), columns: style.width - 4)
            .enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }

    private func computed(_ claim: CheckedClaim, in map: RouteMap) -> String {
        guard let distance = claim.distance else { return "" }
        let reference = RouteLabel.name(of: claim.claim.reference, in: map)
        let subject = claim.claim.subject.map { RouteLabel.name(of: $0, in: map) } ?? "it"
        let bearing = claim.bearing.map { ", bearing \(Int($0.degrees.rounded()))°" } ?? ""
        let miles = LengthText.figure(distance.miles)
        return "; \(subject) is \(LengthText.kilometres(distance)) (\(miles) mi) from \(reference)"
            + bearing
    }
}
