public import Foundation
internal import Geodesy

/// Makes a gazetteer from the tables in `Data/Gazetteer`.
public struct GazetteerBuilder: Sendable {
    /// A builder.
    public init() {}

    /// Builds the gazetteer; each of its two files appears whole or not at all.
    ///
    /// The same tables give the same bytes.
    ///
    /// - Parameters:
    ///   - dataDirectory: the folder of the tables.
    ///   - destination: the database to make; its index is written beside it, with ".index" added.
    ///   - progress: called with a stage in words and the share done, in [0, 1].
    /// - Throws: `GazetteerError` for a missing or faulty table, or when nothing can be written.
    public func build(
        from dataDirectory: URL, to destination: URL,
        progress: @Sendable (_ stage: String, _ share: Double) -> Void = { _, _ in }
    ) throws(GazetteerError) {
        progress("reading the tables", 0)
        var tables = try GazetteerTables(directory: dataDirectory)
        progress("ranking places and their ports", 0.3)
        tables.rank()
        tables.linkPortsAndAirports()
        progress("writing the database", 0.4)
        let files = GazetteerFiles(database: destination)
        let temporary = URL(fileURLWithPath: destination.path + ".part")
        let temporaryIndex = GazetteerFiles.index(of: temporary)
        defer {
            try? FileManager.default.removeItem(at: temporary)
            try? FileManager.default.removeItem(at: temporaryIndex)
        }
        try GazetteerDatabase.write(tables, to: temporary)
        progress("writing the index", 0.7)
        var writer = IndexWriter(generics: tables.generics)
        writer.sources = tables.sources
        writer.digest = tables.digest
        writer.changeCounter = try DatabaseHeader(path: temporary.path).changeCounter
        let bytes = writer.write(tables.records, shapes: tables.shapes)
        do {
            try Data(bytes).write(to: temporaryIndex)
        } catch {
            throw .unwritable(path: temporaryIndex.path, reason: error.localizedDescription)
        }
        try Self.move(temporaryIndex, to: files.index)
        try Self.move(temporary, to: destination)
        progress("done", 1)
    }

    private static func move(_ file: URL, to target: URL) throws(GazetteerError) {
        guard rename(file.path, target.path) == 0 else {
            throw .unwritable(path: target.path, reason: String(cString: strerror(errno)))
        }
    }
}
