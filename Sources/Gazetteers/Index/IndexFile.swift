/// The assembly of an index file from its sections.
enum IndexFile {
    static func assemble(
        _ sections: [IndexLayout.Section: [UInt8]], changeCounter: UInt32
    ) -> [UInt8] {
        let total = sections.values.reduce(IndexLayout.headerSize) { $0 + $1.count + 64 }
        var file: [UInt8] = []
        file.reserveCapacity(total)
        file.append(contentsOf: repeatElement(0, count: IndexLayout.headerSize))
        var table: [UInt8] = []
        for kind in IndexLayout.Section.allCases {
            // Cache lines of the filter must not straddle.
            while file.count % 64 != 0 { file.append(0) }
            let bytes = sections[kind] ?? []
            table.append(littleEndian: UInt64(file.count))
            table.append(littleEndian: UInt64(bytes.count))
            file += bytes
        }
        var header = IndexLayout.magic
        header.append(littleEndian: UInt32(IndexLayout.version))
        header.append(littleEndian: UInt32(IndexLayout.Section.allCases.count))
        header.append(littleEndian: UInt64(file.count))
        header.append(littleEndian: UInt64(0))
        header.append(littleEndian: changeCounter)
        header.append(littleEndian: UInt32(0))
        header.append(littleEndian: NameHash.value(of: table))
        while header.count < IndexLayout.tableOffset { header.append(0) }
        header += table
        file.replaceSubrange(0..<header.count, with: header)
        return file
    }
}
