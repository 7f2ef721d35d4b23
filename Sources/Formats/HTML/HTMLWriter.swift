public import Foundation

/// Writes one page that works from disk, without a network: a map beside the text it was read from.
///
/// Everything stands in the file: style, script, basemap, data. A content security policy lets no other
/// script run and nothing be fetched, and names the hashes of the page's own style and script. Only with a
/// source of tiles may the page ask for images, and from that source's host alone.
public struct HTMLWriter: RouteMapWriter {
    /// What is drawn under the routes.
    public var basemap: Basemap
    /// Map tiles to draw over the basemap while there is a network; none by default.
    public var tiles: TileSource?
    /// Where decisions are kept; nil, the default, is the browser.
    public var keeping: DecisionKeeping?

    /// A writer of pages over a basemap, with tiles only if they are asked for.
    public init(basemap: Basemap, tiles: TileSource? = nil) {
        self.basemap = basemap
        self.tiles = tiles
    }

    /// Writes an atlas as one page.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        try AtomicFile.write(
            HTMLPage(atlas, basemap: basemap, tiles: tiles, keeping: keeping).html, to: url)
    }
}
