internal import Foundation

/// A layer that was imported whole: its index files, in a folder beside the manifest.
struct LayerManifest: Codable, Sendable {
    var layout = IndexLayout.version
    var name: String
    var folder: String
    var files: [String]
    var rows: Int
    /// Whether the layer describes places anew that others have under the same identifier: one's own
    /// corrections do, a whole dump does not.
    var corrects: Bool

    static let suffix = ".layer.json"

    /// Reads a manifest.
    static func read(_ url: URL) throws(GazetteerError) -> LayerManifest {
        let manifest: LayerManifest
        do {
            manifest = try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
        } catch {
            throw .damaged(path: url.path, what: "it is no list of a layer's files")
        }
        guard manifest.layout <= IndexLayout.version else {
            throw .newerLayout(
                path: url.path, found: manifest.layout, supported: IndexLayout.version)
        }
        return manifest
    }
}

/// How far an import has come; it is carried on from here after an interruption.
struct ImportState: Codable, Sendable {
    var offset = 0
    var rows = 0
    var faults = 0
    var files: [String] = []
}

extension Encodable {
    /// Writes the value as JSON; the file appears whole or not at all.
    ///
    /// Until then it is kept beside it under one name, so that the next run puts another in the place of what an
    /// interrupted one has left; the folder is held by one writer.
    func writeJSON(to url: URL) throws(GazetteerError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do {
            let part = url.appendingPathExtension("part")
            try encoder.encode(self).write(to: part)
            guard rename(part.path, url.path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        } catch {
            throw .unwritable(path: url.path, reason: error.localizedDescription)
        }
    }
}
