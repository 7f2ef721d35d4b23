public import Foundation
internal import Geodesy

/// Makes a gazetteer from the tables in `Data/Gazetteer`.
public struct GazetteerBuilder: Sendable {
    /// A builder.
    public init() {}

    /// Builds the gazetteer; each of its two files appears whole or not at all.
    ///
    /// Of several builds into one folder one works, and the others wait.
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
        tables.lowerNamesakes()
        tables.linkPortsAndAirports()
        tables.placeDisplays()
        progress("writing the database", 0.4)
        let lock = FolderLock(destination.deletingLastPathComponent())
        defer { lock.release() }
        let files = GazetteerFiles(database: destination)
        let temporary = URL(fileURLWithPath: destination.path + ".part")
        let temporaryIndex = GazetteerFiles.index(of: temporary)
        defer {
            try? FileManager.default.removeItem(at: temporary)
            try? FileManager.default.removeItem(at: temporaryIndex)
        }
        try GazetteerDatabase.write(tables, to: temporary)
        progress("writing the index", 0.7)
        try index(of: tables, database: temporary).write(to: temporaryIndex)
        try Self.move(temporaryIndex, to: files.index)
        try Self.move(temporary, to: destination)
        progress("done", 1)
    }

    private func index(
        of tables: GazetteerTables, database: URL
    ) throws(GazetteerError) -> IndexFile {
        var numbers: [PlaceID: UInt32] = [:]
        var shapes: [(number: UInt32, bytes: [UInt8])] = []
        for (number, record) in tables.records.enumerated() {
            let place = record.place
            if place.kind == .port || place.kind == .airport {
                numbers[place.id] = UInt32(number)
            }
            if let bytes = tables.shapes[place.id] { shapes.append((UInt32(number), bytes)) }
        }
        var writer = IndexWriter(
            generics: tables.generics, sources: tables.sources, numbers: numbers)
        writer.digest = tables.digest
        writer.changeCounter = try DatabaseHeader(path: database.path).changeCounter
        for record in tables.records { writer.add(record) }
        return writer.finish(shapes: shapes)
    }

    private static func move(_ file: URL, to target: URL) throws(GazetteerError) {
        guard rename(file.path, target.path) == 0 else {
            throw .unwritable(path: target.path, reason: String(cString: strerror(errno)))
        }
    }
}
