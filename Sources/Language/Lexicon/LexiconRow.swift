/// One entry of a `LexiconTable`.
public struct LexiconRow: Sendable {
    let cells: [String]
    /// The line of the file, counted from 1.
    public let line: Int
    let schema: LexiconTable.Schema

    /// The cell in a column; empty where the line ends early or the table lacks the column.
    public subscript(column: String) -> String {
        guard let index = schema.indices[column], index < cells.count else { return "" }
        return cells[index]
    }

    /// The cell in a column that must not be empty.
    /// - Throws: `LanguageError.malformedTable`.
    public func required(_ column: String) throws(LanguageError) -> String {
        let cell = self[column]
        if cell.isEmpty { throw error(column, "must not be empty") }
        return cell
    }

    /// The parts of a cell, such as "by|via|through"; none for an empty cell.
    ///
    /// White space around a part is dropped.
    public func list(_ column: String, separator: Character = "|") -> [String] {
        self[column].split(separator: separator).map { part in
            var part = part
            while part.first?.isWhitespace == true { part.removeFirst() }
            while part.last?.isWhitespace == true { part.removeLast() }
            return String(part)
        }.filter { !$0.isEmpty }
    }

    /// The cell as a number; nil where it is empty.
    /// - Throws: `LanguageError.malformedTable` for anything but a finite number.
    public func number(_ column: String) throws(LanguageError) -> Double? {
        let cell = self[column]
        if cell.isEmpty { return nil }
        guard let value = Double(cell), value.isFinite else {
            throw error(column, "not a number: \(cell)")
        }
        return value
    }

    /// The cell as yes or no (`yes`, `no`, `1`, `0`, `true`, `false`); false where it is empty.
    /// - Throws: `LanguageError.malformedTable` for another word.
    public func flag(_ column: String) throws(LanguageError) -> Bool {
        switch self[column] {
        case "yes", "true", "1": true
        case "no", "false", "0", "": false
        case let other: throw error(column, "neither yes nor no: \(other)")
        }
    }

    /// The cell as one of the values of an enumeration with raw values; nil where it is empty.
    /// - Throws: `LanguageError.malformedTable` for a word that is none of them.
    public func value<Value: RawRepresentable<String>>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(LanguageError) -> Value? {
        let cell = self[column]
        if cell.isEmpty { return nil }
        guard let value = Value(rawValue: cell) else {
            throw error(column, "not one of the known words: \(cell)")
        }
        return value
    }

    /// A complaint about this row, for readers that know more about its meaning.
    public func error(_ column: String, _ reason: String) -> LanguageError {
        .malformedTable(file: schema.file, line: line, column: column, reason: reason)
    }
}
