internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Resolving
internal import RouteMaps

/// The cited places as a table for a terminal: name, kind, country, position, confidence, mentions, the most
/// mentioned first.
public struct PlacesTable: Sendable {
    /// What is listed.
    public let atlas: Atlas
    /// How it is set.
    public let style: TerminalStyle

    /// The table of an atlas's places.
    public init(_ atlas: Atlas, style: TerminalStyle = TerminalStyle()) {
        self.atlas = atlas
        self.style = style
    }

    /// The table, each line with its line feed; empty when nothing is cited.
    public var text: String {
        (locatedLines + missingLines).map { $0 + "\n" }.joined()
    }

    private var locatedLines: [String] {
        var table = TextTable(columns: [
            .init(heading: "Place", least: 14), .init(heading: "Kind", isOptional: true),
            .init(heading: "In"),
            .init(heading: "Lat", isRight: true), .init(heading: "Lon", isRight: true),
            .init(heading: "Sure", isRight: true),
            .init(heading: "Times", isRight: true, isOptional: true),
            .init(heading: "Or", least: 10, isOptional: true),
        ])
        for place in CitedPlace.ranked(atlas.places) {
            guard let coordinate = place.coordinate else { continue }
            table.rows.append([
                TerminalText.clean(place.name), place.className,
                place.place?.country ?? "",
                Self.degrees(coordinate.latitude), Self.degrees(coordinate.longitude),
                "\(Int((place.confidence * 100).rounded()))%", "\(place.mentions.count)",
                runnersUp(place),
            ])
        }
        return table.rows.isEmpty ? [] : table.lines(style)
    }

    private var missingLines: [String] {
        let missing = atlas.places.filter { $0.coordinate == nil }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { TerminalText.clean($0.name) }.joined(separator: ", ")
        return TerminalText.wrap("Not located: " + names, columns: style.width - 4)
            .enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }

    /// The best of the other candidates, by what sets it apart.
    private func runnersUp(_ place: CitedPlace) -> String {
        let choice = atlas.toponym(place.surest).choice
        guard let other = choice.runnersUp.first?.place, let chosen = choice.best?.place else {
            return ""
        }
        let country = other.country.map { " (\($0))" } ?? ""
        let apart = other.name != chosen.name ? other.name : other.kind.rawValue
        return TerminalText.clean(apart + country)
    }

    private static func degrees(_ value: Double) -> String {
        let text = DecimalText.string(value, decimals: 3)
        let decimals = text.split(separator: ".").last?.count ?? 0
        return text + String(repeating: "0", count: max(0, 3 - decimals))
    }
}

extension Atlas {
    /// The toponym a reference stands for.
    func toponym(_ reference: MentionReference) -> ResolvedToponym {
        maps[reference.map].toponyms[reference.toponym]
    }
}
