internal import Foundation

/// The files of a gazetteer: the SQLite database, the index beside it, and the imported layers.
struct GazetteerFiles: Sendable {
    let database: URL
    /// The folders of the imported layers, each a manifest and a folder of indexes; the first outranks the others.
    private let layerFolders: [URL]

    init(_ location: GazetteerLocation) {
        database = location.database
        layerFolders = location.layers
    }

    init(database: URL) {
        self.init(GazetteerLocation(database: database))
    }

    var index: URL { Self.index(of: database) }
    /// The folder that imports go to.
    var layerFolder: URL { layerFolders[0] }

    static func index(of database: URL) -> URL {
        URL(fileURLWithPath: database.path + ".index")
    }

    /// The manifests of the imported layers, by folder and name; of two of one name the upper stands.
    func manifests() throws(GazetteerError) -> [(url: URL, manifest: LayerManifest)] {
        var manifests: [(url: URL, manifest: LayerManifest)] = []
        for folder in layerFolders {
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
            for name in (names ?? []).sorted() where name.hasSuffix(LayerManifest.suffix) {
                let url = folder.appendingPathComponent(name)
                let manifest = try LayerManifest.read(url)
                guard !manifests.contains(where: { $0.manifest.name == manifest.name }) else {
                    continue
                }
                manifests.append((url, manifest))
            }
        }
        return manifests
    }

    /// Opened indexes, imported layers first, and which of them correct the places of others.
    struct Opened {
        var indexes: [GazetteerIndex] = []
        var correcting: [Int] = []
    }

    /// Opens the indexes, after checking the database they belong to.
    func open() throws(GazetteerError) -> Opened {
        var opened: Opened
        do {
            opened = try openLayers()
        } catch .missing {
            // A layer was replaced between reading its manifest and opening its files.
            opened = try openLayers()
        }
        opened.indexes.append(try openBundle())
        return opened
    }

    private func openLayers() throws(GazetteerError) -> Opened {
        var opened = Opened()
        for (url, manifest) in try manifests() {
            let folder = url.deletingLastPathComponent().appendingPathComponent(manifest.folder)
            for name in manifest.files {
                if manifest.corrects { opened.correcting.append(opened.indexes.count) }
                opened.indexes.append(
                    try GazetteerIndex(path: folder.appendingPathComponent(name).path))
            }
        }
        return opened
    }

    /// Opens the bundle; a build that is just replacing the two files is waited for.
    func openBundle() throws(GazetteerError) -> GazetteerIndex {
        for attempt in 0..<5 {
            let header = try DatabaseHeader(path: database.path)
            let index: GazetteerIndex
            do {
                index = try GazetteerIndex(path: self.index.path)
            } catch .missing {
                throw .damaged(path: database.path, what: "its index file is missing")
            }
            if index.changeCounter == header.changeCounter { return index }
            if attempt < 4 { usleep(20_000) }
        }
        throw .damaged(path: database.path, what: "its index file belongs to another state of it")
    }
}
