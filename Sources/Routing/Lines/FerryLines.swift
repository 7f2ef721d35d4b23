#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Geodesy

/// The ferries of `ferries.tsv`, by the ports that they call at.
///
/// Tab separated, `#` for remarks; ports are "name country lat,lon" divided by ";".
struct FerryLines: Sendable {
    /// A ferry and where its ports are.
    struct Ferry: Sendable {
        var name: String
        var ports: [Coordinate]
    }

    /// In the order of the table.
    let all: [Ferry]

    /// No ferries.
    static let none = FerryLines(all: [])

    /// How far an end of a leg may lie from a port.
    static let reach = Distance(kilometres: 25)

    private init(all: [Ferry]) { self.all = all }

    /// The ferries of a table; none where there is no such file.
    ///
    /// - Throws: `RoutingError.graphUnreadable` naming the line that cannot be read.
    init(contentsOf url: URL) throws(RoutingError) {
        all = try LineTable(url: url).entries("name, aliases, source and ports") { cells in
            let texts = cells.last?.split(separator: ";") ?? []
            let ports = texts.compactMap { port in
                port.split(separator: " ").last.flatMap { try? Coordinate(parsing: String($0)) }
            }
            guard cells.count == 4, ports.count == texts.count, ports.count >= 2 else {
                return nil
            }
            return Ferry(name: String(cells[0]), ports: ports)
        }
    }

    /// The name of the ferry that calls at both of two positions, the nearest of several; nil for none.
    func name(from start: Coordinate, to end: Coordinate) -> String? {
        var best: (name: String, gap: Distance)?
        for ferry in all {
            guard let one = Self.nearest(start, in: ferry), let two = Self.nearest(end, in: ferry),
                one.port != two.port
            else { continue }
            let gap = one.away + two.away
            if best.map({ gap < $0.gap }) ?? true { best = (ferry.name, gap) }
        }
        return best?.name
    }

    private static func nearest(
        _ position: Coordinate, in ferry: Ferry
    ) -> (port: Int, away: Distance)? {
        ferry.ports.indices.map {
            (port: $0, away: Ellipsoid.wgs84.distance(from: position, to: ferry.ports[$0]))
        }.min { $0.away < $1.away }.flatMap { $0.away <= reach ? $0 : nil }
    }
}
