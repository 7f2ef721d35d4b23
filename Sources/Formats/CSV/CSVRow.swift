/// Rows of comma-separated values (RFC 4180), safe to open in a spreadsheet.
enum CSVRow {
    /// A row with its line end; cells with commas, quotes or line ends are quoted.
    static func bytes(_ cells: [FieldValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell.cell {
            case .none: break
            case .text(let text): append(text, to: &bytes)
            case .integer(let value): bytes.append(contentsOf: String(value).utf8)
            case .real(let value, let decimals):
                // Not a number is an empty cell, never the word "null".
                if value.isFinite { DecimalText.append(value, decimals: decimals, to: &bytes) }
            case .flag(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
            case .list, .spans: break
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        return bytes
    }

    /// A header row.
    static func header(_ fields: [Field]) -> [UInt8] { bytes(fields.map { .text($0.name) }) }

    /// Text a spreadsheet would take for a formula gets an apostrophe in front, which it shows as text.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        // A file of rows has no escapes of its own, and is looked at in terminals.
        let utf8 = text.unicodeScalars.contains(where: isObeyed) ? shown(text).utf8 : text.utf8
        let isFormula = utf8.first.map { formulaStarts.contains($0) } ?? false
        let mustQuote = isFormula || utf8.contains { quoted.contains($0) }
        guard mustQuote else {
            bytes.append(contentsOf: utf8)
            return
        }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Whether a terminal obeys a character instead of showing it.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }

    private static func shown(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            scalars.append(isObeyed(scalar) ? scalar == "\r" ? " " : "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    private static let formulaStarts: Set<UInt8> = [
        UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D,
    ]
    private static let quoted: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
}
