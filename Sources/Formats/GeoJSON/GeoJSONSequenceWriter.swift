public import Foundation

/// Writes GeoJSON features one after the other, for tools that read them as they come.
///
/// The last one has no geometry: its properties are what holds for the documents as a whole.
public struct GeoJSONSequenceWriter: RouteMapWriter {
    /// Whether a record separator precedes each object, as RFC 8142 has it, or only line feeds part them.
    public let hasRecordSeparators: Bool

    /// A writer of a text sequence (RFC 8142), or of newline-delimited GeoJSON.
    public init(hasRecordSeparators: Bool) {
        self.hasRecordSeparators = hasRecordSeparators
    }

    /// Writes an atlas, a feature a line.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        let features = GeoJSONFeatures(atlas)
        if hasRecordSeparators { file.json.raw(0x1E) }
        try features.write(to: &file) { json in
            json.raw(0x0A)
            if hasRecordSeparators { json.raw(0x1E) }
        }
        file.json.object { json in
            json.featureHead(id: "periplus")
            json.key("geometry")
            json.null()
            json.key("properties")
            features.appendFacts(to: &json)
        }
        try file.commit()
    }
}
