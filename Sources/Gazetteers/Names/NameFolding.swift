/// The form under which names are compared: lower case, without diacritics and punctuation.
///
/// Latin, Greek, Cyrillic, Hebrew and Arabic letters lose their marks, and variant letters become one
/// (Arabic and Persian yeh and kaf, Cyrillic io and i, traditional Chinese characters and simplified ones). Full stops and apostrophes vanish ("U.S." is
/// "us"), every other punctuation ends a token, "&" is "and". Idempotent.
public enum NameFolding {
    /// The folded form of a name: tokens of letters and digits, separated by one space.
    public static func fold(_ name: some StringProtocol) -> String {
        String(decoding: bytes(name), as: UTF8.self)
    }

    /// The folded form of a name in UTF-8.
    public static func bytes(_ name: some StringProtocol) -> [UInt8] {
        var folded: [UInt8] = []
        append(name, to: &folded)
        return folded
    }

    /// Appends the folded form of a name to a buffer; a token already there is not separated.
    public static func append(_ name: some StringProtocol, to folded: inout [UInt8]) {
        let done: Void? = name.utf8.withContiguousStorageIfAvailable { fold($0, into: &folded) }
        if done == nil {
            Array(name.utf8).withUnsafeBufferPointer { fold($0, into: &folded) }
        }
    }

    /// Appends the folded form of UTF-8 text to a buffer; ill-formed bytes end a token.
    static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        let start = folded.count
        // No `reserveCapacity` here: it would grow a long buffer by exact steps, in quadratic time.
        var separated = false
        var index = 0
        func emit(_ byte: UInt8) {
            if separated {
                if folded.count > start { folded.append(0x20) }
                separated = false
            }
            folded.append(byte)
        }
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                switch byte {
                case 0x61...0x7A, 0x30...0x39: emit(byte)
                case 0x41...0x5A: emit(byte | 0x20)
                case 0x2E, 0x27, 0x60: break  // full stop, apostrophe, grave accent
                case 0x26:  // ampersand
                    separated = true
                    for letter in "and".utf8 { emit(letter) }
                    separated = true
                default: separated = true
                }
                continue
            }
            let (scalar, length) = scalar(of: text, at: index)
            index += length
            switch foldedForm(of: scalar) {
            case .dropped: break
            case .separator: separated = true
            case .one(let scalar): encode(scalar, emit: emit)
            case .two(let first, let second):
                emit(first)
                emit(second)
            }
        }
    }

    /// The simplified form of each traditional Chinese character that has one.
    private static let simplified: [UInt32: UInt32] = {
        let pairs = Array(hanPairs.unicodeScalars.map(\.value))
        var table: [UInt32: UInt32] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            table[pairs[index]] = pairs[index + 1]
        }
        return table
    }()

    /// What becomes of a scalar beyond ASCII.
    private enum Folded {
        case dropped
        case separator
        case one(UInt32)
        case two(UInt8, UInt8)
    }

    private static func foldedForm(of scalar: UInt32) -> Folded {
        let entry: UInt16
        switch scalar {
        case 0x80..<0x700: entry = lowTable[Int(scalar - 0x80)]
        case 0x1E00..<0x2000: entry = highTable[Int(scalar - 0x1E00)]
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x200D, 0xFEFF, 0xA78C: return .dropped
        case 0x2000..<0x2070, 0x2E00..<0x2E80, 0x3000..<0x3005, 0x3008..<0x3021, 0x30FB:
            return .separator
        case 0xFF01..<0xFF5F:
            let ascii = scalar - 0xFEE0
            switch ascii {
            case 0x30...0x39, 0x61...0x7A: return .one(ascii)
            case 0x41...0x5A: return .one(ascii | 0x20)
            default: return .separator
            }
        case 0xFFFD: return .separator
        case 0x3400..<0xA000: return .one(simplified[scalar] ?? scalar)
        default: return .one(scalar)
        }
        switch entry {
        case 0: return .dropped
        case 0x20: return .separator
        case 0x8000...:
            return .two(UInt8(truncatingIfNeeded: (entry >> 7) & 0x7F), UInt8(entry & 0x7F))
        default: return .one(UInt32(entry))
        }
    }

    /// Decodes one scalar; an ill-formed byte gives U+FFFD and a length of 1.
    private static func scalar(
        of text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (scalar: UInt32, length: Int) {
        let first = text[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (0xFFFD, 1) }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for next in text[(index + 1)..<(index + length)] {
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        return (scalar, length)
    }

    private static func encode(_ scalar: UInt32, emit: (UInt8) -> Void) {
        switch scalar {
        case 0..<0x80:
            emit(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            emit(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            emit(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        case 0x800..<0x10000:
            emit(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            emit(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
            emit(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        default:
            emit(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            emit(0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F))
            emit(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
            emit(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
    }
}
