internal import Geoparsing

/// A table kept as text, by the labels of its first line: "Vessel | From | To | ETA".
struct NotationTable {
    /// The column of each role; the first where several are of one.
    private var columns: [NotationLabel.Role: Int] = [:]
    /// The labels of those columns.
    private var labels: [NotationLabel] = []

    /// Of a line that is the head of such a table; nil for any other.
    init?(header line: NotationLine) {
        guard !line.hasPlace, line.items.contains(where: { $0.has(.bar) }) else { return nil }
        for (index, cell) in Self.cells(of: line).enumerated() {
            guard
                let label = line.items[cell].compactMap(\.label).first(where: { $0.role != .filler }
                ),
                cell.count <= 4
            else { continue }
            // "Vessel" and "Flight" head the column of what carries.
            let role = label.role == .way ? .vehicle : label.role
            if columns[role] == nil {
                columns[role] = index
                labels.append(label)
            }
        }
        guard columns[.origin] != nil, columns[.destination] != nil else { return nil }
    }

    /// The mode that the head tells.
    var mode: TransportMode? { labels.compactMap(\.mode).first }

    /// Whether a line is a row of the table, or the rule below its head.
    func covers(_ line: NotationLine) -> Bool { line.items.contains { $0.has(.bar) } }

    /// The items of a row's cell in the column of a role.
    func cell(_ role: NotationLabel.Role, of line: NotationLine) -> ArraySlice<NotationLine.Item> {
        let cells = Self.cells(of: line)
        guard let column = columns[role], column < cells.count else { return [] }
        return line.items[cells[column]]
    }

    private static func cells(of line: NotationLine) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = 0
        for (index, item) in line.items.enumerated() where item.has(.bar) {
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<line.items.count)
        return cells
    }
}

extension NotationReader {
    /// The route of a table's row, where both ends are named.
    func routes(ofRow line: NotationLine, in table: NotationTable) -> [NotationRoute] {
        guard let origin = table.cell(.origin, of: line).compactMap(\.place).first,
            let destination = table.cell(.destination, of: line).compactMap(\.place).first,
            let bar = line.items.first(where: {
                $0.has(.bar) && $0.utf8Range.lowerBound >= mentions[origin].utf8Range.upperBound
            }) ?? line.items.first
        else { return [] }
        var route = NotationRoute(
            origin: origin, destination: destination, trigger: bar.utf8Range,
            evidence: [line.utf8Range], confidence: 0.9)
        route.via = table.cell(.via, of: line).compactMap(\.place)
        route.mode = table.mode ?? mode(between: [origin, destination])
        route.isModeInferred = table.mode == nil
        route.vehicle = Self.range(of: table.cell(.vehicle, of: line))
        route.cargo = Self.range(of: table.cell(.cargo, of: line))
        return [route]
    }

    private static func range(of items: ArraySlice<NotationLine.Item>) -> Range<Int>? {
        guard let first = items.first, let last = items.last else { return nil }
        return first.utf8Range.lowerBound..<last.utf8Range.upperBound
    }
}
