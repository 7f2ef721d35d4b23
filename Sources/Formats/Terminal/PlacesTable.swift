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
    /// Whether a line below each place tells how it is written in the text, and why it was chosen.
    public let givesReasons: Bool

    /// The table of an atlas's places.
    public init(
        _ atlas: Atlas, style: TerminalStyle = TerminalStyle(), givesReasons: Bool = false
    ) {
        self.atlas = atlas
        self.style = style
        self.givesReasons = givesReasons
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
        let located = CitedPlace.ranked(atlas.places.filter(\.isNamed)).filter {
            $0.coordinate != nil
        }
        for place in located {
            guard let coordinate = place.coordinate else { continue }
            table.rows.append([
                TerminalText.clean(place.name), place.className,
                place.place?.country ?? "",
                Self.degrees(coordinate.latitude), Self.degrees(coordinate.longitude),
                "\(Int((place.confidence * 100).rounded()))%", "\(place.mentions.count)",
                runnersUp(place),
            ])
        }
        if table.rows.isEmpty { return [] }
        let lines = table.lines(style)
        guard givesReasons else { return lines }
        return lines.prefix(1)
            + zip(lines.dropFirst(), located).flatMap { [$0] + reasonLines(for: $1) }
    }

    /// How a place is written and why it was chosen, in lines below its own.
    private func reasonLines(for place: CitedPlace) -> [String] {
        var written: [String] = []
        for mention in place.mentions {
            let text = TerminalText.clean(atlas.toponym(mention).mention.text)
            if text != place.name, !written.contains(text) { written.append(text) }
        }
        let because = atlas.surest(of: place).because.map(TerminalText.clean)
        let parts =
            (written.isEmpty ? [] : ["written " + written.joined(separator: ", ")]) + because
        guard !parts.isEmpty else { return [] }
        return TerminalText.wrap(parts.joined(separator: "; "), columns: style.width - 6)
            .map { style.faint("      " + $0) }
    }

    private var missingLines: [String] {
        let missing = atlas.places.filter { $0.coordinate == nil }
        let unknown = missing.filter { !$0.isUndecided }.map { TerminalText.clean($0.name) }
        let undecided = missing.filter(\.isUndecided).map { place in
            let others = atlas.surest(of: place).choice.runnersUp.prefix(3).map { candidate in
                candidate.place.admin1 ?? candidate.place.country ?? candidate.place.kind.rawValue
            }
            return TerminalText.clean(
                "\(place.name) (\(others.joined(separator: ", or ")))")
        }
        return listed("Not located: ", unknown) + listed("Undecided: ", undecided)
    }

    private func listed(_ heading: String, _ names: [String]) -> [String] {
        guard !names.isEmpty else { return [] }
        let text = heading + names.joined(separator: ", ")
        return TerminalText.wrap(text, columns: style.width - 4)
            .enumerated().map { ($0.offset == 0 ? "  " : "    ") + $0.element }
    }

    /// The best of the other candidates, by what sets it apart.
    private func runnersUp(_ place: CitedPlace) -> String {
        let choice = atlas.surest(of: place).choice
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
