/// A table of text in columns, cut to a width or as wide as its cells.
public struct TextTable {
    /// One column: its heading, and how its cells stand.
    struct Column {
        var heading: String
        var isRight = false
        /// Whether it may be cut to fit, and to how many columns at least.
        var least: Int?
        /// Whether it is left out where there is no room for it.
        var isOptional = false
    }

    var columns: [Column]
    var rows: [[String]] = []

    /// The lines, the heading first; columns are two apart and indented by two.
    func lines(_ style: TerminalStyle) -> [String] {
        let widths = fittedWidths(within: style.width)
        let heading = line(columns.map(\.heading), widths)
        return [style.faint(heading)] + rows.map { line($0, widths) }
    }

    /// Rows in columns two apart as wide as their widest cells, a line a row: never cut, for other programs to read.
    public static func plain(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
        let count = rows.map(\.count).max() ?? 0
        let columns = (0..<count).map { Column(heading: "", isRight: rightAligned.contains($0)) }
        let full = rows.map { row in
            row.map { TerminalText.clean($0) } + [String](repeating: "", count: count - row.count)
        }
        let table = TextTable(columns: columns, rows: full)
        let widths = table.fittedWidths(within: .max)
        return full.map { table.line($0, widths).dropFirst(2) + "\n" }.joined()
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (index, cell) in cells.enumerated() where widths[index] > 0 {
            let shown = TerminalText.cut(cell, to: widths[index])
            let space = String(
                repeating: " ", count: max(0, widths[index] - TerminalText.width(shown)))
            text += "  " + (columns[index].isRight ? space + shown : shown + space)
        }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The columns' widths: the widest cell's, those that may be cut shortened in turn until all fit.
    private func fittedWidths(within width: Int) -> [Int] {
        var widths = columns.indices.map { index in
            rows.map { TerminalText.width($0[index]) }.reduce(
                TerminalText.width(columns[index].heading), max)
        }
        // A column without a single word is left out.
        for index in columns.indices where rows.allSatisfy({ $0[index].isEmpty }) {
            widths[index] = 0
        }
        func total() -> Int { widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } }
        while total() > width {
            let shrinking = columns.indices.filter { index in
                columns[index].least.map { widths[index] > $0 } ?? false
            }
            if let widest = shrinking.max(by: { widths[$0] < widths[$1] }) {
                widths[widest] -= 1
            } else if let spare = columns.indices.last(where: {
                columns[$0].isOptional && widths[$0] > 0
            }) {
                widths[spare] = 0
            } else {
                break
            }
        }
        return widths
    }
}
