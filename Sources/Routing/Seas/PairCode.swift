/// Pairs of nodes as bytes: for each node how many partners of higher number it has, then the steps from
/// one to the next, as varints (seven bits a byte, low ones first).
enum PairCode {
    /// The bytes of pairs, which are given two entries each.
    static func encode(_ pairs: [Int32], nodes: Int) -> [UInt8] {
        var partners = [[Int32]](repeating: [], count: nodes)
        for index in stride(from: 0, to: pairs.count, by: 2) {
            let (one, two) = (pairs[index], pairs[index + 1])
            partners[Int(min(one, two))].append(max(one, two))
        }
        var bytes: [UInt8] = []
        func append(_ number: Int32) {
            var rest = UInt32(number)
            while rest >= 128 {
                bytes.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        for node in 0..<nodes {
            append(Int32(partners[node].count))
            var last = Int32(node)
            for partner in partners[node].sorted() {
                append(partner - last)
                last = partner
            }
        }
        return bytes
    }

    /// The pairs of bytes; nil when the bytes are damaged.
    static func decode(_ bytes: [UInt8], nodes: Int) -> [Int32]? {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = VarintReader(bytes: bytes)
            var pairs: [Int32] = []
            pairs.reserveCapacity(bytes.count * 2)
            for node in 0..<Int32(nodes) {
                var partner = node
                for _ in 0..<reader.next() {
                    let step = reader.next()
                    guard step > 0, step < Int32(nodes) - partner else { return nil }
                    partner += step
                    pairs.append(node)
                    pairs.append(partner)
                }
            }
            return reader.isDamaged ? nil : pairs
        }
    }
}

/// Reads varints; past the end, or from one that is too long, it gives 0 and is damaged.
private struct VarintReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    var isDamaged = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always)
    mutating func next() -> Int32 {
        var number: UInt32 = 0
        var shift: UInt32 = 0
        while offset < bytes.count, shift < 28 {
            let byte = bytes[offset]
            offset += 1
            number |= UInt32(byte & 127) << shift
            if byte < 128 { return Int32(number) }
            shift += 7
        }
        isDamaged = true
        return 0
    }
}
