/// Rows of separated values with quoted fields (RFC 4180).
public enum SeparatedValues {
    /// The rows of a text; a quote doubled inside quotes is one quote.
    public static func rows(of text: String, separator: Character) -> [[String]] {
        var rows: [[String]] = []
        forEachRow(of: Array(text.utf8), separator: separator.asciiValue ?? 0x2C) { row, _ in
            rows.append(row)
        }
        return rows
    }

    /// Calls back with each row of a text in UTF-8 and the offset behind it; a byte order mark is dropped.
    static func forEachRow<Failure: Error>(
        of bytes: [UInt8], separator: UInt8,
        _ body: (_ row: [String], _ end: Int) throws(Failure) -> Void
    ) throws(Failure) {
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var previousWasQuote = false
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func close() {
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if isQuoted {
                if byte == 0x22 {
                    isQuoted = false
                    previousWasQuote = true
                } else {
                    field.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22:
                if previousWasQuote { field.append(byte) }
                isQuoted = true
            case separator:
                close()
            case 0x0A, 0x0D:
                if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
                close()
                try body(row, position)
                row = []
            default:
                field.append(byte)
            }
            previousWasQuote = false
        }
        if !field.isEmpty || !row.isEmpty {
            close()
            try body(row, position)
        }
    }
}
