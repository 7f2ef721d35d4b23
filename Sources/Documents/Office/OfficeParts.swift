/// The blocks of an office document while it is read: paragraphs, and the cells of tables.
struct OfficeParts {
    /// How many paragraphs may lie in one another (text boxes).
    private static let deepest = 64

    private(set) var blocks: [TextBlock] = []
    /// The page reached, as far as the file tells of pages; 0 when it does not.
    var page = 0

    private var open: [(text: String, kind: ParagraphKind?)] = []
    /// The cells so far of each open table's row, the innermost last; nil outside of rows.
    private var tables: [(cells: [String]?, hasRows: Bool)] = []

    /// Adds to the open paragraph.
    mutating func append(_ text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    /// Says what the open paragraph is.
    mutating func mark(_ kind: ParagraphKind) {
        guard !open.isEmpty else { return }
        open[open.count - 1].kind = kind
    }

    mutating func beginParagraph(_ kind: ParagraphKind? = nil) {
        guard open.count < Self.deepest else { return }
        open.append(("", kind))
    }

    mutating func endParagraph() {
        guard let (text, kind) = open.popLast() else { return }
        if let table = tables.indices.last, let last = tables[table].cells?.indices.last {
            tables[table].cells?[last] += " " + text
        } else {
            blocks.append(TextBlock(text, kind: kind, page: page > 0 ? page : nil))
        }
    }

    mutating func beginTable() { tables.append((nil, false)) }

    mutating func endTable() {
        _ = tables.popLast()
    }

    mutating func beginRow() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].cells = []
    }

    mutating func beginCell() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].cells?.append("")
    }

    /// Ends a row; that of a table inside a cell becomes part of the cell.
    mutating func endRow() {
        guard let table = tables.indices.last, let cells = tables[table].cells else { return }
        tables[table].cells = nil
        guard let line = TableText.line(of: cells) else { return }
        if table > 0, let last = tables[table - 1].cells?.indices.last {
            tables[table - 1].cells?[last] += " " + line
            return
        }
        blocks.append(
            TextBlock(
                line, kind: .list, page: page > 0 ? page : nil, isNextLine: tables[table].hasRows))
        tables[table].hasRows = true
    }
}
