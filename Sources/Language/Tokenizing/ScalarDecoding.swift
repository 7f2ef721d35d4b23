/// Reading of characters from UTF-8 that may be malformed.
enum ScalarDecoding {
    /// The character at a position; U+FFFD, one byte long, where the text is not UTF-8.
    @inline(__always)
    static func scalar(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (
        value: UInt32, length: Int
    ) {
        let first = text[position]
        return first < 0x80 ? (UInt32(first), 1) : wideScalar(at: position, in: text)
    }

    private static func wideScalar(
        at position: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> (value: UInt32, length: Int) {
        let first = UInt32(text[position])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
        guard length > 0, position + length <= text.count else { return (0xFFFD, 1) }
        var value = first & (0x7F >> UInt32(length))
        for index in 1..<length {
            let byte = UInt32(text[position + index])
            if byte & 0xC0 != 0x80 { return (0xFFFD, 1) }
            value = value << 6 | (byte & 0x3F)
        }
        return Unicode.Scalar(value) == nil ? (0xFFFD, 1) : (value, length)
    }
}
