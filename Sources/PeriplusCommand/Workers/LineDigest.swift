/// A number that tells one line from another, for `--resume`: against mistakes, not against malice.
enum LineDigest {
    /// FNV-1a over eight bytes at a time, and the length.
    static func value(of line: some Collection<UInt8>) -> UInt64 {
        let prime: UInt64 = 0x100_0000_01B3
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var word: UInt64 = 0
        var count = 0
        for byte in line {
            word = word << 8 | UInt64(byte)
            count += 1
            if count % 8 == 0 {
                hash = (hash ^ word) &* prime
                hash ^= hash >> 29
            }
        }
        hash = (hash ^ word) &* prime
        hash = (hash ^ UInt64(count)) &* prime
        return hash ^ hash >> 32
    }
}
