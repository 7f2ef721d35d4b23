internal import Foundation
internal import Geodesy

/// Lays out an index place by place; equal input gives equal bytes.
struct IndexWriter {
    private let generics: GenericWords
    private let sourceNumbers: [String: UInt8]
    private let sources: [GazetteerSource]
    /// The numbers of the places that others name as their nearest port or airport.
    private let numbers: [PlaceID: UInt32]
    /// Identifies the input, in the metadata.
    var digest = ""
    /// That of the SQLite file beside the index.
    var changeCounter: UInt32 = 0

    /// The number of places so far.
    private(set) var count = 0
    private var nameCount = 0
    private var strings: [UInt8] = []
    private var places: [UInt8] = []
    private var names: [UInt8] = []
    private var codes = CodeTable()
    private var keyTable = KeyTableWriter()
    private var idHashes: [UInt64] = []
    /// The places of each source.
    private var rows: [Int]
    private var cells: [UInt32] = []

    init(
        generics: GenericWords, sources: [GazetteerSource], numbers: [PlaceID: UInt32] = [:]
    ) {
        self.generics = generics
        self.sources = sources
        self.numbers = numbers
        rows = [Int](repeating: 0, count: sources.count)
        sourceNumbers = Dictionary(
            sources.enumerated().map { ($1.key, UInt8(truncatingIfNeeded: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Adds a place; the caller sees to it that identifiers do not repeat.
    mutating func add(_ record: GazetteerRecord) {
        let firstName = nameCount
        var fields = PlaceFields(record.place)
        fields.name = addNames(of: record)
        fields.id = append(text: record.place.id.rawValue)
        if let source = sourceNumbers[record.place.source] {
            fields.source = source
            rows[Int(source)] += 1
        }
        fields.codes = (
            codes.number(of: record.place.featureCode), codes.number(of: record.place.admin1),
            codes.number(of: record.place.admin2)
        )
        fields.port = record.place.nearestPort.map { reference($0) }
        fields.airport = record.place.nearestAirport.map { reference($0) }
        fields.names = (UInt32(firstName), UInt32(nameCount - firstName))
        fields.append(to: &places)
        idHashes.append(NameHash.value(of: record.place.id.rawValue.utf8))
        cells.append(UInt32(SpaceGrid.cell(of: record.place.coordinate)))
        count += 1
    }

    /// Lays out the file; shapes are packed by `ShapeCoding`, by the numbers of their places.
    mutating func finish(shapes: [(number: UInt32, bytes: [UInt8])] = []) -> IndexFile {
        let keys = keyTable.write()
        let space = cellSections()
        let shapeSections = shapeSections(shapes)
        var metadata = GazetteerMetadata(
            layoutVersion: IndexLayout.version, digest: digest, places: count, names: nameCount,
            sources: sources)
        for (number, count) in rows.enumerated() { metadata.sources[number].rows = count }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A struct of integers and strings always encodes.
        let text = (try? encoder.encode(metadata)).map(Array.init) ?? []
        let sections: [IndexLayout.Section: [UInt8]] = [
            .metadata: text, .strings: strings, .codeOffsets: codes.offsets, .codes: codes.blob,
            .places: places, .names: names, .keyOffsets: keys.offsets, .keys: keys.blob,
            .postingOffsets: keys.postingOffsets, .postings: keys.postings,
            .keySlots: keys.slots, .beginnings: keys.beginnings, .idSlots: idSlots(),
            .cellOffsets: space.offsets, .cellPlaces: space.places,
            .shapeTable: shapeSections.table, .shapes: shapeSections.blob,
        ]
        return IndexFile(sections, changeCounter: changeCounter)
    }

    /// Adds the names of a place, the primary one first; gives where that one's text stands.
    private mutating func addNames(of record: GazetteerRecord) -> TextSpan {
        let name = record.place.name
        let isDangerous = record.names.contains { $0.text == name && $0.isDangerous }
        let primary = addName(
            .init(name, kind: .primary, isDangerous: isDangerous), kind: record.place.kind)
        guard !record.names.isEmpty else { return primary }
        var seen: Set<String> = [name]
        for other in record.names where seen.insert(other.text).inserted {
            addName(other, kind: record.place.kind)
        }
        return primary
    }

    /// How a place is referred to: by its number, or, when it is none of this index, by its identifier's code.
    private mutating func reference(_ id: PlaceID) -> UInt32 {
        numbers[id] ?? PlaceRecord.elsewhere | codes.number(of: id.rawValue)
    }

    @discardableResult
    private mutating func addName(
        _ name: GazetteerRecord.Name, kind: PlaceKind
    ) -> TextSpan {
        let span = append(text: name.text)
        names.append(littleEndian: span.offset)
        names.append(littleEndian: span.length)
        names.append(name.kind.code)
        names.append(name.isDangerous ? NameRecord.dangerous : 0)
        names.append(littleEndian: UInt32(count))
        let hasVariants = name.kind != .code && name.kind != .demonym
        keyTable.append(
            name: nameCount, place: count, text: name.text, kind: hasVariants ? kind : nil,
            generics: generics)
        nameCount += 1
        return span
    }

    private mutating func append(text: String) -> TextSpan {
        let offset = strings.count
        strings.append(contentsOf: text.utf8.prefix(Int(UInt16.max)))
        return TextSpan(offset: UInt32(offset), length: UInt16(strings.count - offset))
    }

    private func idSlots() -> [UInt8] {
        let slots = max(16, count * 2)
        var table = [UInt32](repeating: 0, count: slots)
        for (number, hash) in idHashes.enumerated() {
            var slot = Int(hash % UInt64(slots))
            while table[slot] != 0 { slot = (slot + 1) % slots }
            table[slot] = UInt32(number + 1)
        }
        return [UInt8](littleEndian: table)
    }

    private func cellSections() -> (offsets: [UInt8], places: [UInt8]) {
        var offsets = [UInt32](repeating: 0, count: SpaceGrid.rows * SpaceGrid.columns + 1)
        for cell in cells { offsets[Int(cell) + 1] += 1 }
        for cell in 1..<offsets.count { offsets[cell] += offsets[cell - 1] }
        var next = offsets
        var members = [UInt32](repeating: 0, count: cells.count)
        for (number, cell) in cells.enumerated() {
            members[Int(next[Int(cell)])] = UInt32(number)
            next[Int(cell)] += 1
        }
        return ([UInt8](littleEndian: offsets), [UInt8](littleEndian: members))
    }

    private func shapeSections(
        _ shapes: [(number: UInt32, bytes: [UInt8])]
    ) -> (table: [UInt8], blob: [UInt8]) {
        var table: [UInt8] = []
        var blob: [UInt8] = []
        for (number, bytes) in shapes.sorted(by: { $0.number < $1.number }) {
            table.append(littleEndian: number)
            table.append(littleEndian: UInt32(blob.count))
            table.append(littleEndian: UInt32(bytes.count))
            blob += bytes
        }
        return (table, blob)
    }
}
