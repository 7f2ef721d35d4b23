#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of sections: eight bytes that name its layout, a checksum, the length of each section in
/// bytes, then the sections; numbers have their low byte first.
struct SectionFile {
    /// Names the layout; its last byte is the version.
    let magic: [UInt8]
    /// How many sections there are.
    let count: Int

    /// Why a file cannot be read.
    enum Fault: Error {
        /// It does not begin with the name of the layout.
        case otherKind
        /// Its layout is of another version, the character given.
        case otherVersion(Character)
        /// Its lengths or its checksum do not fit.
        case damaged
    }

    private var head: Int { magic.count + 8 + 4 * count }

    /// The bytes of a file.
    func encode(_ sections: [[UInt8]]) -> Data {
        let body = sections.flatMap { $0 }
        let lengths = Self.bytes(of: sections.map { UInt32($0.count) })
        let sum = (lengths + body).withUnsafeBytes { Self.checksum($0) }
        return Data(magic + Self.bytes(of: [sum]) + lengths + body)
    }

    /// The sections of a file.
    func decode(_ data: Data) throws(Fault) -> [[UInt8]] {
        guard data.count >= magic.count, data.prefix(magic.count - 1) == Data(magic.dropLast())
        else { throw .otherKind }
        guard let version = data.prefix(magic.count).last, version == magic.last else {
            throw .otherVersion(Character(UnicodeScalar(data[magic.count - 1])))
        }
        let sections: [[UInt8]]? = data.withUnsafeBytes { bytes in
            guard bytes.count >= head else { return nil }
            let sum = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: magic.count, as: UInt64.self))
            let rest = UnsafeRawBufferPointer(rebasing: bytes[(magic.count + 8)...])
            guard Self.checksum(rest) == sum else { return nil }
            var offset = head
            var sections: [[UInt8]] = []
            for index in 0..<count {
                let length = UInt32(
                    littleEndian: bytes.loadUnaligned(
                        fromByteOffset: magic.count + 8 + 4 * index, as: UInt32.self))
                guard Int(length) <= bytes.count - offset else { return nil }
                sections.append([UInt8](bytes[offset..<(offset + Int(length))]))
                offset += Int(length)
            }
            return offset == bytes.count ? sections : nil
        }
        guard let sections else { throw .damaged }
        return sections
    }

    /// Numbers as bytes.
    static func bytes<Number: FixedWidthInteger>(of numbers: [Number]) -> [UInt8] {
        numbers.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
    }

    /// Bytes as numbers; what is over at the end is left out.
    static func numbers<Number: FixedWidthInteger>(
        _ type: Number.Type, of bytes: [UInt8]
    ) -> [Number] {
        let size = MemoryLayout<Number>.size
        let count = bytes.count / size
        return bytes.withUnsafeBytes { bytes in
            [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
                for index in 0..<count {
                    buffer[index] = Number(
                        littleEndian: bytes.loadUnaligned(
                            fromByteOffset: index * size, as: Number.self))
                }
                initialized = count
            }
        }
    }

    /// A sum that any changed byte changes: four lanes of eight bytes at a time, each multiplied by the
    /// golden ratio's bits.
    ///
    /// Fibonacci hashing: D. E. Knuth, TAOCP 3, section 6.4.
    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let ratio: UInt64 = 0x9E37_79B9_7F4A_7C15
        var (one, two, three, four) = (ratio, ratio &+ 1, ratio &+ 2, ratio &+ 3)
        @inline(__always)
        func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
            let product = (lane ^ word) &* ratio
            return product ^ (product >> 29)
        }
        @inline(__always)
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var offset = 0
        while offset + 32 <= bytes.count {
            one = mixed(one, word(offset))
            two = mixed(two, word(offset + 8))
            three = mixed(three, word(offset + 16))
            four = mixed(four, word(offset + 24))
            offset += 32
        }
        while offset < bytes.count {
            one = mixed(one, UInt64(bytes[offset]))
            offset += 1
        }
        return mixed(mixed(mixed(mixed(one, two), three), four), UInt64(bytes.count))
    }
}
