internal import Gazetteers

extension WordShape {
    /// The shape of a token's bytes and its folded form.
    static func read(_ bytes: ArraySlice<UInt8>) -> (shape: WordShape, folded: String) {
        var shape: WordShape = []
        var isASCII = true
        var lower = 0
        var upper = 0
        var digits = 0
        var stops = 0
        for byte in bytes {
            switch byte {
            case 0x61...0x7A: lower += 1
            case 0x41...0x5A: upper += 1
            case 0x30...0x39: digits += 1
            case 0x2E: stops += 1
            case 0x24: shape.insert(.currency)
            case 0x80...: isASCII = false
            default: break
            }
        }
        guard isASCII else { return readUnicode(bytes) }
        if upper + lower > 0 { shape.insert(.letters) }
        if digits > 0 { shape.insert(.digits) }
        if upper + lower + digits == 0 {
            return (shape.union(.mark), bytes.elementsEqual("&".utf8) ? "and" : "")
        }
        if let first = bytes.first, (0x41...0x5A).contains(first) {
            shape.insert(.capital)
            if upper >= 2, lower == 0 { shape.insert(.upper) }
        }
        if opensWithParticle(bytes) { shape.insert(.capital) }
        if stops > 0 { shape.insert(.stops) }
        let folded = String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var length = 0
            for byte in bytes {
                switch byte {
                case 0x61...0x7A, 0x30...0x39:
                    buffer[length] = byte
                case 0x41...0x5A:
                    buffer[length] = byte | 0x20
                case 0x2E, 0x27, 0x60:
                    continue
                default:
                    if length == 0 || buffer[length - 1] == 0x20 { continue }
                    buffer[length] = 0x20
                }
                length += 1
            }
            while length > 0, buffer[length - 1] == 0x20 { length -= 1 }
            return length
        }
        return (shape, folded)
    }

    /// Whether a small letter or two and an apostrophe stand before a capital: "d'Alene", "l'Aquila".
    private static func opensWithParticle(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let mark = bytes.prefix(3).firstIndex(of: 0x27), mark > bytes.startIndex,
            mark + 1 < bytes.endIndex, (0x41...0x5A).contains(bytes[mark + 1])
        else { return false }
        return bytes[..<mark].allSatisfy { (0x61...0x7A).contains($0) }
    }

    private static func readUnicode(_ bytes: ArraySlice<UInt8>) -> (WordShape, String) {
        let text = String(decoding: bytes, as: UTF8.self)
        let folded = NameFolding.fold(text)
        if folded.isEmpty { return (.mark, "") }
        var shape: WordShape = []
        var upper = 0
        var lower = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isUppercase { upper += 1 }
            if scalar.properties.isLowercase { lower += 1 }
            if scalar.properties.isAlphabetic { shape.insert(.letters) }
            if scalar.properties.numericType != nil { shape.insert(.digits) }
        }
        if let first = text.unicodeScalars.first {
            // A script without case has no small letters: its words may all be names.
            if first.properties.isUppercase
                || (first.properties.isAlphabetic && !first.properties.isLowercase)
            {
                shape.insert(.capital)
                if upper >= 2, lower == 0 { shape.insert(.upper) }
            }
        }
        let opening = Array(text.unicodeScalars.prefix(3))
        if opening.count == 3, opening[0].properties.isLowercase, opening[1] == "\u{2019}",
            opening[2].properties.isUppercase
        {
            shape.insert(.capital)
        }
        return (shape, folded)
    }
}
