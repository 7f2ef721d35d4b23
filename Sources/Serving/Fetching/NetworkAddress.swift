internal import Foundation

/// An address of the internet protocol, as bytes: 4 or 16.
struct NetworkAddress {
    let bytes: [UInt8]

    /// The address in a socket's; nil for another family.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in6.self, capacity: 1)
            {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether it is one of the internet at large: not of this machine, of a network of one's own, of documentation,
    /// of many receivers, nor one that leads to such (IANA's registries of special addresses, RFC 6890).
    var isPublic: Bool {
        switch bytes.count {
        case 4: !Self.special.contains { $0.holds(bytes) }
        // What is given out at all, without documentation and Teredo; 6to4 by what it leads to.
        case 16 where bytes[0] == 0x20 && bytes[1] == 0x02:
            NetworkAddress(bytes: Array(bytes[2..<6])).isPublic
        case 16:
            bytes[0] & 0xE0 == 0x20
                && !(bytes[0] == 0x20 && bytes[1] == 0x01
                    && (bytes[2] < 0x02 || bytes[2] == 0x0D && bytes[3] == 0xB8))
        default: false
        }
    }

    private struct Block {
        let start: [UInt8]
        let bits: Int

        init(_ a: UInt8, _ b: UInt8, _ c: UInt8, bits: Int) {
            start = [a, b, c, 0]
            self.bits = bits
        }

        func holds(_ bytes: [UInt8]) -> Bool {
            func number(_ bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
            return (number(bytes) ^ number(start)) >> UInt32(32 - bits) == 0
        }
    }

    private static let special = [
        Block(0, 0, 0, bits: 8), Block(10, 0, 0, bits: 8), Block(100, 64, 0, bits: 10),
        Block(127, 0, 0, bits: 8), Block(169, 254, 0, bits: 16), Block(172, 16, 0, bits: 12),
        Block(192, 0, 0, bits: 24), Block(192, 0, 2, bits: 24), Block(192, 88, 99, bits: 24),
        Block(192, 168, 0, bits: 16), Block(198, 18, 0, bits: 15), Block(198, 51, 100, bits: 24),
        Block(203, 0, 113, bits: 24), Block(224, 0, 0, bits: 4), Block(240, 0, 0, bits: 4),
    ]
}
