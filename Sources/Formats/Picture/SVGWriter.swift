public import Foundation

/// Writes a finished map as a picture: a projection that fits the routes, land, borders and lakes, the routes
/// with arrows, labels that keep apart, a scale bar, a list of the routes and the sources.
public struct SVGWriter: RouteMapWriter {
    /// What is drawn under the routes.
    public var basemap: Basemap

    /// A writer of pictures over a basemap.
    public init(basemap: Basemap) {
        self.basemap = basemap
    }

    /// Writes an atlas as one picture.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written, or no projection is to be had.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        try AtomicFile.write(Picture(atlas, basemap: basemap).svg, to: url)
    }
}
