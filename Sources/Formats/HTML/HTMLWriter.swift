public import Foundation

/// Writes one page that works from disk, without a network: a map beside the text it was read from.
///
/// Everything stands in the file: style, script, basemap, data. A content security policy lets no other
/// script run and nothing be fetched, and names the hashes of the page's own style and script.
public struct HTMLWriter: RouteMapWriter {
    /// What is drawn under the routes.
    public var basemap: Basemap

    /// A writer of pages over a basemap.
    public init(basemap: Basemap) {
        self.basemap = basemap
    }

    /// Writes an atlas as one page.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try AtomicFile(at: url)
        try file.write(HTMLPage(atlas, basemap: basemap).html)
        try file.commit()
    }
}
