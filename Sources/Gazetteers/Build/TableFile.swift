internal import Foundation

/// A table of tab-separated values with a header line, read row by row as bytes.
///
/// Lines that begin with `#` are remarks. A row may leave out empty fields at its end.
struct TableFile {
    let name: String
    private let bytes: [UInt8]
    private(set) var columns: [String: Int] = [:]
    private var bodyStart = 0
    private var bodyLine = 1

    init(at url: URL) throws(GazetteerError) {
        name = url.lastPathComponent
        do {
            bytes = Array(try Data(contentsOf: url))
        } catch {
            throw FileManager.default.fileExists(atPath: url.path)
                ? .unreadable(path: url.path, reason: error.localizedDescription)
                : .missing(path: url.path)
        }
        readHeader()
    }

    /// The digest of the bytes of the file.
    var hash: UInt64 { NameHash.value(of: bytes) }

    /// Calls back with every row.
    func forEachRow(
        _ body: (borrowing TableRow) throws(GazetteerError) -> Void
    ) throws(GazetteerError) {
        var position = bodyStart
        var line = bodyLine
        var fields: [Range<Int>] = []
        while position < bytes.count {
            fields.removeAll(keepingCapacity: true)
            var start = position
            while position < bytes.count, bytes[position] != 0x0A {
                if bytes[position] == 0x09 {
                    fields.append(start..<position)
                    start = position + 1
                }
                position += 1
            }
            let end = position > start && bytes[position - 1] == 0x0D ? position - 1 : position
            fields.append(start..<end)
            position += 1
            if fields.count > 1, bytes[fields[0].lowerBound] != 0x23 {
                try body(
                    TableRow(
                        bytes: bytes, fields: fields, columns: columns, file: name, line: line))
            } else if fields.count == 1, !fields[0].isEmpty, bytes[fields[0].lowerBound] != 0x23 {
                try body(
                    TableRow(
                        bytes: bytes, fields: fields, columns: columns, file: name, line: line))
            }
            line += 1
        }
    }

    private mutating func readHeader() {
        var position = 0
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            let line = String(decoding: bytes[position..<end], as: UTF8.self)
            position = end + 1
            bodyLine += 1
            guard !line.hasPrefix("#") else { continue }
            for (index, name) in line.split(separator: "\t", omittingEmptySubsequences: false)
                .enumerated()
            {
                columns[name.trimmingCharacters(in: .whitespaces)] = index
            }
            break
        }
        bodyStart = position
    }
}
