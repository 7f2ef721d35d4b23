internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus

/// `periplus gazetteer import`: adds a file of places to the gazetteer as a layer, lists layers, removes one.
struct GazetteerImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add places of your own, or a GeoNames dump, to the gazetteer.",
        discussion: """
            The extension tells the format: .txt is a GeoNames dump (allCountries.txt or a country's), \
            .geojson or .json a feature collection, .csv or .tsv a table with a header. Columns or \
            properties: name (needed), lat and lon (tables), kind, country, names (other names, \
            separated by |), id, population, rank.

            The gazetteer itself stays as it is: the places become a layer beside it, or, where you may \
            not write there, one of your own in $XDG_DATA_HOME/periplus/layers (~/.local/share/...). \
            Importing under the name of a layer replaces it; an import of a dump that was interrupted \
            goes on when started again.
            """)

    @Argument(help: ArgumentHelp("The file of places.", valueName: "file"))
    var file: String?

    @Option(help: "What to call the layer; else the file's name without its extension.")
    var name: String?

    @Option(
        help: ArgumentHelp("GeoNames' alternateNamesV2.txt, for a dump.", valueName: "file"))
    var alternateNames: String?

    @Flag(
        inversion: .prefixedNo,
        help: """
            Whether the layer's records replace those of the same id; else a table's and GeoJSON's do, \
            a dump's do not.
            """)
    var outrank: Bool?

    @Option(help: "The licence of the places, for the files made with them.")
    var licence: String?

    @Option(help: "The notice to print where the places are used.")
    var attribution: String?

    @Flag(help: "List the layers.")
    var list = false

    @Option(help: ArgumentHelp("Remove a layer.", valueName: "name"))
    var remove: String?

    @Flag(help: "No progress on standard error.")
    var quiet = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        let tasks = [file != nil, list, remove != nil].count(where: \.self)
        guard tasks == 1 else {
            throw ValidationError("give one of: a file to import, --list, --remove name")
        }
    }

    func run() throws {
        let location = try Engine.location(data, data: try Engine.data(), quiet: quiet)
        let importer = GazetteerImporter(into: location)
        if list {
            try listLayers(of: importer)
        } else if let remove {
            try removeLayer(remove, of: importer)
        } else if let file {
            try add(file, by: importer)
        }
    }
}

extension GazetteerImportCommand {
    /// The extensions of files that can be imported; the last ones are those of tables.
    private static let extensions = ["txt", "geojson", "json", "csv", "tsv", "tab"]

    private func add(_ file: String, by importer: GazetteerImporter) throws(CommandError) {
        let url = URL(fileURLWithPath: file)
        let kind = url.pathExtension.lowercased()
        guard Self.extensions.contains(kind) else {
            throw CommandError(
                .usage,
                "cannot tell the format of \(file) by its name; there are .txt (GeoNames), .geojson, .json, .csv, .tsv"
            )
        }
        guard alternateNames == nil || kind == "txt" else {
            throw CommandError(.usage, "--alternate-names goes with a GeoNames dump (.txt) alone")
        }
        for input in [file, alternateNames].compactMap(\.self) { try checkFile(input) }
        var request = GazetteerImporter.Request(file: url)
        request.name = name ?? request.name
        request.alternateNames = alternateNames.map { URL(fileURLWithPath: $0) }
        request.outranks = outrank
        request.licence = licence ?? request.licence
        request.attribution = attribution ?? request.attribution
        let clock = ContinuousClock()
        var next = clock.now + .seconds(1)
        let summary: GazetteerImporter.Summary
        do {
            summary = try importer.run(request) { share, rows in
                guard !quiet, share < 1, clock.now >= next else { return }
                next = clock.now + .seconds(1)
                StandardError.write(line: "import: \(Int(share * 100)) %, \(rows) places")
            }
        } catch {
            let files = [request.file, request.alternateNames].compactMap(\.self).map(\.path)
            throw CommandError(error, importing: files)
        }
        guard !quiet else { return }
        let faults = summary.faults > 0 ? "; \(summary.faults) lines left out" : ""
        StandardError.write(
            line: "imported \(summary.rows) places as layer \(request.name)\(faults)")
    }

    private func checkFile(_ path: String) throws(CommandError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandError(.noInput, "no such file: \(path)")
        }
        guard !isFolder.boolValue else {
            throw CommandError(.noInput, "\(path) is a folder, not a file")
        }
    }

    private func listLayers(of importer: GazetteerImporter) throws(CommandError) {
        let names = try layers(of: importer)
        let sources = try Engine.gazetteer(data, data: try Engine.data(), quiet: quiet).metadata
            .sources
        var rows: [[String]] = []
        for name in names {
            let places = (try? importer.places(inLayer: name)) ?? 0
            let source = sources.first { $0.key == "user-\(name)" }
            rows.append(
                [name, "\(places) places", source?.version ?? "", source?.licence ?? ""])
        }
        if rows.isEmpty {
            if !quiet { StandardError.write(line: "periplus: no layers") }
            return
        }
        try StandardOutput.write(TextTable.plain(rows, rightAligned: [1]))
    }

    private func removeLayer(_ name: String, of importer: GazetteerImporter) throws(CommandError) {
        let known = try layers(of: importer)
        guard known.contains(name) else {
            let others = known.isEmpty ? "no layers" : known.joined(separator: ", ")
            throw CommandError(.badData, "no layer named \"\(name)\"; there are \(others)")
        }
        do {
            try importer.remove(layer: name)
        } catch {
            throw CommandError(error)
        }
    }

    private func layers(of importer: GazetteerImporter) throws(CommandError) -> [String] {
        do {
            return try importer.layers()
        } catch {
            throw CommandError(error)
        }
    }
}
