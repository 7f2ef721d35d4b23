/// A row of a table: its fields by the names of the columns.
struct TableRow {
    let bytes: [UInt8]
    let fields: [Range<Int>]
    let columns: [String: Int]
    let file: String
    let line: Int

    /// The text of a column; empty when there is none.
    func text(_ column: String) -> String {
        guard let field = field(column) else { return "" }
        return String(decoding: bytes[field], as: UTF8.self)
    }

    /// The text of a column, or nil when it is empty.
    func optional(_ column: String) -> String? {
        guard let field = field(column), !field.isEmpty else { return nil }
        return String(decoding: bytes[field], as: UTF8.self)
    }

    /// The text of a column that must not be empty.
    func required(_ column: String) throws(GazetteerError) -> String {
        guard let text = optional(column) else { throw fault("no \(column)") }
        return text
    }

    /// The number of a column, or nil when it is empty.
    func number(_ column: String) throws(GazetteerError) -> Double? {
        guard let field = field(column), !field.isEmpty else { return nil }
        if let quick = quickNumber(field) { return quick }
        guard let value = Double(text(column)), value.isFinite else {
            throw fault("\(column) \"\(text(column))\" is not a number")
        }
        return value
    }

    /// The integer of a column, or nil when it is empty.
    func integer(_ column: String) throws(GazetteerError) -> Int? {
        guard let value = try number(column) else { return nil }
        guard let integer = Int(exactly: value) else {
            throw fault("\(column) \"\(text(column))\" is not an integer")
        }
        return integer
    }

    /// The error for a fault of this row.
    func fault(_ what: String) -> GazetteerError {
        .badRow(file: file, line: line, what: what)
    }

    private func field(_ column: String) -> Range<Int>? {
        guard let index = columns[column], index < fields.count else { return nil }
        return fields[index]
    }

    /// Plain decimals of up to 15 digits, which `Double` holds exactly before the division.
    private func quickNumber(_ field: Range<Int>) -> Double? {
        guard field.count <= 16 else { return nil }
        var mantissa = 0
        var scale = 1.0
        var seenPoint = false
        var position = field.lowerBound
        let isNegative = bytes[position] == 0x2D
        if isNegative { position += 1 }
        guard position < field.upperBound else { return nil }
        while position < field.upperBound {
            let byte = bytes[position]
            if byte == 0x2E, !seenPoint {
                seenPoint = true
            } else if (0x30...0x39).contains(byte) {
                mantissa = mantissa * 10 + Int(byte - 0x30)
                if seenPoint { scale *= 10 }
            } else {
                return nil
            }
            position += 1
        }
        return (isNegative ? -Double(mantissa) : Double(mantissa)) / scale
    }
}
