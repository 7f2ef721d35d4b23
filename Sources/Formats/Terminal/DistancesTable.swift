internal import Gazetteers
internal import Geodesy
public import RouteMaps

/// The distances between cited sites for a terminal, a pair a line.
public struct DistancesTable: Sendable {
    /// What is listed.
    public let distances: [SiteDistance]
    /// How it is set.
    public let style: TerminalStyle
    /// How many pairs a list shows at most.
    public let maximumPairs: Int

    /// The table of some distances.
    public init(
        _ distances: [SiteDistance], style: TerminalStyle = TerminalStyle(), maximumPairs: Int = 12
    ) {
        self.distances = distances
        self.style = style
        self.maximumPairs = maximumPairs
    }

    /// The table, each line with its line feed; empty when there are no two sites.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    var lines: [String] {
        guard !distances.isEmpty else { return [] }
        var table = TextTable(columns: [
            .init(heading: "From", least: 12), .init(heading: "To", least: 12),
            .init(heading: "Straight km", isRight: true),
            .init(heading: "mi", isRight: true, isOptional: true),
            .init(heading: "By sea km", isRight: true),
        ])
        for pair in distances.prefix(maximumPairs) {
            table.rows.append([
                TerminalText.clean(pair.from.label), TerminalText.clean(pair.to.label),
                LengthText.figure(pair.geodesic.kilometres), LengthText.figure(pair.geodesic.miles),
                pair.bySea.map { LengthText.figure($0.kilometres) } ?? "",
            ])
        }
        let more = distances.count - maximumPairs
        return table.lines(style) + (more > 0 ? ["  and \(more) more pairs"] : [])
    }
}
