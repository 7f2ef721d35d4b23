public import Foundation
internal import Geodesy

/// Writes KML 2.2 (OGC 07-147r2) for Google Earth: folders of stops and of places only mentioned, of
/// routes by status and, of several documents, by document, balloons with the evidence, time spans, and the styles all our maps share; as KMZ the same in a zip archive.
public struct KMLWriter: RouteMapWriter {
    /// Whether the file is a zip archive with the document in it.
    public let isArchive: Bool

    /// A writer of plain KML, or of KMZ.
    public init(isArchive: Bool = false) {
        self.isArchive = isArchive
    }

    /// Writes an atlas as one document.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try AtomicFile(at: url)
        if isArchive {
            var document: [UInt8] = []
            try KMLDocument(atlas).append { document += Array($0.utf8) }
            try file.write(ZipArchive.bytes(name: "doc.kml", content: document))
        } else {
            try KMLDocument(atlas).append { (text) throws(FormatError) in try file.write(text) }
        }
        try file.commit()
    }
}
