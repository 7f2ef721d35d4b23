/// A run of bytes within an index; reads beyond its end give zero, so that damage never crashes.
///
/// `@unchecked Sendable`: the memory is read-only. It belongs to a `MappedBytes` that must outlive the
/// section; no reference is kept, as counting them would cost more than the reads.
struct IndexSection: @unchecked Sendable {
    private let start: UnsafeRawPointer
    /// The length in bytes.
    let count: Int

    /// A section; the caller has checked that it lies within the bytes, and keeps them.
    init(_ bytes: MappedBytes, offset: Int, count: Int) {
        start = bytes.base + offset
        self.count = count
    }

    @inline(__always)
    func u8(at position: Int) -> UInt8 { load(position, as: UInt8.self) }
    @inline(__always)
    func u16(at position: Int) -> UInt16 { UInt16(littleEndian: load(position, as: UInt16.self)) }
    @inline(__always)
    func u32(at position: Int) -> UInt32 { UInt32(littleEndian: load(position, as: UInt32.self)) }
    @inline(__always)
    func i32(at position: Int) -> Int32 { Int32(littleEndian: load(position, as: Int32.self)) }
    @inline(__always)
    func u64(at position: Int) -> UInt64 { UInt64(littleEndian: load(position, as: UInt64.self)) }

    /// The bytes of a range; none when it does not lie within the section.
    func bytes(at position: Int, count length: Int) -> UnsafeBufferPointer<UInt8> {
        guard position >= 0, length > 0, position <= count - length else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(start: start + position, count: length)
            .assumingMemoryBound(to: UInt8.self)
    }

    /// The text of a range; ill-formed UTF-8 is repaired.
    func text(at position: Int, count length: Int) -> String {
        String(decoding: bytes(at: position, count: length), as: UTF8.self)
    }

    @inline(__always)
    private func load<Value: FixedWidthInteger>(_ position: Int, as type: Value.Type) -> Value {
        guard position >= 0, position <= count - MemoryLayout<Value>.size else { return 0 }
        return (start + position).loadUnaligned(as: type)
    }
}
