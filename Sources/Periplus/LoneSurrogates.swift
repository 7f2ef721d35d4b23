/// Escaped UTF-16 surrogates without their partner, which JSON allows and Unicode text does not.
enum LoneSurrogates {
    /// The JSON text with each lone surrogate escape written as the escape of U+FFFD.
    static func replaced(in json: [UInt8]) -> [UInt8] {
        var result = json
        var position = 0
        while position < result.count {
            guard result[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            guard let unit = escapedUnit(in: result, at: position) else {
                position += 2
                continue
            }
            if (0xD800...0xDBFF).contains(unit),
                let next = escapedUnit(in: result, at: position + 6),
                (0xDC00...0xDFFF).contains(next)
            {
                position += 12
                continue
            }
            if (0xD800...0xDFFF).contains(unit) {
                result.replaceSubrange(position..<position + 6, with: Array("\\uFFFD".utf8))
            }
            position += 6
        }
        return result
    }

    /// The UTF-16 unit of a `\uXXXX` that begins at a position, if one does.
    private static func escapedUnit(in json: [UInt8], at position: Int) -> UInt32? {
        guard position + 6 <= json.count, json[position] == UInt8(ascii: "\\"),
            json[position + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for digit in json[position + 2..<position + 6] {
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
            unit = unit * 16 + UInt32(value)
        }
        return unit
    }
}
