/// A table as a text, a line a row, with what its columns hold where their names are known.
struct ShipmentTable {
    /// The most rows of one table.
    private static let mostRows = 200_000

    private(set) var blocks: [TextBlock] = []
    private(set) var shipments: [Shipment] = []
    private var length = 0

    /// A table from its rows, of which the first may hold the names of the columns.
    ///
    /// Without such a head the rows are a text like any other, and no shipments.
    init(rows: [(line: Int, cells: [String])], columns: ColumnNames, lexicon: PageLexicon) {
        // A title or two may stand above the head.
        let head = rows.prefix(10).firstIndex { row in
            let roles = columns.roles(of: row.cells).values
            return roles.contains(.origin) && roles.contains(.destination)
        }
        let roles = head.map { columns.roles(of: rows[$0].cells) } ?? [:]
        for (index, row) in rows.prefix(Self.mostRows).enumerated() {
            let isShipment = head.map { index > $0 } ?? false
            append(row, roles: isShipment ? roles : [:], columns: columns, lexicon: lexicon)
        }
        let mode = head.flatMap { columns.mode(of: rows[$0].cells) }
        for index in shipments.indices { shipments[index].columnMode = mode }
    }

    private mutating func append(
        _ row: (line: Int, cells: [String]), roles: [Int: ColumnNames.Role], columns: ColumnNames,
        lexicon: PageLexicon
    ) {
        let cells = row.cells.map(TableText.cleaned)
        guard let line = TableText.line(of: cells) else { return }
        let start = blocks.isEmpty ? 0 : length + 1
        blocks.append(
            TextBlock(line, kind: .list, row: row.line, isNextLine: !blocks.isEmpty))
        length = start + line.utf8.count
        guard !roles.isEmpty else { return }
        var shipment = Shipment(row: start..<length)
        var offset = start
        for (index, cell) in cells.enumerated() {
            let range = offset..<offset + cell.utf8.count
            offset = range.upperBound + TableText.separator.utf8.count
            guard !cell.isEmpty, let role = roles[index] else { continue }
            switch role {
            case .origin: shipment.origin = range
            case .destination: shipment.destination = range
            case .via: shipment.via += Self.pieces(of: cell, from: range.lowerBound)
            case .mode: shipment.statedMode = columns.mode(ofCell: cell)
            case .cargo: shipment.cargo = range
            case .quantity: shipment.quantity = range
            case .vehicle: shipment.vehicle = range
            case .actor: shipment.actor = range
            case .date:
                shipment.date = range
                shipment.day = Self.day(in: cell, lexicon: lexicon)
            }
        }
        shipments.append(shipment)
    }

    /// The places of a cell that holds several: "Jeddah; Suez", "Jeddah / Suez", "Jeddah > Suez".
    private static func pieces(of cell: String, from start: Int) -> [Range<Int>] {
        let utf8 = Array(cell.utf8)
        let marks = Set("; / > +".utf8.filter { $0 != 0x20 })
        return utf8.split(whereSeparator: marks.contains).compactMap { piece in
            let inside = piece.drop { $0 == 0x20 }
            let end = inside.lastIndex { $0 != 0x20 }
            return end.map { start + inside.startIndex..<start + $0 + 1 }
        }
    }

    private static func day(in cell: String, lexicon: PageLexicon) -> CalendarDate? {
        if let day = CalendarDate(cell) { return day }
        for written in WrittenDate.dates(in: cell[...], lexicon: lexicon) {
            if case .day(let day) = written.value { return day }
        }
        return nil
    }
}
