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
        let tables = try Self.tables(in: dataDirectory, progress: progress)
        let lock = FolderLock(destination.deletingLastPathComponent())
        defer { lock.release() }
        try write(tables, to: destination, progress: progress)
    }

    /// Builds the gazetteer unless another has done so meanwhile; of several that need it one works.
    ///
    /// - Parameters:
    ///   - dataDirectory: the folder of the tables.
    ///   - destination: the database to make where there is none that can be opened.
    ///   - progress: called with a stage in words and the share done, in [0, 1].
    /// - Throws: `GazetteerError` for a missing or faulty table, or when nothing can be written.
    public func buildWhereMissing(
        from dataDirectory: URL, to destination: URL,
        progress: @Sendable (_ stage: String, _ share: Double) -> Void = { _, _ in }
    ) throws(GazetteerError) {
        let lock = FolderLock(destination.deletingLastPathComponent())
        defer { lock.release() }
        if (try? GazetteerLocation(database: destination).check()) != nil { return }
        let tables = try Self.tables(in: dataDirectory, progress: progress)
        try write(tables, to: destination, progress: progress)
    }

    /// A short key of the tables in a folder, which changes when one of them does.
    public static func key(ofTablesIn folder: URL) -> String {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        var hash = NameHash()
        hash.append(folder.path.utf8)
        for name in names.sorted() {
            let facts = try? files.attributesOfItem(atPath: folder.appending(path: name).path)
            let date = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            hash.append("\n\(name) \(facts?[.size] as? Int ?? 0) \(date)".utf8)
        }
        return "\(IndexLayout.version)-" + String(hash.value, radix: 16)
    }

    private static func tables(
        in folder: URL, progress: (_ stage: String, _ share: Double) -> Void
    ) throws(GazetteerError) -> GazetteerTables {
        progress("reading the tables", 0)
        var tables = try GazetteerTables(directory: folder)
        progress("ranking places and their ports", 0.3)
        tables.rank()
        tables.lowerNamesakes()
        tables.linkPortsAndAirports()
        tables.placeDisplays()
        return tables
    }

    private func write(
        _ tables: GazetteerTables, to destination: URL,
        progress: (_ stage: String, _ share: Double) -> Void
    ) throws(GazetteerError) {
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
