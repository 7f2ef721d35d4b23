/// A run of bytes within an index; reads beyond its end give zero, so that damage never crashes.
struct IndexSection: Sendable {
    private let bytes: MappedBytes
    private let offset: Int
    /// The length in bytes.
    let count: Int

    /// A section; the caller has checked that it lies within the bytes.
    init(_ bytes: MappedBytes, offset: Int, count: Int) {
        self.bytes = bytes
        self.offset = offset
        self.count = count
    }

    func u8(at position: Int) -> UInt8 { load(position, as: UInt8.self) }
    func u16(at position: Int) -> UInt16 { UInt16(littleEndian: load(position, as: UInt16.self)) }
    func u32(at position: Int) -> UInt32 { UInt32(littleEndian: load(position, as: UInt32.self)) }
    func i32(at position: Int) -> Int32 { Int32(littleEndian: load(position, as: Int32.self)) }
    func u64(at position: Int) -> UInt64 { UInt64(littleEndian: load(position, as: UInt64.self)) }

    /// The bytes of a range, cut to the section.
    func bytes(at position: Int, count length: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 0, length > 0, position <= count - length else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(start: bytes.base + offset + position, count: length)
            .assumingMemoryBound(to: UInt8.self)
    }

    /// The text of a range; ill-formed UTF-8 is repaired.
    func text(at position: Int, count length: Int) -> String {
        String(decoding: bytes(at: position, count: length), as: UTF8.self)
    }

    @inline(__always)
    private func load<Value: FixedWidthInteger>(_ position: Int, as type: Value.Type) -> Value {
        guard position >= 0, position <= count - MemoryLayout<Value>.size else { return 0 }
        return (bytes.base + offset + position).loadUnaligned(as: type)
    }
}
