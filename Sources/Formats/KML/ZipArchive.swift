/// A zip archive of one file, stored as it is (PKWARE APPNOTE 6.3, 4.3): enough for KMZ.
enum ZipArchive {
    /// The archive; its time stamp is the format's first day, so that equal content gives equal bytes.
    static func bytes(name: String, content: [UInt8]) -> [UInt8] {
        let name = Array(name.utf8)
        let checksum = crc32(content)
        let size = UInt32(truncatingIfNeeded: content.count)
        // Version needed 1.0, flag 11 (UTF-8 names), stored, 1980-01-01.
        var common: [UInt8] = []
        for half: UInt16 in [10, 0x0800, 0, 0, 0x0021] { append(half, to: &common) }
        for word in [checksum, size, size] { append(word, to: &common) }
        append(UInt16(name.count), to: &common)
        append(UInt16(0), to: &common)

        var bytes: [UInt8] = []
        append(UInt32(0x0403_4B50), to: &bytes)
        bytes += common + name + content
        let directory = UInt32(truncatingIfNeeded: bytes.count)
        append(UInt32(0x0201_4B50), to: &bytes)
        append(UInt16(10), to: &bytes)
        bytes += common
        // No comment, first disk, no attributes, the entry at the start.
        for half: UInt16 in [0, 0, 0] { append(half, to: &bytes) }
        for word: UInt32 in [0, 0] { append(word, to: &bytes) }
        bytes += name
        let length = UInt32(truncatingIfNeeded: bytes.count) - directory
        append(UInt32(0x0605_4B50), to: &bytes)
        for half: UInt16 in [0, 0, 1, 1] { append(half, to: &bytes) }
        append(length, to: &bytes)
        append(directory, to: &bytes)
        append(UInt16(0), to: &bytes)
        return bytes
    }

    /// The cyclic redundancy check of ISO 3309, reflected polynomial 0xEDB88320.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        let table: [UInt32] = (0..<256).map { index in
            (0..<8).reduce(UInt32(index)) { value, _ in
                value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
            }
        }
        return ~bytes.reduce(~UInt32(0)) { value, byte in
            table[Int((value ^ UInt32(byte)) & 255)] ^ value >> 8
        }
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
