/// Figures as decimal text: rounded half away from zero, a fixed number of decimals at most, trailing
/// zeros left off but one decimal kept ("32.0", "844.7"), never an exponent, never "-0.0".
enum DecimalText {
    /// Appends a figure with at most so many decimals (0...9); with none it is written as an integer.
    ///
    /// What is not finite, or too large for a 64-bit count of its last decimal, becomes `null`.
    static func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
        let scale = scales[min(max(decimals, 0), scales.count - 1)]
        let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        let count = UInt(scaled)
        if value < 0, count > 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(of: count / scale, to: &bytes)
        guard scale > 1 else { return }
        bytes.append(UInt8(ascii: "."))
        var rest = count % scale
        var unit = scale / 10
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        } while rest > 0 && unit > 0
    }

    /// Appends the decimal digits of a whole number.
    static func appendDigits(of value: UInt, to bytes: inout [UInt8]) {
        if value >= 10 { appendDigits(of: value / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    /// A figure as text, for what is not written byte by byte.
    static func string(_ value: Double, decimals: Int) -> String {
        var bytes: [UInt8] = []
        append(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let scales: [UInt] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]
}
