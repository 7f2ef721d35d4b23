internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus
internal import RouteMaps

/// Writes results: files in the format asked for, JSON on standard output.
enum Output {
    /// A file to write and its format.
    struct Target {
        let path: String
        let format: OutputFormat

        /// The format is the named one, or that of the extension.
        init(path: String, format: String?) throws(CommandError) {
            self.path = path
            do throws(FormatError) {
                self.format =
                    if let format {
                        try OutputFormat(named: format)
                    } else {
                        try OutputFormat(path: path)
                    }
            } catch {
                throw CommandError(error)
            }
        }
    }

    /// Writes an atlas to a file, whole or not at all; pictures have the gazetteer's land under them.
    static func write(
        _ atlas: Atlas, over gazetteer: Gazetteer, to target: Target, tiles: TileSource? = nil
    ) throws(CommandError) {
        let writer = target.format.writer(basemap: Basemap(gazetteer: gazetteer), tiles: tiles)
        do throws(FormatError) {
            try writer.write(atlas, to: URL(fileURLWithPath: target.path))
        } catch {
            throw CommandError(error)
        }
    }

    /// Writes maps as the JSON of the contract, with their text, a line each.
    static func writeJSON(_ maps: [RouteMap]) throws(CommandError) {
        let writer = BatchLineWriter(json: RouteMapJSON(includesText: true))
        for map in maps {
            try StandardOutput.write(bytes: writer.line(for: map, id: map.document.source))
        }
    }
}
