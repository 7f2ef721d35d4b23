/// 64-bit keys in order, in a mapped model file.
///
/// `@unchecked Sendable`: the memory never changes, and `owner` keeps it mapped.
struct SortedKeys: @unchecked Sendable {
    private let keys: UnsafeRawBufferPointer
    private let owner: MappedFile

    init(_ bytes: UnsafeRawBufferPointer, owner: MappedFile) {
        keys = bytes
        self.owner = owner
    }

    /// Where a key stands.
    func index(of key: UInt64) -> Int? {
        var low = 0
        var high = keys.count / 8
        while low < high {
            let middle = (low + high) / 2
            if keys.word(middle * 8) < key { low = middle + 1 } else { high = middle }
        }
        return low * 8 < keys.count && keys.word(low * 8) == key ? low : nil
    }

    func contains(_ key: UInt64) -> Bool { index(of: key) != nil }

    var count: Int { keys.count / 8 }

    subscript(index: Int) -> UInt64 { keys.word(index * 8) }
}

/// A table in a mapped model file: 64-bit keys in order, then their values.
///
/// `@unchecked Sendable`: the memory never changes, and the keys keep it mapped.
struct SortedTable<Value: BitwiseCopyable>: @unchecked Sendable {
    private let keys: SortedKeys
    private let values: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer, count: Int, owner: MappedFile) {
        keys = SortedKeys(UnsafeRawBufferPointer(rebasing: bytes[..<(count * 8)]), owner: owner)
        values = UnsafeRawBufferPointer(rebasing: bytes[(count * 8)...])
    }

    subscript(key: UInt64) -> Value? {
        keys.index(of: key).map { value(at: $0) }
    }

    /// All keys with their values.
    var entries: some Sequence<(key: UInt64, value: Value)> {
        (0..<keys.count).lazy.map { (keys[$0], value(at: $0)) }
    }

    private func value(at index: Int) -> Value {
        values.loadUnaligned(fromByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
    }
}
