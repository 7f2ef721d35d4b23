public import Foundation

/// A table of words or rules kept as text, one entry a line.
///
/// The form of the files in `Data/Lexicon/<language>/`: UTF-8; lines that start with `#` and
/// empty lines are comments; the first other line names the columns; cells are parted by single
/// tabs. Cells at the end of a line may be left out and are then empty. Spaces around a cell are
/// dropped.
public struct LexiconTable: Sendable {
    /// The file's name, for messages.
    public let name: String
    /// The names of the columns, in order.
    public let columns: [String]
    /// The entries, in the order of the file.
    public let rows: [LexiconRow]

    /// Reads a table from a file.
    /// - Parameters:
    ///   - url: The file.
    ///   - requiredColumns: Columns that must be there; others may be.
    /// - Throws: `LanguageError.unreadable` or `.malformedTable`, naming file, line and column.
    public init(contentsOf url: URL, requiring requiredColumns: [String] = []) throws(LanguageError)
    {
        let bytes = try FileReading.bytes(of: url)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .malformedTable(
                file: url.lastPathComponent, line: LexiconTable.firstBadLine(bytes), column: nil,
                reason: "not UTF-8")
        }
        try self.init(bytes, named: url.lastPathComponent, requiring: requiredColumns)
    }

    /// Reads a table from text.
    /// - Throws: `LanguageError.malformedTable`.
    public init(
        _ text: String, named name: String, requiring requiredColumns: [String] = []
    ) throws(LanguageError) {
        try self.init(Array(text.utf8), named: name, requiring: requiredColumns)
    }

    private init(
        _ bytes: [UInt8], named name: String, requiring requiredColumns: [String]
    ) throws(LanguageError) {
        var schema: Schema?
        var rows: [LexiconRow] = []
        var number = 0
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        for rawLine in bytes.dropFirst(marked ? 3 : 0).split(
            separator: 0x0A, omittingEmptySubsequences: false)
        {
            number += 1
            let line = rawLine.last == 0x0D ? rawLine.dropLast() : rawLine
            if line.first == 0x23 || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map(
                Self.trimmed)
            guard let known = schema else {
                schema = try Schema(cells, file: name, line: number, requiring: requiredColumns)
                continue
            }
            if cells.count > known.columns.count {
                throw .malformedTable(
                    file: name, line: number, column: nil,
                    reason: "\(cells.count) cells, but \(known.columns.count) columns")
            }
            rows.append(LexiconRow(cells: cells, line: number, schema: known))
        }
        guard let schema else {
            throw .malformedTable(
                file: name, line: max(number, 1), column: nil, reason: "no line names the columns")
        }
        self.name = name
        self.columns = schema.columns
        self.rows = rows
    }

    /// A cell without the spaces around it.
    private static func trimmed(_ cell: ArraySlice<UInt8>) -> String {
        var cell = cell
        while cell.first == 0x20 { cell.removeFirst() }
        while cell.last == 0x20 { cell.removeLast() }
        return String(decoding: cell, as: UTF8.self)
    }

    private static func firstBadLine(_ bytes: [UInt8]) -> Int {
        var number = 1
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil { return number }
            number += 1
        }
        return number
    }
}

extension LexiconTable {
    /// The columns of a table, shared by its rows.
    final class Schema: Sendable {
        let file: String
        let columns: [String]
        let indices: [String: Int]

        init(
            _ columns: [String], file: String, line: Int, requiring required: [String]
        ) throws(LanguageError) {
            var indices: [String: Int] = [:]
            for (index, column) in columns.enumerated() {
                if column.isEmpty {
                    throw .malformedTable(
                        file: file, line: line, column: nil,
                        reason: "column \(index + 1) has no name")
                }
                if indices.updateValue(index, forKey: column) != nil {
                    throw .malformedTable(
                        file: file, line: line, column: column, reason: "named twice")
                }
            }
            for column in required where indices[column] == nil {
                throw .malformedTable(
                    file: file, line: line, column: column, reason: "there is no such column")
            }
            self.file = file
            self.columns = columns
            self.indices = indices
        }
    }
}
