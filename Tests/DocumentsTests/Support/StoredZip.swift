/// A ZIP whose files are stored as they are: what the tests pack office documents and folders with.
struct StoredZip {
    private var local: [UInt8] = []
    private var central: [UInt8] = []
    private var count = 0

    /// Adds a file; a promised size other than its own makes the archive a lie.
    mutating func add(_ name: String, _ content: [UInt8], promising size: Int? = nil) {
        let crc = Self.checksum(content)
        let size = size ?? content.count
        let common =
            Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(0, 2) + Self.little(0, 4)
            + Self.little(Int(crc), 4) + Self.little(size, 4) + Self.little(size, 4)
            + Self.little(name.utf8.count, 2) + Self.little(0, 2)
        let offset = local.count
        local += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
        central +=
            [0x50, 0x4B, 1, 2] + Self.little(20, 2) + common + Self.little(0, 2) + Self.little(0, 2)
            + Self.little(0, 2) + Self.little(0, 4) + Self.little(offset, 4) + Array(name.utf8)
        count += 1
    }

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// The archive.
    var bytes: [UInt8] {
        local + central + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(count, 2)
            + Self.little(count, 2) + Self.little(central.count, 4) + Self.little(local.count, 4)
            + Self.little(0, 2)
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
