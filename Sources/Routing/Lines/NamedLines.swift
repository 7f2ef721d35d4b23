#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Geodesy

/// The pipelines and railways of `lines.tsv`.
///
/// Tab separated, `#` for remarks; stations are "name country lat,lon" divided by ";", a bend is "- - lat,lon".
struct NamedLines: Sendable {
    /// In the order of the table.
    let all: [NamedLine]

    /// No lines.
    static let none = NamedLines(all: [])

    private init(all: [NamedLine]) { self.all = all }

    /// The lines of a table; none where there is no such file.
    init(contentsOf url: URL) throws(RoutingError) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            self = .none
            return
        }
        var lines: [NamedLine] = []
        for (number, row) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !row.isEmpty && !row.hasPrefix("#") && !row.hasPrefix("name\t") {
            guard let line = Self.line(row) else {
                throw .graphUnreadable(
                    path: url.path,
                    reason: "line \(number + 1) is no name, kind, aliases, source and stations")
            }
            lines.append(line)
        }
        all = lines
    }

    private static func line(_ row: Substring) -> NamedLine? {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == 5, !cells[0].isEmpty, let mode = TravelMode(rawValue: String(cells[1]))
        else { return nil }
        let texts = cells[4].split(separator: ";")
        let stations = texts.compactMap(station)
        guard stations.count == texts.count, stations.count >= 2 else { return nil }
        return NamedLine(
            name: String(cells[0]), mode: mode,
            aliases: cells[2].split(separator: "|").map(String.init), stations: stations)
    }

    private static func station(_ text: Substring) -> NamedLine.Station? {
        let words = text.split(separator: " ")
        guard words.count >= 3, let position = words.last,
            let coordinate = try? Coordinate(parsing: String(position))
        else { return nil }
        func known(_ text: String) -> String? { text == "-" ? nil : text }
        return NamedLine.Station(
            name: known(words.dropLast(2).joined(separator: " ")),
            country: known(String(words[words.count - 2])), coordinate: coordinate)
    }
}
