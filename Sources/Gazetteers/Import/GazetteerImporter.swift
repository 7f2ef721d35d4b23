public import Foundation

/// Adds places of one's own, or a whole GeoNames dump, to a gazetteer as a layer that outranks it.
///
/// The bundle itself is not changed: a layer is a folder of index files under `<gazetteer>.layers`, which
/// readers see once it is whole. An interrupted import is carried on by importing the same file again.
public struct GazetteerImporter: Sendable {
    /// What to import, and as what.
    public struct Request: Sendable, Hashable {
        /// The file: a GeoNames dump (.txt), GeoJSON, or comma- or tab-separated values with a header.
        public var file: URL
        /// The name of the layer; an earlier layer of the name is replaced.
        public var name: String
        /// GeoNames' alternateNamesV2.txt, for names beside those of the dump.
        public var alternateNames: URL?
        /// The licence of the data.
        public var licence = "unknown"
        /// The notice to print where the data is used.
        public var attribution = ""
        /// Whether the layer describes anew those places that others have under the same identifier;
        /// by default a file of one's own does, a whole dump does not.
        public var outranks: Bool?
        /// The most places in one index file; more make an import quicker to look up, and larger.
        public var placesPerFile = 3_000_000

        /// An import of a file, named after it.
        public init(file: URL) {
            self.file = file
            name = file.deletingPathExtension().lastPathComponent
        }
    }

    /// What an import did.
    public struct Summary: Sendable, Hashable {
        /// The places added.
        public var rows: Int
        /// The lines left out because they could not be read.
        public var faults: Int
    }

    private let files: GazetteerFiles

    /// An importer into the gazetteer at a path.
    public init(gazetteer: URL) {
        self.init(into: GazetteerLocation(database: gazetteer))
    }

    /// An importer into the first folder of a gazetteer's layers.
    public init(into location: GazetteerLocation) {
        files = GazetteerFiles(location)
    }

    /// Imports a file as a layer.
    ///
    /// - Parameters:
    ///   - request: the file, and what to call the layer.
    ///   - progress: called now and then with the share done, in [0, 1], and the places so far.
    /// - Returns: how many places were added, and how many lines left out.
    /// - Throws: `GazetteerError` when the file or the gazetteer cannot be read, or nothing be written.
    public func run(
        _ request: Request, progress: (_ share: Double, _ rows: Int) -> Void = { _, _ in }
    ) throws(GazetteerError) -> Summary {
        let rules = try ImportRules(database: files.database)
        let folder = try makeFolder(of: request)
        // Two imports of one file are one import.
        let lock = FolderLock(folder)
        defer { lock.release() }
        let stateFile = folder.appendingPathComponent("state.json")
        var state = ImportState()
        if let data = try? Data(contentsOf: stateFile),
            let saved = try? JSONDecoder().decode(ImportState.self, from: data)
        {
            state = saved
        }
        let source = GazetteerSource(
            key: "user-\(request.name)", name: request.name,
            version: request.file.lastPathComponent, licence: request.licence,
            attribution: request.attribution)
        var corrects = true
        switch PlaceFileFormat(of: request.file) {
        case .geoNames:
            corrects = false
            var shards = ShardWriter(folder: folder, source: source, rules: rules, state: state)
            try shards.writeDump(request, progress: progress)
            state = shards.state
        case .geoJSON, .table(_):
            var shards = ShardWriter(folder: folder, source: source, rules: rules, state: .init())
            // Reading takes about half of the time.
            let records = try PlaceFile(request, source: source.key)
                .records { share, rows in progress(share / 2, rows) }
            try shards.write(records) { share, rows in progress(0.5 + share / 2, rows) }
            state = shards.state
        }
        guard state.rows > 0 else {
            try? FileManager.default.removeItem(at: folder)
            throw .badRow(
                file: request.file.lastPathComponent, line: 1, what: "no place in the file")
        }
        let manifest = LayerManifest(
            name: request.name, folder: folder.lastPathComponent, files: state.files,
            rows: state.rows, corrects: request.outranks ?? corrects)
        try publish(manifest)
        progress(1, state.rows)
        return Summary(rows: state.rows, faults: state.faults)
    }

    /// The names of the imported layers.
    public func layers() throws(GazetteerError) -> [String] {
        try files.manifests().map(\.manifest.name)
    }

    /// The number of places in a layer; 0 when there is none of the name.
    public func places(inLayer name: String) throws(GazetteerError) -> Int {
        try files.manifests()
            .first { $0.manifest.name == name }?.manifest.rows ?? 0
    }

    /// Removes a layer; does nothing when there is none of the name.
    public func remove(layer name: String) throws(GazetteerError) {
        for (url, manifest) in try files.manifests()
        where manifest.name == name {
            do {
                try FileManager.default.removeItem(at: url)
            } catch {
                throw .unwritable(path: url.path, reason: error.localizedDescription)
            }
            try? FileManager.default.removeItem(
                at: url.deletingLastPathComponent().appendingPathComponent(manifest.folder))
        }
    }

    /// The folder of an import; one file in one state has one folder, so that it can be carried on.
    private func makeFolder(of request: Request) throws(GazetteerError) -> URL {
        var hash = NameHash()
        for file in [request.file, request.alternateNames].compactMap(\.self) {
            let facts: [FileAttributeKey: Any]
            do {
                facts = try FileManager.default.attributesOfItem(atPath: file.path)
            } catch {
                throw FileManager.default.fileExists(atPath: file.path)
                    ? .unreadable(path: file.path, reason: error.localizedDescription)
                    : .missing(path: file.path)
            }
            let size = facts[.size] as? Int ?? 0
            let date = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            hash.append("\(file.path) \(size) \(date)".utf8)
        }
        let digest = String(hash.value, radix: 16)
        let folder = files.layerFolder.appendingPathComponent("\(safeName(request.name))-\(digest)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder.path, reason: error.localizedDescription)
        }
        return folder
    }

    /// Lets readers see the layer, in place of an earlier one of its name.
    private func publish(_ manifest: LayerManifest) throws(GazetteerError) {
        let earlier = try files.manifests().map(\.manifest).filter { $0.name == manifest.name }
        try manifest.writeJSON(
            to: files.layerFolder.appendingPathComponent(
                safeName(manifest.name) + LayerManifest.suffix))
        for old in earlier where old.folder != manifest.folder {
            try? FileManager.default.removeItem(
                at: files.layerFolder.appendingPathComponent(old.folder))
        }
    }

    /// A name that is one component of a path.
    private func safeName(_ name: String) -> String {
        let safe = NameFolding.fold(name).replacingOccurrences(of: " ", with: "-")
        return safe.isEmpty ? "layer" : safe
    }
}
