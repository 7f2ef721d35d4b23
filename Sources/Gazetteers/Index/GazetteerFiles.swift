internal import Foundation

/// The files of a gazetteer: the SQLite database, the index beside it, and the imported layers.
struct GazetteerFiles: Sendable {
    let database: URL

    var index: URL { Self.index(of: database) }
    /// The folder of the imported layers, each a database and its index.
    var layerFolder: URL { URL(fileURLWithPath: database.path + ".layers", isDirectory: true) }

    static func index(of database: URL) -> URL {
        URL(fileURLWithPath: database.path + ".index")
    }

    /// The databases of the imported layers, the latest name first.
    func layers() -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: layerFolder.path)
        return (files ?? []).filter { $0.hasSuffix(".sqlite") }.sorted(by: >)
            .map { layerFolder.appendingPathComponent($0) }
            .filter { FileManager.default.fileExists(atPath: Self.index(of: $0).path) }
    }

    /// Opens the indexes, imported layers first, after checking the databases they belong to.
    func open() throws(GazetteerError) -> [GazetteerIndex] {
        var indexes: [GazetteerIndex] = []
        for file in layers() + [database] {
            indexes.append(try Self.openIndex(of: file))
        }
        return indexes
    }

    private static func openIndex(of database: URL) throws(GazetteerError) -> GazetteerIndex {
        let header = try DatabaseHeader(path: database.path)
        let path = index(of: database).path
        let index: GazetteerIndex
        do {
            index = try GazetteerIndex(path: path)
        } catch .missing {
            throw .damaged(path: database.path, what: "its index file is missing")
        }
        guard index.changeCounter == header.changeCounter else {
            throw .damaged(
                path: database.path, what: "its index file belongs to another state of it")
        }
        return index
    }
}
