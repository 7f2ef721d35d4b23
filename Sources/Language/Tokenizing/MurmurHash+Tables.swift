extension MurmurHash {
    /// Four 32-bit hashes of a number, as Thinc's `HashEmbed` takes them.
    static func hash128(_ value: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
        var h1 = value &* 0x87C3_7B91_1142_53D5
        h1 = h1 << 31 | h1 >> 33
        h1 = h1 &* 0x4CF5_AD43_2745_937F
        h1 ^= UInt64(seed) ^ 8
        var h2 = UInt64(seed) ^ 8
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = mixed(h1)
        h2 = mixed(h2)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        return (
            UInt32(truncatingIfNeeded: h1), UInt32(truncatingIfNeeded: h1 >> 32),
            UInt32(truncatingIfNeeded: h2), UInt32(truncatingIfNeeded: h2 >> 32)
        )
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }
}
