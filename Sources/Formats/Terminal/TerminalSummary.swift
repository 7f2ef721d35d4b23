internal import Documents
internal import Gazetteers
internal import RouteMaps

/// What `periplus map FILE` shows without `-o`: places, routes, claims, distances, sources.
public struct TerminalSummary: Sendable {
    /// What is summed up.
    public let atlas: Atlas
    /// How it is set.
    public let style: TerminalStyle

    /// The summary of an atlas.
    public init(_ atlas: Atlas, style: TerminalStyle = TerminalStyle()) {
        self.atlas = atlas
        self.style = style
    }

    /// The summary, each line with its line feed.
    public var text: String {
        var sections = [titleLines.map { $0 + "\n" }.joined()]
        func add(_ heading: String, _ body: String) {
            guard !body.isEmpty else { return }
            sections.append(style.heading(heading) + "\n" + body)
        }
        add("Places", PlacesTable(atlas, style: style).text)
        add(
            "Stated alike",
            FlowsTable(atlas: atlas, style: style).lines.map { $0 + "\n" }.joined())
        add("Routes", RoutesTable(atlas, style: style).text)
        add(
            "Claims",
            ClaimsTable(atlas: atlas, style: style).lines.map { $0 + "\n" }.joined())
        add("Distances", DistancesTable(atlas.distances, style: style).text)
        add("Sources", sourceLines.map { $0 + "\n" }.joined())
        return sections.joined(separator: "\n")
    }

    private var titleLines: [String] {
        let routes = atlas.maps.reduce(0) { $0 + $1.routes.count }
        let claims = atlas.maps.reduce(0) { $0 + $1.claims.count }
        let located = atlas.places.count { $0.coordinate != nil && $0.isNamed }
        let counts = [
            Self.count(located, "place"), Self.count(routes, "route"),
            Self.count(claims, "claim"),
        ]
        let summary = counts.joined(separator: ", ")
        if atlas.maps.count > 1 {
            return [style.heading("\(atlas.maps.count) documents: \(summary)")]
        }
        guard let document = atlas.maps.first?.document, let title = document.title else {
            return [style.heading(summary)]
        }
        let date = document.date.map { " (\($0.day))" } ?? ""
        return TerminalText.wrap(TerminalText.clean(title) + date, columns: style.width)
            .map { style.heading($0) } + [summary]
    }

    private var sourceLines: [String] {
        atlas.notices.flatMap { notice in
            TerminalText.wrap(TerminalText.clean(notice), columns: style.width - 4)
                .enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        switch number {
        case 0: "no \(noun)s"
        case 1: "1 \(noun)"
        default: "\(number) \(noun)s"
        }
    }
}
