#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Geodesy

/// The tables the graph is built from: links, gates, barriers and crossings.
///
/// Tab separated, `#` for remarks, the columns named in the first line; a line of positions is
/// "lat,lon lat,lon ...".
struct SeaTables {
    var links: [SeaLink] = []
    var gates: [SeaGate] = []
    /// Lines that no course may cross.
    var barriers: [[PackedPosition]] = []
    /// Bridges and tunnels between lands.
    var crossings: [LandCrossing] = []

    init(folder: URL) throws(RoutingError) {
        let rows =
            try Self.rows(folder.appending(path: "links.tsv"))
            + Self.rows(folder.appending(path: "waterways.tsv"))
        for row in rows {
            var link = SeaLink(
                name: row.name, isOpen: row.cells["default"] == "open",
                kilometres: row.cells["km"].flatMap(Double.init), line: row.line)
            link.read(row.cells)
            links.append(link)
        }
        for row in try Self.rows(folder.appending(path: "gates.tsv")) {
            var gate = SeaGate(name: row.name, line: row.line)
            gate.read(row.cells)
            gates.append(gate)
        }
        barriers = try Self.rows(folder.appending(path: "barriers.tsv")).map(\.line)
        for row in try Self.rows(folder.appending(path: "crossings.tsv")) {
            crossings.append(LandCrossing(name: row.name, line: row.line))
        }
    }

    private struct Row {
        var name: String
        var cells: [String: String]
        var line: [PackedPosition]
    }

    private static func rows(_ url: URL) throws(RoutingError) -> [Row] {
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw .graphUnreadable(path: url.path, reason: "no such table")
        }
        var header: [String]?
        var rows: [Row] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            guard let names = header else {
                header = cells
                continue
            }
            let named = Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
            let positions = (named["line"] ?? "").split(separator: " ").compactMap {
                try? Coordinate(parsing: String($0))
            }
            guard let name = named["name"], positions.count >= 2,
                positions.count == (named["line"] ?? "").split(separator: " ").count
            else {
                throw .graphUnreadable(
                    path: url.path, reason: "line \(number + 1) has no name or no line")
            }
            rows.append(
                Row(name: name, cells: named, line: positions.map { PackedPosition($0) }))
        }
        return rows
    }
}
