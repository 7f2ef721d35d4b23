public import Foundation

/// Places and their names, opened from the files that `GazetteerBuilder` makes.
///
/// Opening maps the files and reads their metadata; nothing is loaded. A gazetteer may be shared
/// between threads.
public struct Gazetteer: Sendable {
    /// The indexes: imported layers first, as they outrank the bundle.
    let indexes: [GazetteerIndex]
    /// The numbers of the layers that correct the places of the others.
    let correcting: [Int]
    /// What the gazetteer was made of.
    public let metadata: GazetteerMetadata

    /// Opens the gazetteer at a path, with the layers imported beside it.
    ///
    /// - Throws: `GazetteerError` when the file is missing, foreign, damaged or of another layout.
    public init(at url: URL) throws(GazetteerError) {
        try self.init(at: GazetteerLocation(database: url))
    }

    /// Opens a gazetteer whose layers may lie elsewhere.
    ///
    /// - Throws: `GazetteerError`, as above.
    public init(at location: GazetteerLocation) throws(GazetteerError) {
        let opened = try GazetteerFiles(location).open()
        indexes = opened.indexes
        correcting = opened.correcting
        metadata = Self.merged(indexes.map(\.metadata))
    }

    /// A gazetteer in memory, for tests and small lists of one's own.
    ///
    /// Places of an identifier already seen are unreachable by it.
    public init(
        records: [GazetteerRecord], sources: [GazetteerSource] = [], generics: GenericWords = .none
    ) {
        var writer = IndexWriter(generics: generics, sources: sources)
        records.forEach { writer.add($0) }
        let bytes = writer.finish().bytes
        // What the writer makes, the reader accepts.
        indexes = (try? GazetteerIndex(MappedBytes(bytes), path: "memory")).map { [$0] } ?? []
        correcting = []
        metadata = Self.merged(indexes.map(\.metadata))
    }

    /// The places of a name, best first (quality, then kind and population), one entry a place.
    ///
    /// No fuzzy matching; `search` has that.
    public func matches(for name: some StringProtocol, limit: Int = 50) -> [NameMatch] {
        let folded = NameFolding.bytes(name)
        guard !folded.isEmpty else { return [] }
        let raw = Array(name.utf8)
        let hash = NameHash.value(of: folded)
        var hits: [GazetteerIndex.Hit] = []
        var ends: [Int] = []
        for index in indexes {
            if let key = index.key(hash: hash), index.keyBytes(key).elementsEqual(folded) {
                index.appendHits(of: key, raw: raw, to: &hits)
            }
            if indexes.count > 1 { ends.append(hits.count) }
        }
        guard indexes.count > 1 else {
            return indexes.first?.matches(of: &hits, limit: limit) ?? []
        }
        return layeredMatches(of: hits, ends: ends, limit: limit)
    }

    /// The place of an identifier.
    public func place(_ id: PlaceID) -> Place? {
        for (layer, index) in indexes.enumerated() {
            if let number = index.index(of: id) {
                return index.place(at: number).map { completed($0, of: layer) }
            }
        }
        return nil
    }

    /// All names of a place, the primary one first.
    public func names(of id: PlaceID) -> [GazetteerRecord.Name] {
        for index in indexes {
            guard let number = index.index(of: id) else { continue }
            return index.nameIndices(ofPlaceAt: number).map { name in
                GazetteerRecord.Name(
                    index.nameText(name), kind: index.nameKind(name),
                    isDangerous: index.isDangerous(name))
            }
        }
        return []
    }

    private static func merged(_ parts: [GazetteerMetadata]) -> GazetteerMetadata {
        guard var whole = parts.last else {
            return GazetteerMetadata(
                layoutVersion: IndexLayout.version, digest: "", places: 0, names: 0, sources: [])
        }
        for layer in parts.dropLast().reversed() {
            whole.digest += "+" + layer.digest
            whole.places += layer.places
            whole.names += layer.names
            for source in layer.sources {
                // A layer of several files has its source in each.
                if let number = whole.sources.firstIndex(where: { $0.key == source.key }) {
                    whole.sources[number].rows += source.rows
                } else {
                    whole.sources.append(source)
                }
            }
        }
        return whole
    }
}
