/// The blocked Bloom filter over the beginnings of names: blocks of 64 bytes, one cache line each.
///
/// F. Putze, P. Sanders, J. Singler, Cache-, hash- and space-efficient Bloom filters, JEA 14 (2009).
enum BeginningFilter {
    /// The bits set and tested for an entry.
    static let probes = 4
    /// The bits of the filter for each entry; with 4 probes about 1.5 % false positives.
    static let bitsPerEntry = 12

    /// The bit of a probe within a block of 512 bits.
    static func bit(_ hash: UInt64, probe: Int) -> Int {
        Int((hash >> UInt64(9 * probe)) & 511)
    }
}
