internal import CUchardet

/// The likely character set of bytes that are not UTF-8 and declare nothing.
enum CharsetGuess {
    /// "UTF-16LE" or "UTF-16BE" where every other byte is zero, as in Latin text without a mark.
    static func utf16(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4_096)
        guard head.count >= 8 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = head.count / 2
        if zeros.odd * 10 > half * 6, zeros.even * 20 < half { return "UTF-16LE" }
        if zeros.even * 10 > half * 6, zeros.odd * 20 < half { return "UTF-16BE" }
        return nil
    }

    /// The set that uchardet finds likely; of a text with few letters to tell by, Cyrillic when most letters
    /// have the high bit, else windows-1252.
    static func charset(of bytes: [UInt8]) -> String {
        let high = bytes.lazy.filter { $0 >= 0x80 }.prefix(leastHigh).count
        guard high == leastHigh, let found = detected(bytes) else { return eightBit(bytes) }
        let holdsControls = bytes.contains { (0x80...0x9F).contains($0) }
        return holdsControls ? DeclaredCharset.windowsName(of: found) : found
    }

    /// Bytes over 7F that a detection wants to see.
    private static let leastHigh = 6

    private static func detected(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let result = bytes.prefix(longest).withUnsafeBytes {
            uchardet_handle_data(
                detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard result == 0 else { return nil }
        uchardet_data_end(detector)
        let name = String(cString: uchardet_get_charset(detector))
        return name.isEmpty || name == "ASCII"
            ? nil : DeclaredCharset.converterName(of: name.lowercased())
    }

    /// Of few letters: Cyrillic when most have the high bit, else windows-1252.
    ///
    /// Text is mostly small letters; windows-1251 keeps them at E0...FF, KOI8-R at C0...DF.
    private static func eightBit(_ bytes: [UInt8]) -> String {
        var letters = (ascii: 0, lowHalf: 0, highHalf: 0)
        for byte in bytes {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: letters.ascii += 1
            case 0xC0...0xDF: letters.lowHalf += 1
            case 0xE0...0xFF: letters.highHalf += 1
            default: break
            }
        }
        guard letters.lowHalf + letters.highHalf > letters.ascii else { return "WINDOWS-1252" }
        return letters.highHalf >= letters.lowHalf ? "WINDOWS-1251" : "KOI8-R"
    }

    /// Bytes looked at, at most.
    private static let longest = 1 << 18

    /// Whether most sequences of bytes over 7F are right UTF-8: a damaged file, not another set.
    static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): good += encoded.count > 1 ? 1 : 0
            case .error: bad += 1
            case .emptyInput: return good > bad
            }
        }
    }

    /// The offset of the first byte that is not UTF-8.
    static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        var offset = 0
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
