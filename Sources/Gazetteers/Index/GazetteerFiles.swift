internal import Foundation

/// The files of a gazetteer: the SQLite database, the index beside it, and the imported layers.
struct GazetteerFiles: Sendable {
    let database: URL

    var index: URL { Self.index(of: database) }
    /// The folder of the imported layers, each a manifest and a folder of indexes.
    var layerFolder: URL { URL(fileURLWithPath: database.path + ".layers", isDirectory: true) }

    static func index(of database: URL) -> URL {
        URL(fileURLWithPath: database.path + ".index")
    }

    /// The manifests of the imported layers, by name.
    func manifests() throws(GazetteerError) -> [(url: URL, manifest: LayerManifest)] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: layerFolder.path)
        var manifests: [(url: URL, manifest: LayerManifest)] = []
        for name in (names ?? []).sorted() where name.hasSuffix(LayerManifest.suffix) {
            let url = layerFolder.appendingPathComponent(name)
            manifests.append((url, try LayerManifest.read(url)))
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
        for (_, manifest) in try manifests() {
            let folder = layerFolder.appendingPathComponent(manifest.folder)
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
