internal import Foundation

/// Writes the places of an import into index files of limited size, noting after each how far it is.
struct ShardWriter {
    let folder: URL
    let source: GazetteerSource
    let rules: ImportRules
    private(set) var state: ImportState

    init(folder: URL, source: GazetteerSource, rules: ImportRules, state: ImportState) {
        self.folder = folder
        self.source = source
        self.rules = rules
        self.state = state
    }

    /// The lines between two calls of a progress report.
    private static let reportEvery = 100_000

    /// Writes a GeoNames dump, from where an earlier run stopped.
    mutating func writeDump(
        _ request: GazetteerImporter.Request, progress: (Double, Int) -> Void
    ) throws(GazetteerError) {
        var lines = try LineReader(request.file, from: state.offset)
        var isDone = false
        while !isDone {
            var extra: [Int: [GazetteerRecord.Name]] = [:]
            if let file = request.alternateNames {
                let ids = try identifiers(request, from: lines.offset)
                extra = try AlternateNames.names(in: file, of: ids)
            }
            var writer = makeWriter()
            var seen: Set<PlaceID> = []
            var step = 0
            while writer.count < request.placesPerFile {
                let features = rules.features
                let key = source.key
                guard
                    let record = try lines.next({
                        GeoNamesRow.record(of: $0, features: features, source: key)
                    })
                else {
                    isDone = true
                    break
                }
                step += 1
                if step % Self.reportEvery == 0 {
                    progress(
                        Double(lines.offset) / Double(max(1, lines.size)), state.rows + writer.count
                    )
                }
                guard var record, seen.insert(record.place.id).inserted else {
                    state.faults += 1
                    continue
                }
                record.names += extra[record.place.id.geonameID ?? 0] ?? []
                rules.finish(&record)
                writer.add(record)
            }
            if writer.count > 0 { try close(&writer, offset: lines.offset) }
        }
    }

    /// Writes records as one file.
    mutating func write(
        _ records: [GazetteerRecord], progress: (Double, Int) -> Void = { _, _ in }
    ) throws(GazetteerError) {
        var writer = makeWriter()
        var seen: Set<PlaceID> = []
        for (number, record) in records.enumerated() where seen.insert(record.place.id).inserted {
            var record = record
            rules.finish(&record)
            writer.add(record)
            if number % Self.reportEvery == 0, number > 0 {
                progress(Double(number) / Double(records.count), writer.count)
            }
        }
        try close(&writer, offset: 0)
    }

    private func makeWriter() -> IndexWriter {
        var writer = IndexWriter(generics: rules.generics, sources: [source])
        writer.digest = folder.lastPathComponent + "/\(state.files.count)"
        return writer
    }

    private mutating func close(_ writer: inout IndexWriter, offset: Int) throws(GazetteerError) {
        let name = "\(state.files.count).index"
        let target = folder.appendingPathComponent(name)
        let part = folder.appendingPathComponent(name + ".part")
        let rows = writer.count
        try writer.finish().write(to: part)
        guard rename(part.path, target.path) == 0 else {
            throw .unwritable(path: target.path, reason: String(cString: strerror(errno)))
        }
        state.files.append(name)
        state.rows += rows
        state.offset = offset
        try state.writeJSON(to: folder.appendingPathComponent("state.json"))
    }

    /// The identifiers of the next file's places.
    private func identifiers(
        _ request: GazetteerImporter.Request, from offset: Int
    ) throws(GazetteerError) -> Set<Int> {
        var ids: Set<Int> = []
        var lines = try LineReader(request.file, from: offset)
        while ids.count < request.placesPerFile {
            guard
                let id = try lines.next({ line in
                    Int(String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self)) ?? 0
                })
            else { break }
            ids.insert(id)
        }
        return ids
    }
}
