/// The rows of a table as text: a line a row, a stroke between two cells.
enum TableText {
    /// What stands between two cells.
    static let separator = " | "

    /// A row's line, or nil where no cell holds text; line breaks and strokes in a cell become blanks.
    static func line(of cells: [String]) -> String? {
        var cells = cells.map(cleaned)
        while cells.last == "" { cells.removeLast() }
        return cells.isEmpty ? nil : cells.joined(separator: separator)
    }

    /// A cell in one line, without what would read as the border of a cell.
    static func cleaned(_ cell: String) -> String {
        cell.split { $0.isWhitespace || $0 == "|" }.joined(separator: " ")
    }
}
