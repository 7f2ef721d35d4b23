internal import Foundation

/// One index file, opened: the places and names of the bundle or of one imported layer.
final class GazetteerIndex: Sendable {
    let path: String
    /// Keeps the memory that the sections point into.
    private let bytes: MappedBytes
    let metadata: GazetteerMetadata
    /// The change counter of the SQLite file the index belongs to; 0 for none.
    let changeCounter: UInt32
    let sections: [IndexSection]
    let places: IndexSection
    let names: IndexSection
    let strings: IndexSection
    let keyOffsets: IndexSection
    let keys: IndexSection
    let postingOffsets: IndexSection
    let postings: IndexSection
    let keySlots: IndexSection
    let beginnings: IndexSection
    let placeCount: Int
    let nameCount: Int
    let keyCount: Int
    let slotMask: UInt64

    /// Maps the index file at a path.
    convenience init(path: String) throws(GazetteerError) {
        try self.init(MappedBytes(path: path), path: path)
    }

    /// Opens an index in memory or in a mapped file; checks the header and the bounds of its sections.
    init(_ bytes: MappedBytes, path: String) throws(GazetteerError) {
        let header = IndexSection(
            bytes, offset: 0, count: min(bytes.count, IndexLayout.headerSize))
        guard header.bytes(at: 0, count: 8).elementsEqual(IndexLayout.magic) else {
            throw .foreign(path: path)
        }
        let version = Int(header.u32(at: 8))
        guard version <= IndexLayout.version else {
            throw .newerLayout(path: path, found: version, supported: IndexLayout.version)
        }
        guard version == IndexLayout.version else {
            throw .olderLayout(path: path, found: version, supported: IndexLayout.version)
        }
        let kinds = IndexLayout.Section.allCases
        guard header.u64(at: 16) == UInt64(bytes.count), bytes.count >= IndexLayout.headerSize
        else {
            throw .damaged(path: path, what: "its length is not the one it states")
        }
        let table = header.bytes(at: IndexLayout.tableOffset, count: 16 * kinds.count)
        guard Int(header.u32(at: 12)) == kinds.count,
            header.u64(at: 40) == NameHash.value(of: table)
        else {
            throw .damaged(path: path, what: "its table of sections")
        }
        var sections: [IndexSection] = []
        for kind in kinds {
            let entry = IndexLayout.tableOffset + 16 * kind.rawValue
            let offset = header.u64(at: entry)
            let count = header.u64(at: entry + 8)
            let size = UInt64(bytes.count)
            guard offset <= size, count <= size - offset else {
                throw .damaged(path: path, what: "a section beyond its end")
            }
            sections.append(IndexSection(bytes, offset: Int(offset), count: Int(count)))
        }
        func section(_ kind: IndexLayout.Section) -> IndexSection { sections[kind.rawValue] }
        let text = section(.metadata)
        do {
            metadata = try JSONDecoder().decode(
                GazetteerMetadata.self, from: Data(text.bytes(at: 0, count: text.count)))
        } catch {
            throw .damaged(path: path, what: "its metadata")
        }
        self.path = path
        self.bytes = bytes
        changeCounter = header.u32(at: 32)
        self.sections = sections
        places = section(.places)
        names = section(.names)
        strings = section(.strings)
        keyOffsets = section(.keyOffsets)
        keys = section(.keys)
        postingOffsets = section(.postingOffsets)
        postings = section(.postings)
        keySlots = section(.keySlots)
        beginnings = section(.beginnings)
        placeCount = places.count / PlaceRecord.size
        nameCount = names.count / NameRecord.size
        keyCount = max(0, keyOffsets.count / 4 - 1)
        let slots = keySlots.count / 8
        guard slots > 0, slots & (slots - 1) == 0, beginnings.count % 64 == 0 else {
            throw .damaged(path: path, what: "its table of names")
        }
        slotMask = UInt64(slots - 1)
    }

    func section(_ kind: IndexLayout.Section) -> IndexSection { sections[kind.rawValue] }
}
