public import Foundation
internal import GRDB
internal import Geodesy

/// Writes a GeoPackage 1.3 (OGC 12-128) with layers of places, legs and routes, tables of mentions,
/// claims, distances, documents and sources, and the styles with which QGIS shows it well at once.
public struct GeoPackageWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written; a pipe or a device cannot.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        let target = try AtomicFile.target(of: url.path)
        guard !target.isDirect else {
            throw .needsRegularFile(path: url.path, format: .geoPackage)
        }
        let temporary = AtomicFile.temporaryName(for: target.path)
        // What the system says of the folder is clearer than what SQLite says.
        let empty = try AtomicFile(path: target.path)
        _ = consume empty
        do {
            try GeoPackageFile(path: temporary).write(atlas)
        } catch {
            unlink(temporary)
            throw .cannotWrite(path: url.path, reason: Self.reason(error))
        }
        if let mode = target.mode { chmod(temporary, mode) }
        try AtomicFile.replace(target.path, with: temporary)
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "\(error.resultCode)"
    }
}
