/// Whole numbers as bytes: seven bits a byte, the low ones first, the top bit set on all but the last.
enum Varint {
    /// Appends a number from 0 up.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = UInt(max(number, 0))
        while rest >= 128 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Appends a number of either sign: 0, -1, 1, -2 as 0, 1, 2, 3, and so on.
    static func appendSigned(_ number: Int, to bytes: inout [UInt8]) {
        append(number >= 0 ? 2 * number : -2 * number - 1, to: &bytes)
    }

    /// Numbers as steps: each as its difference from the one some places before it, the first from 0.
    static func steps<Number: FixedWidthInteger>(_ numbers: [Number], apart: Int = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, number) in numbers.enumerated() {
            appendSigned(
                Int(number) - (index < apart ? 0 : Int(numbers[index - apart])), to: &bytes)
        }
        return bytes
    }

    /// The numbers of steps; nil when they are damaged.
    static func numbers<Number: FixedWidthInteger>(
        _ type: Number.Type, ofSteps bytes: [UInt8], apart: Int = 1
    ) -> [Number]? {
        var isWhole = true
        // Each takes a byte at least.
        let numbers = [Number](unsafeUninitializedCapacity: bytes.count) { numbers, count in
            bytes.withUnsafeBufferPointer { bytes in
                var reader = VarintReader(bytes: bytes)
                while !reader.isAtEnd {
                    let before = count < apart ? 0 : numbers[count - apart]
                    let step = Number(truncatingIfNeeded: reader.nextSigned())
                    numbers.initializeElement(at: count, to: before &+ step)
                    count += 1
                }
                isWhole = !reader.isDamaged
            }
        }
        return isWhole ? numbers : nil
    }
}

/// Reads varints; past the end, or from one that is too long, it gives 0 and is damaged.
struct VarintReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    private(set) var isDamaged = false

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { offset >= bytes.count || isDamaged }

    @inline(__always)
    mutating func next() -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        // Nearly all are one byte long.
        if offset < bytes.count, bytes[offset] < 128 {
            offset += 1
            return Int(bytes[offset - 1])
        }
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            number |= UInt(byte & 127) << shift
            if byte < 128 { return Int(number) }
            shift += 7
        }
        isDamaged = true
        return 0
    }

    @inline(__always)
    mutating func nextSigned() -> Int {
        let number = next()
        return number & 1 == 0 ? number >> 1 : -((number + 1) >> 1)
    }
}
