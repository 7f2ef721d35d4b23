public import Foundation
public import RouteMaps

/// A writer of one file format.
public protocol RouteMapWriter: Sendable {
    /// Writes an atlas to a file, whole or not at all; the same atlas gives the same bytes.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written, or the format lacks something.
    func write(_ atlas: Atlas, to url: URL) throws(FormatError)
}

extension RouteMapWriter {
    /// Writes one map without the attribution and distances an atlas carries.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written, or the format lacks something.
    public func write(_ map: RouteMap, to url: URL) throws(FormatError) {
        try write(Atlas(map), to: url)
    }
}
