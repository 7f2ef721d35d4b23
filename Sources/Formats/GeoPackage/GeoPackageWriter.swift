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
        // What the system says of the folder is clearer than what SQLite says.
        var file = try AtomicFile(path: target.path)
        let temporary = AtomicFile.temporaryName(for: target.path)
        let made: Int32
        do {
            let package = try GeoPackageFile(path: temporary)
            made = open(temporary, O_RDONLY | O_CLOEXEC)
            // From here on nothing is left of it when the program is ended; SQLite has it open.
            unlink(temporary)
            try package.write(atlas)
        } catch {
            unlink(temporary)
            throw .cannotWrite(path: url.path, reason: Self.reason(error))
        }
        defer { close(made) }
        try Self.copy(made, to: &file, path: url.path)
        try file.commit()
    }

    private static func copy(
        _ descriptor: Int32, to file: inout AtomicFile, path: String
    ) throws(FormatError) {
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .cannotWrite(path: path, reason: FormatError.reason(errno))
            }
            if count == 0 { return }
            try file.write(Array(piece[..<count]))
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "\(error.resultCode)"
    }
}
