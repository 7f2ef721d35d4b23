/// Yann Collet's XXH64 (BSD 2-clause; written from its specification), the model file's checksum.
enum XXHash {
    private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
        0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
        0x27D4_EB2F_1656_67C5
    )

    /// XXH64 with seed 0 of at least 32 bytes.
    static func hash64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let (p1, p2, p3, p4, p5) = primes
        var lanes = SIMD4<UInt64>(p1 &+ p2, p2, 0, 0 &- p1)
        var index = 0
        while index + 32 <= bytes.count {
            lanes[0] = round(lanes[0], bytes.word(index))
            lanes[1] = round(lanes[1], bytes.word(index + 8))
            lanes[2] = round(lanes[2], bytes.word(index + 16))
            lanes[3] = round(lanes[3], bytes.word(index + 24))
            index += 32
        }
        var hash =
            rotate(lanes[0], 1) &+ rotate(lanes[1], 7) &+ rotate(lanes[2], 12)
            &+ rotate(lanes[3], 18)
        for lane in 0..<4 { hash = (hash ^ round(0, lanes[lane])) &* p1 &+ p4 }
        hash = hash &+ UInt64(bytes.count)
        while index + 8 <= bytes.count {
            hash = rotate(hash ^ round(0, bytes.word(index)), 27) &* p1 &+ p4
            index += 8
        }
        if index + 4 <= bytes.count {
            let word = UInt32(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            hash = rotate(hash ^ (UInt64(word) &* p1), 23) &* p2 &+ p3
            index += 4
        }
        while index < bytes.count {
            hash = rotate(hash ^ (UInt64(bytes[index]) &* p5), 11) &* p1
            index += 1
        }
        hash = (hash ^ (hash >> 33)) &* p2
        hash = (hash ^ (hash >> 29)) &* p3
        return hash ^ (hash >> 32)
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotate(lane &+ word &* primes.1, 31) &* primes.0
    }

    @inline(__always)
    private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value << bits | value >> (64 - bits)
    }
}

extension UnsafeRawBufferPointer {
    /// Eight bytes as a little-endian number.
    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
