internal import Geoparsing

/// A table kept as text, by the labels of its first line: "Vessel | From | To | ETA".
struct NotationTable {
    /// The column of each role; the first where several are of one.
    private var columns: [NotationLabel.Role: Int] = [:]
    /// The labels of those columns.
    private var labels: [NotationLabel] = []
    /// The column whose cells name both ends ("Route": "Odesa - Istanbul"), where no two columns do.
    private var ends: Int?

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
            if label.role == .way, label.mode == nil, ends == nil { ends = index }
            if columns[role] == nil {
                columns[role] = index
                labels.append(label)
            }
        }
        if columns[.origin] != nil, columns[.destination] != nil {
            ends = nil
        } else if ends == nil {
            return nil
        } else if columns[.vehicle] == ends {
            columns[.vehicle] = nil
        }
    }

    /// The ends that a row tells, and what is passed between them; nil where it does not tell both.
    func stops(of line: NotationLine) -> [Int]? {
        if let ends {
            let cells = Self.cells(of: line)
            guard ends < cells.count else { return nil }
            let items = line.items[cells[ends]]
            let places = items.compactMap(\.place)
            let links = items.compactMap(\.label).filter {
                $0.role.isLink || $0.role == .destination
            }
            guard places.count > 1, links.count >= places.count - 1 else { return nil }
            return links.contains { $0.role == .back } ? places.reversed() : places
        }
        guard let origin = cell(.origin, of: line).compactMap(\.place).first,
            let destination = cell(.destination, of: line).compactMap(\.place).first
        else { return nil }
        return [origin] + cell(.via, of: line).compactMap(\.place) + [destination]
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
        guard let stops = table.stops(of: line), let origin = stops.first,
            let destination = stops.last,
            let bar = line.items.first(where: {
                $0.has(.bar) && $0.utf8Range.lowerBound >= mentions[origin].utf8Range.upperBound
            }) ?? line.items.first
        else { return [] }
        var route = NotationRoute(
            origin: origin, destination: destination, trigger: bar.utf8Range,
            evidence: [line.utf8Range], confidence: 0.9)
        route.via = Array(stops.dropFirst().dropLast())
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
