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

    /// The set that uchardet finds likely, else windows-1252.
    static func charset(of bytes: [UInt8]) -> String {
        guard let detector = uchardet_new() else { return "WINDOWS-1252" }
        defer { uchardet_delete(detector) }
        // A page's marks are ASCII in nearly every set; what tells are the bytes over 7F and those beside them.
        let telling = bytes.count > longest ? Array(bytes.prefix(longest)) : bytes
        let result = telling.withUnsafeBytes {
            uchardet_handle_data(
                detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard result == 0 else { return "WINDOWS-1252" }
        uchardet_data_end(detector)
        let name = String(cString: uchardet_get_charset(detector))
        return name.isEmpty || name == "ASCII"
            ? "WINDOWS-1252" : DeclaredCharset.converterName(of: name.lowercased())
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
