public import Foundation
internal import Gazetteers
internal import Geodesy
internal import RouteMaps

/// Writes four tables as CSV: the legs to `x.csv`, and beside it `x.places.csv`, `x.routes.csv` and
/// `x.matrix.csv` with the distances between sites in kilometres.
///
/// The legs have a column `geometry` in WKT, and the columns that kepler.gl takes for arcs and flows.
public struct CSVWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas; all four files are finished before the first one is put in its place.
    ///
    /// To a pipe or a device only the legs are written.
    ///
    /// - Throws: `FormatError` when a file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var legs = try AtomicFile(at: url)
        try Self.writeLegs(of: atlas, to: &legs)
        guard try !AtomicFile.target(of: url.path).isDirect else {
            try legs.commit()
            return
        }
        var places = try AtomicFile(at: Self.sibling(of: url, "places"))
        var routes = try AtomicFile(at: Self.sibling(of: url, "routes"))
        var matrix = try AtomicFile(at: Self.sibling(of: url, "matrix"))
        try Self.writePlaces(of: atlas, to: &places)
        try routes.write(CSVRow.header(RouteTable.fields))
        try atlas.forEachRoute { (record) throws(FormatError) in
            try routes.write(CSVRow.bytes(RouteTable.values(of: record)))
        }
        for row in Self.matrix(atlas.distances) { try matrix.write(CSVRow.bytes(row)) }
        try places.commit()
        try routes.commit()
        try matrix.commit()
        try legs.commit()
    }

    private static func writeLegs(
        of atlas: Atlas, to file: inout AtomicFile
    ) throws(FormatError) {
        try file.write(CSVRow.header(LegTable.fields + [Field("geometry")]))
        try atlas.forEachRoute { (record) throws(FormatError) in
            for (index, leg) in record.route.legs.enumerated() {
                let values = LegTable.values(of: leg, number: index + 1, in: record)
                let wkt = WellKnownText.lines(leg.lines)
                try file.write(CSVRow.bytes(values + [.optional(wkt)]))
            }
        }
    }

    private static func writePlaces(
        of atlas: Atlas, to file: inout AtomicFile
    ) throws(FormatError) {
        let position = [Field("latitude", .real), Field("longitude", .real)]
        try file.write(CSVRow.header(PlaceTable.fields + position))
        for place in atlas.places {
            let position: [FieldValue] =
                place.coordinate.map {
                    [.real($0.latitude, decimals: 6), .real($0.longitude, decimals: 6)]
                } ?? [.none, .none]
            try file.write(CSVRow.bytes(PlaceTable.values(of: place, in: atlas) + position))
        }
    }

    /// "x.csv" and "places" give "x.places.csv".
    static func sibling(of url: URL, _ name: String) -> URL {
        let stem = url.deletingPathExtension().lastPathComponent
        let suffix = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
        return url.deletingLastPathComponent().appending(path: "\(stem).\(name)\(suffix)")
    }

    /// A square of the distances, with the sites' names over the columns and before the rows.
    private static func matrix(_ distances: [SiteDistance]) -> [[FieldValue]] {
        var sites: [Place] = []
        var known: Set<PlaceID> = []
        var lengths: [Set<PlaceID>: Distance] = [:]
        for pair in distances {
            for place in [pair.from, pair.to] where known.insert(place.id).inserted {
                sites.append(place)
            }
            lengths[[pair.from.id, pair.to.id]] = pair.geodesic
        }
        let header: [FieldValue] = [.text("geodesic_km")] + sites.map { .text($0.label) }
        return [header]
            + sites.map { row in
                [.text(row.label)]
                    + sites.map { column in
                        guard row.id != column.id else { return .real(0, decimals: 1) }
                        return lengths[[row.id, column.id]].map {
                            .real($0.kilometres, decimals: 1)
                        } ?? .none
                    }
            }
    }
}
