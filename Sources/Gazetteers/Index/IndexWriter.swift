internal import Foundation
internal import Geodesy

/// Lays out the index of a list of places; equal input gives equal bytes.
struct IndexWriter {
    let generics: GenericWords
    var sources: [GazetteerSource] = []
    var digest = ""
    var changeCounter: UInt32 = 0

    private var strings: [UInt8] = []
    private var codes = CodeTable()
    private var keyTable = KeyTableWriter()

    init(generics: GenericWords) {
        self.generics = generics
    }

    /// The bytes of the index; the shapes are packed by `ShapeCoding`, by identifier.
    mutating func write(_ records: [GazetteerRecord], shapes: [PlaceID: [UInt8]]) -> [UInt8] {
        let sourceNumbers = Dictionary(
            sources.enumerated().map { ($1.key, UInt8(truncatingIfNeeded: $0)) },
            uniquingKeysWith: { first, _ in first })
        let numbers = Dictionary(
            records.enumerated().map { ($1.place.id, UInt32($0)) },
            uniquingKeysWith: { first, _ in first })
        var places: [UInt8] = []
        places.reserveCapacity(records.count * PlaceRecord.size)
        var names: [UInt8] = []
        var nameCount = 0
        for (number, record) in records.enumerated() {
            let first = nameCount
            let primary = append(record, number: number, to: &names, count: &nameCount)
            var fields = PlaceFields(record.place)
            fields.id = append(text: record.place.id.rawValue)
            fields.name = primary
            fields.source = sourceNumbers[record.place.source] ?? 255
            fields.codes = (
                codes.number(of: record.place.featureCode), codes.number(of: record.place.admin1),
                codes.number(of: record.place.admin2)
            )
            fields.port = record.place.nearestPort.flatMap { numbers[$0] }
            fields.airport = record.place.nearestAirport.flatMap { numbers[$0] }
            fields.names = (UInt32(first), UInt32(nameCount - first))
            fields.append(to: &places)
        }
        let keys = keyTable.write()
        let space = cells(of: records)
        let shapeTable = self.shapeTable(shapes, numbers: numbers)
        let metadata = GazetteerMetadata(
            layoutVersion: IndexLayout.version, digest: digest, places: records.count,
            names: nameCount, sources: sources)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A struct of integers and strings always encodes.
        let text = (try? encoder.encode(metadata)).map(Array.init) ?? []
        let sections: [IndexLayout.Section: [UInt8]] = [
            .metadata: text, .strings: strings, .codeOffsets: codes.offsets, .codes: codes.blob,
            .places: places, .names: names, .keyOffsets: keys.offsets, .keys: keys.blob,
            .postingOffsets: keys.postingOffsets, .postings: keys.postings,
            .keySlots: keys.slots, .beginnings: keys.beginnings,
            .idSlots: idSlots(of: records), .cellOffsets: space.offsets,
            .cellPlaces: space.places, .shapeTable: shapeTable.table, .shapes: shapeTable.blob,
        ]
        return IndexFile.assemble(sections, changeCounter: changeCounter)
    }

    /// Appends the names of a place; gives where the text of the primary one stands.
    private mutating func append(
        _ record: GazetteerRecord, number: Int, to names: inout [UInt8], count: inout Int
    ) -> TextSpan {
        let primary = GazetteerRecord.Name(
            record.place.name, kind: .primary,
            isDangerous: record.names.contains { $0.text == record.place.name && $0.isDangerous })
        var primarySpan = TextSpan(offset: 0, length: 0)
        var seen: Set<String> = []
        for name in [primary] + record.names where seen.insert(name.text).inserted {
            let span = append(text: name.text)
            if name.kind == .primary, count == 0 || primarySpan.length == 0 { primarySpan = span }
            names.append(littleEndian: span.offset)
            names.append(littleEndian: span.length)
            names.append(name.kind.code)
            names.append(name.isDangerous ? NameRecord.dangerous : 0)
            names.append(littleEndian: UInt32(number))
            keyTable.append(
                name: count, place: number, text: name.text,
                kind: name.kind == .code || name.kind == .demonym ? nil : record.place.kind,
                generics: generics)
            count += 1
        }
        return primarySpan
    }

    private mutating func append(text: String) -> TextSpan {
        let offset = strings.count
        strings.append(contentsOf: text.utf8.prefix(Int(UInt16.max)))
        return TextSpan(offset: UInt32(offset), length: UInt16(strings.count - offset))
    }

    private func idSlots(of records: [GazetteerRecord]) -> [UInt8] {
        let slots = max(16, records.count * 2)
        var table = [UInt32](repeating: 0, count: slots)
        var seen: Set<PlaceID> = []
        for (number, record) in records.enumerated() where seen.insert(record.place.id).inserted {
            var slot = Int(NameHash.value(of: record.place.id.rawValue.utf8) % UInt64(slots))
            while table[slot] != 0 { slot = (slot + 1) % slots }
            table[slot] = UInt32(number + 1)
        }
        return [UInt8](littleEndian: table)
    }

    private func cells(of records: [GazetteerRecord]) -> (offsets: [UInt8], places: [UInt8]) {
        var offsets = [UInt32](repeating: 0, count: SpaceGrid.rows * SpaceGrid.columns + 1)
        let cells = records.map { SpaceGrid.cell(of: $0.place.coordinate) }
        for cell in cells { offsets[cell + 1] += 1 }
        for cell in 1..<offsets.count { offsets[cell] += offsets[cell - 1] }
        var next = offsets
        var places = [UInt32](repeating: 0, count: records.count)
        for (number, cell) in cells.enumerated() {
            places[Int(next[cell])] = UInt32(number)
            next[cell] += 1
        }
        return ([UInt8](littleEndian: offsets), [UInt8](littleEndian: places))
    }

    private func shapeTable(
        _ shapes: [PlaceID: [UInt8]], numbers: [PlaceID: UInt32]
    ) -> (table: [UInt8], blob: [UInt8]) {
        var table: [UInt8] = []
        var blob: [UInt8] = []
        let known = shapes.compactMap { id, bytes in numbers[id].map { ($0, bytes) } }
        for (number, bytes) in known.sorted(by: { $0.0 < $1.0 }) {
            table.append(littleEndian: number)
            table.append(littleEndian: UInt32(blob.count))
            table.append(littleEndian: UInt32(bytes.count))
            blob += bytes
        }
        return (table, blob)
    }
}
