internal import Foundation
internal import Geodesy

/// Everything a gazetteer is built from, read from the tables of a folder.
struct GazetteerTables {
    var records: [GazetteerRecord] = []
    var sources: [GazetteerSource]
    var shapes: [PlaceID: [UInt8]] = [:]
    var generics: GenericWords = .none
    var genericEntries: [GenericWords.Entry] = []
    var features = FeatureTable()
    var dangers = DangerousNames()
    /// 16 hexadecimal digits over the bytes of all tables.
    private(set) var digest: String

    init(directory: URL) throws(GazetteerError) {
        let catalogue = try GazetteerSources(at: directory.appendingPathComponent("sources.tsv"))
        sources = catalogue.sources
        var hash = NameHash()
        func note(_ value: UInt64) { hash.append([UInt8](littleEndian: [value])) }
        note(catalogue.hash)
        digest = ""
        var numbers: [PlaceID: Int] = [:]
        for table in catalogue.tables {
            let file = try TableFile(at: directory.appendingPathComponent(table.file))
            note(file.hash)
            let reader = PlaceTable(defaultKind: table.kind, sources: table.keys)
            for record in try reader.records(of: file) {
                guard numbers.updateValue(records.count, forKey: record.place.id) == nil else {
                    throw .badRow(
                        file: table.file, line: 0, what: "\(record.place.id) stands twice")
                }
                records.append(record)
            }
        }
        for name in Self.files(in: directory, suffix: ".names.tsv") {
            let file = try TableFile(at: directory.appendingPathComponent(name))
            note(file.hash)
            try addNames(of: file, numbers: numbers)
        }
        for name in Self.files(in: directory, suffix: ".shapes") {
            let file = try ShapeFile(at: directory.appendingPathComponent(name))
            note(file.hash)
            for shape in file.shapes { shapes[shape.id] = shape.bytes }
        }
        try addHarbours(directory, note: note)
        try readWords(directory, note: note)
        digest = String(hash.value, radix: 16)
        digest = String(repeating: "0", count: 16 - digest.count) + digest
        for index in sources.indices {
            sources[index].rows = records.reduce(0) { count, record in
                count + (record.place.source == sources[index].key ? 1 : 0)
            }
        }
    }

    /// Adds the sizes of ports, where the folder has a table of them.
    private mutating func addHarbours(
        _ directory: URL, note: (UInt64) -> Void
    ) throws(GazetteerError) {
        let url = directory.appendingPathComponent("harbours.tsv")
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let table = try HarbourTable(at: url)
        note(table.hash)
        for index in records.indices where records[index].place.kind == .port {
            records[index].place.harbour = table.harbours[records[index].place.id]
        }
    }

    /// Adds the rows `id kind name` of a table of names; a note may follow.
    private mutating func addNames(
        of file: TableFile, numbers: [PlaceID: Int]
    ) throws(GazetteerError) {
        try file.forEachRow { (row) throws(GazetteerError) in
            let id = try row.required("id")
            guard let number = numbers[PlaceID(rawValue: id)] else {
                throw row.fault("there is no place \(id)")
            }
            guard let kind = NameKind(rawValue: row.text("kind")) else {
                throw row.fault("\"\(row.text("kind"))\" is no kind of name")
            }
            let name = try row.required("name")
            // A kind given here outweighs the plain alternate of the table of places.
            records[number].names.removeAll { $0.text == name }
            records[number].names.append(GazetteerRecord.Name(name, kind: kind))
        }
    }

    private mutating func readWords(
        _ directory: URL, note: (UInt64) -> Void
    ) throws(GazetteerError) {
        let genericFile = try TableFile(at: directory.appendingPathComponent("generics.tsv"))
        note(genericFile.hash)
        var entries: [GenericWords.Entry] = []
        try genericFile.forEachRow { (row) throws(GazetteerError) in
            let kinds = row.text("kinds").split(separator: ",").compactMap {
                PlaceKind(rawValue: String($0))
            }
            entries.append(
                GenericWords.Entry(
                    try row.required("word"), leads: row.text("position") == "before",
                    kinds: Set(kinds), replacement: row.text("replacement")))
        }
        genericEntries = entries
        try readFeatures(directory, note: note)
        let dangerFile = try TableFile(at: directory.appendingPathComponent("dangerous.tsv"))
        note(dangerFile.hash)
        try dangerFile.forEachRow { (row) throws(GazetteerError) in
            let name = NameFolding.bytes(try row.required("name"))
            if row.text("why") == "other" {
                dangers.listed.insert(name)
            } else {
                dangers.words.insert(name)
            }
        }
        generics = GenericWords(entries, unfit: dangers.words)
    }

    private mutating func readFeatures(
        _ directory: URL, note: (UInt64) -> Void
    ) throws(GazetteerError) {
        let file = try TableFile(at: directory.appendingPathComponent("features.tsv"))
        note(file.hash)
        try file.forEachRow { (row) throws(GazetteerError) in
            guard let kind = PlaceKind(rawValue: row.text("kind")) else {
                throw row.fault("\"\(row.text("kind"))\" is no kind of place")
            }
            features.add(try row.required("code"), kind: kind, rank: try row.integer("rank"))
        }
    }

    private static func files(in directory: URL, suffix: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return files.filter { $0.hasSuffix(suffix) }.sorted()
    }
}
