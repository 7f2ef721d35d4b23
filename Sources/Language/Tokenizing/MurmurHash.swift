/// Austin Appleby's MurmurHash functions (public domain), as spaCy and Thinc use them.
enum MurmurHash {
    /// MurmurHash64A of some bytes; the identity of a string in spaCy, with seed 1.
    static func hash64(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 1) -> UInt64 {
        let multiplier: UInt64 = 0xC6A4_A793_5BD1_E995
        var hash = seed ^ (UInt64(bytes.count) &* multiplier)
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index + 8 <= raw.count {
            var key = UInt64(
                littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            key = key &* multiplier
            key ^= key >> 47
            key = key &* multiplier
            hash = (hash ^ key) &* multiplier
            index += 8
        }
        if index < raw.count {
            var shift: UInt64 = 0
            while index < raw.count {
                hash ^= UInt64(raw[index]) << shift
                shift += 8
                index += 1
            }
            hash = hash &* multiplier
        }
        hash ^= hash >> 47
        hash = hash &* multiplier
        return hash ^ (hash >> 47)
    }

    static func hash64(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBufferPointer { hash64($0) }
    }
}
