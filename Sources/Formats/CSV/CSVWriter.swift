public import Foundation
internal import Gazetteers
internal import Geodesy
internal import RouteMaps

/// Writes tables as CSV: the legs to `x.csv`, and beside it `x.places.csv`, `x.routes.csv`, `x.flows.csv`, and
/// the distances between sites in kilometres, `x.matrix.csv` straight and `x.matrix-sea.csv` by sea.
///
/// The legs have a column `geometry` in WKT, and the columns that kepler.gl takes for arcs; the flows, each
/// once with the count of its routes, have those that it takes for a flow map.
public struct CSVWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas; all files are finished before the first one is put in its place.
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
        var flows = try AtomicFile(at: Self.sibling(of: url, "flows"))
        var matrix = try AtomicFile(at: Self.sibling(of: url, "matrix"))
        var seaMatrix = try AtomicFile(at: Self.sibling(of: url, "matrix-sea"))
        try Self.writePlaces(of: atlas, to: &places)
        let table = FactTable.routes
        try routes.write(CSVRow.header(table.fields))
        try atlas.forEachRoute { (record) throws(FormatError) in
            try routes.write(CSVRow.bytes(table.values(of: record)))
        }
        try flows.write(CSVRow.header(FlowTable.fields))
        var flowTable = FlowTable(atlas)
        for index in atlas.flows.indices {
            try flows.write(CSVRow.bytes(flowTable.values(of: index)))
        }
        let square = DistanceMatrix(atlas.distances)
        for row in square.rows("geodesic_km", \.geodesic) { try matrix.write(CSVRow.bytes(row)) }
        for row in square.rows("by_sea_km", \.bySea) { try seaMatrix.write(CSVRow.bytes(row)) }
        try places.commit()
        try routes.commit()
        try flows.commit()
        try matrix.commit()
        try seaMatrix.commit()
        try legs.commit()
    }

    private static func writeLegs(
        of atlas: Atlas, to file: inout AtomicFile
    ) throws(FormatError) {
        let table = FactTable.legs
        try file.write(CSVRow.header(table.fields + DrawingColumns.fields + [Field("geometry")]))
        try atlas.forEachRoute { (record) throws(FormatError) in
            for leg in record.legs {
                let values = table.values(of: leg) + DrawingColumns.values(of: leg, in: atlas)
                let wkt = WellKnownText.lines(leg.leg.lines)
                try file.write(CSVRow.bytes(values + [.optional(wkt)]))
            }
        }
    }

    private static func writePlaces(
        of atlas: Atlas, to file: inout AtomicFile
    ) throws(FormatError) {
        let table = FactTable.places
        try file.write(CSVRow.header(table.fields))
        for place in atlas.placeRecords { try file.write(CSVRow.bytes(table.values(of: place))) }
    }

    /// The files that a table is written as: the legs, and what stands beside them.
    public static func files(at url: URL) -> [URL] {
        [url] + ["places", "routes", "flows", "matrix", "matrix-sea"].map { sibling(of: url, $0) }
    }

    /// "x.csv" and "places" give "x.places.csv".
    static func sibling(of url: URL, _ name: String) -> URL {
        let stem = url.deletingPathExtension().lastPathComponent
        let suffix = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
        return url.deletingLastPathComponent().appending(path: "\(stem).\(name)\(suffix)")
    }
}
