internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus
internal import RouteMaps
internal import Routing

/// Writes results: files in the format asked for, JSON on standard output.
enum Output {
    /// A file to write and its format.
    struct Target {
        let path: String
        let format: OutputFormat

        /// A target of a path, "-" for standard output.
        ///
        /// The format is the named one, or that of the extension.
        init(path: String, format: String?) throws(CommandError) {
            self.path = path
            guard path != "-" || format != nil else {
                throw CommandError(.usage, "-o - needs --format, since it has no extension")
            }
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
        var basemap = Basemap.empty
        if target.format.drawsLand {
            basemap = Basemap(gazetteer: gazetteer, shores: try Engine.shores().rings)
        }
        let writer = target.format.writer(basemap: basemap, tiles: tiles)
        guard target.path == "-" else {
            try write(atlas, by: writer, to: URL(fileURLWithPath: target.path))
            return
        }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "periplus-\(UUID().uuidString).\(target.format.fileExtension)")
        defer { try? FileManager.default.removeItem(at: file) }
        try write(atlas, by: writer, to: file)
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            throw CommandError(.inputOutput, "cannot read back \(file.path)")
        }
        try StandardOutput.write(bytes: Array(bytes))
    }

    private static func write(
        _ atlas: Atlas, by writer: any RouteMapWriter, to file: URL
    ) throws(CommandError) {
        do throws(FormatError) {
            try writer.write(atlas, to: file)
        } catch {
            throw CommandError(error)
        }
    }

    /// The files that a target has become: of a table several.
    static func files(of target: Target) -> [String] {
        guard target.format == .csv else { return [target.path] }
        let folder = target.path.lastIndex(of: "/").map { target.path[...$0] } ?? ""
        return CSVWriter.files(at: URL(fileURLWithPath: target.path)).map {
            folder + $0.lastPathComponent
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
