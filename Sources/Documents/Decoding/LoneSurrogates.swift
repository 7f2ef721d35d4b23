/// Halves of surrogate pairs that stand alone, which are no characters: each becomes one U+FFFD.
public enum LoneSurrogates {
    /// The bytes with each surrogate that was encoded as if it were UTF-8 (ED A0...BF xx)
    /// replaced; the length stays.
    static func replaced(in bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xED && bytes[index + 1] >= 0xA0 && bytes[index + 2] & 0xC0 == 0x80 {
            result.replaceSubrange(index..<index + 3, with: [0xEF, 0xBF, 0xBD])
        }
        return result
    }

    /// A line of JSON in which every escape of a lone surrogate ("\ud83d" with no second half) is
    /// "\ufffd", so that decoders which refuse the one take the line.
    public static func replacedInJSON(_ line: [UInt8]) -> [UInt8] {
        var result = line
        var index = 0
        while index < line.count {
            guard line[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            guard let unit = escapedUnit(in: line, at: index) else {
                index += 2
                continue
            }
            if (0xD800...0xDBFF).contains(unit), let second = escapedUnit(in: line, at: index + 6),
                (0xDC00...0xDFFF).contains(second)
            {
                index += 12
                continue
            }
            if (0xD800...0xDFFF).contains(unit) {
                result.replaceSubrange(index + 2..<index + 6, with: "fffd".utf8)
            }
            index += 6
        }
        return replaced(in: result)
    }

    /// The UTF-16 unit of an escape "\uXXXX" at an offset, if one stands there.
    private static func escapedUnit(in line: [UInt8], at index: Int) -> UInt16? {
        guard index + 6 <= line.count, line[index] == UInt8(ascii: "\\"),
            line[index + 1] == UInt8(ascii: "u")
        else { return nil }
        let digits = line[index + 2..<index + 6]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
