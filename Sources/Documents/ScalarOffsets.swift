/// Converts UTF-8 offsets of one text to offsets in Unicode code points, and back, exactly.
///
/// One bit a byte marks where a code point begins; each word of 64 bits knows how many begin before
/// it. A conversion is one look-up and one population count; the table takes 3/16 of the text.
public struct ScalarOffsets: Sendable {
    /// The text's length in UTF-8 bytes.
    public let utf8Count: Int
    /// The text's length in code points.
    public let scalarCount: Int

    private let starts: [UInt64]
    private let before: [UInt32]

    /// The table of a text.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { ScalarOffsets(bytes: $0) }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        var starts: [UInt64] = []
        var before: [UInt32] = []
        starts.reserveCapacity(bytes.count / 64 + 1)
        before.reserveCapacity(bytes.count / 64 + 1)
        var total = 0
        var base = 0
        repeat {
            var word: UInt64 = 0
            for bit in 0..<min(64, bytes.count - base) where bytes[base + bit] & 0xC0 != 0x80 {
                word |= 1 << UInt64(bit)
            }
            starts.append(word)
            before.append(UInt32(truncatingIfNeeded: total))
            total += word.nonzeroBitCount
            base += 64
        } while base <= bytes.count
        self.starts = starts
        self.before = before
        utf8Count = bytes.count
        scalarCount = total
    }

    /// The number of code points that begin before a UTF-8 offset in 0...utf8Count.
    ///
    /// An offset outside is taken for the nearer end; one inside a code point counts that one.
    public func scalarOffset(ofUTF8 offset: Int) -> Int {
        let offset = min(max(offset, 0), utf8Count)
        let (word, bit) = (offset >> 6, UInt64(offset & 63))
        return Int(before[word]) + (starts[word] & ((1 << bit) - 1)).nonzeroBitCount
    }

    /// The range in code points of a range of UTF-8 offsets.
    public func scalarRange(ofUTF8 range: Range<Int>) -> Range<Int> {
        let lower = scalarOffset(ofUTF8: range.lowerBound)
        return lower..<max(lower, scalarOffset(ofUTF8: range.upperBound))
    }

    /// The UTF-8 offset at which a code point begins; `scalarCount` gives `utf8Count`.
    ///
    /// An offset outside is taken for the nearer end.
    public func utf8Offset(ofScalar offset: Int) -> Int {
        guard offset > 0 else { return 0 }
        guard offset < scalarCount else { return utf8Count }
        // The last word with no more than `offset` code points before it.
        var (low, high) = (0, before.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(before[middle]) <= offset { low = middle } else { high = middle }
        }
        var word = starts[low]
        for _ in 0..<(offset - Int(before[low])) { word &= word - 1 }
        return low * 64 + word.trailingZeroBitCount
    }

    /// The range in UTF-8 offsets of a range of code points.
    public func utf8Range(ofScalars range: Range<Int>) -> Range<Int> {
        let lower = utf8Offset(ofScalar: range.lowerBound)
        return lower..<max(lower, utf8Offset(ofScalar: range.upperBound))
    }
}
