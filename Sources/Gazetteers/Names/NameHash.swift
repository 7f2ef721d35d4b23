/// The hash under which folded names are found: FNV-1a over the bytes, then mixed.
///
/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) can be carried on from token to token; the mixing is the
/// finaliser of MurmurHash3 (A. Appleby, public domain).
struct NameHash: Hashable, Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    @inline(__always)
    mutating func append(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            for byte in buffer { append(byte) }
        }
        if done == nil {
            for byte in bytes { append(byte) }
        }
    }

    /// The mixed 64 bits.
    var value: UInt64 {
        var hash = state
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        hash = hash &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash >> 33
        return hash
    }

    static func value(of bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = NameHash()
        hash.append(bytes)
        return hash.value
    }
}
