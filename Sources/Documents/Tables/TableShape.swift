/// The cells of a table in a text: CSV (RFC 4180), or with semicolons or tabulators.
enum TableShape {
    /// The most cells of a row.
    private static let mostCells = 1_000

    /// Whether some bytes are a table of shipments by their first line: the names of its columns tell an
    /// origin and a destination.
    static func mediaType(of bytes: [UInt8], columns: ColumnNames) -> MediaType? {
        guard let feed = bytes.prefix(8_192).firstIndex(of: 0x0A), feed > 0,
            let line = String(validating: bytes[..<feed], as: UTF8.self)
        else { return nil }
        let separator = separator(of: line)
        let cells = rows(of: line, separator: separator).first?.cells ?? []
        guard cells.count >= 2 else { return nil }
        let roles = Set(columns.roles(of: cells).values)
        guard roles.contains(.origin), roles.contains(.destination) else { return nil }
        return separator == "\t" ? .tsv : .csv
    }

    /// The character between cells: that of tabulator, semicolon and comma which one of the first lines has
    /// most of.
    static func separator(of text: String) -> Character {
        var most: (mark: Character, count: Int) = (",", 0)
        for line in text.prefix(8_192).split(whereSeparator: \.isNewline).prefix(10) {
            for mark in "\t;," {
                let count = line.count { $0 == mark }
                if count > most.count { most = (mark, count) }
            }
        }
        return most.mark
    }

    /// The rows, with the number of the line each begins on; quotes hold separators and line breaks.
    static func rows(of text: String, separator: Character) -> [(line: Int, cells: [String])] {
        var rows: [(line: Int, cells: [String])] = []
        var cells: [String] = [""]
        var isQuoted = false
        var wasQuote = false
        var (line, start) = (1, 1)
        func isQuoteToBegin() -> Bool { cells.last?.isEmpty ?? true }
        for character in text {
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    wasQuote = true
                } else {
                    if character.isNewline { line += 1 }
                    cells[cells.count - 1].append(character)
                }
                continue
            }
            if character == "\"", wasQuote || isQuoteToBegin() {
                if wasQuote { cells[cells.count - 1].append("\"") }
                isQuoted = true
            } else if character == separator, cells.count < mostCells {
                cells.append("")
            } else if character.isNewline {
                if cells != [""] { rows.append((start, cells)) }
                cells = [""]
                line += 1
                start = line
            } else {
                cells[cells.count - 1].append(character)
            }
            wasQuote = false
        }
        if cells != [""] { rows.append((start, cells)) }
        return rows
    }
}
