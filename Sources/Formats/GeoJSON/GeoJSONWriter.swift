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
        var file = try AtomicFile(at: url)
        let features = GeoJSONFeatures(atlas)
        var json = JSONBytes()
        json.openObject()
        json.key("type")
        json.string("FeatureCollection")
        if let bounds = features.bounds { json.bbox(bounds) }
        json.key("features")
        json.openArray()
        try features.append(to: &json) { (json) throws(FormatError) in
            try json.drain { (bytes) throws(FormatError) in try file.write(bytes) }
        }
        json.closeArray()
        json.key("periplus")
        features.appendFacts(to: &json)
        json.closeObject()
        json.raw(0x0A)
        try file.write(json.bytes)
        try file.commit()
    }
}
