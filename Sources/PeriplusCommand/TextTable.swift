/// Rows of text in columns, as wide as their widest cell.
struct TextTable {
    let rows: [[String]]
    var rightAligned: Set<Int> = []

    /// The table, a line a row; the last column is not padded.
    var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.reduce(into: "") { text, row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                if rightAligned.contains(column) { return padding + cell }
                return column == row.count - 1 ? cell : cell + padding
            }
            text += cells.joined(separator: "  ") + "\n"
        }
    }
}
