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
    ///
    /// - Throws: `RoutingError.graphUnreadable` naming the line that cannot be read.
    init(contentsOf url: URL) throws(RoutingError) {
        all = try LineTable(url: url)
            .entries("name, kind, aliases, source and stations", Self.line)
    }

    private static func line(_ cells: [Substring]) -> NamedLine? {
        guard cells.count == 5, let mode = TravelMode(rawValue: String(cells[1])) else {
            return nil
        }
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
