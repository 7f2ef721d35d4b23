public import Foundation

/// Writes GeoJSON (RFC 7946) with simplestyle 1.1.0 properties, so that map pages draw it well at once.
///
/// One Point feature a place, one LineString or MultiLineString feature a leg; what holds for the document
/// as a whole stands in the foreign member `periplus`. No position is longer than two figures, no `crs`.
public struct GeoJSONWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas as one FeatureCollection.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        let features = GeoJSONFeatures(atlas)
        file.json.openObject()
        file.json.key("type")
        file.json.string("FeatureCollection")
        if let bounds = features.bounds { file.json.bbox(bounds) }
        file.json.key("features")
        file.json.openArray()
        try features.write(to: &file)
        file.json.closeArray()
        file.json.key("periplus")
        features.appendFacts(to: &file.json)
        file.json.closeObject()
        try file.commit()
    }
}
