internal import Foundation

/// An index file laid out: its header, and its sections in order.
struct IndexFile {
    /// The bytes in file order; together they are the file.
    private(set) var parts: [[UInt8]] = []

    /// Lays out sections.
    init(_ sections: [IndexLayout.Section: [UInt8]], changeCounter: UInt32) {
        var length = IndexLayout.headerSize
        var table: [UInt8] = []
        for kind in IndexLayout.Section.allCases {
            // Cache lines of the filter must not straddle.
            let padding = (64 - length % 64) % 64
            if padding > 0 { parts.append([UInt8](repeating: 0, count: padding)) }
            length += padding
            let bytes = sections[kind] ?? []
            table.append(littleEndian: UInt64(length))
            table.append(littleEndian: UInt64(bytes.count))
            parts.append(bytes)
            length += bytes.count
        }
        var header = IndexLayout.magic
        header.append(littleEndian: UInt32(IndexLayout.version))
        header.append(littleEndian: UInt32(IndexLayout.Section.allCases.count))
        header.append(littleEndian: UInt64(length))
        header.append(littleEndian: UInt64(0))
        header.append(littleEndian: changeCounter)
        header.append(littleEndian: UInt32(0))
        header.append(littleEndian: NameHash.value(of: table))
        header += [UInt8](repeating: 0, count: IndexLayout.tableOffset - header.count)
        header += table
        header += [UInt8](repeating: 0, count: IndexLayout.headerSize - header.count)
        parts.insert(header, at: 0)
    }

    /// The whole file in memory.
    var bytes: [UInt8] { Array(parts.joined()) }

    /// Writes the file.
    func write(to url: URL) throws(GazetteerError) {
        do {
            try Data().write(to: url)
            let file = try FileHandle(forWritingTo: url)
            for part in parts { try file.write(contentsOf: part) }
            try file.synchronize()
            try file.close()
        } catch {
            throw .unwritable(path: url.path, reason: error.localizedDescription)
        }
    }
}
