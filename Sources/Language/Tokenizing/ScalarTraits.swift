/// Character properties as Python's `str` methods see them, on which spaCy's rules are built.
enum ScalarTraits {
    /// Whether `str.isspace` holds: bidirectional class WS, B or S, or category Zs.
    @inline(__always)
    static func isSpace(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return scalar == 0x20 || (0x09...0x0D).contains(scalar)
                || (0x1C...0x1F).contains(scalar)
        }
        return switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether `str.isalpha` holds: a letter of any kind.
    static func isAlphabetic(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
        return switch category(scalar) {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            true
        default: false
        }
    }

    /// Whether `str.isupper` holds for the single character.
    static func isUppercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x41 < 26 }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    /// Whether `str.isdigit` holds: a digit, superscripts and the like included.
    static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x30 < 10 }
        guard let type = Unicode.Scalar(scalar)?.properties.numericType else { return false }
        return type == .decimal || type == .digit
    }

    /// Whether the regular expression `\d` matches: a decimal digit.
    static func isDecimal(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 0x30 < 10 }
        return category(scalar) == .decimalNumber
    }

    /// Whether the regular expression `\w` matches: a letter, a number or the low line.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar == 0x5F || isAlphabetic(scalar) { return true }
        return Unicode.Scalar(scalar)?.properties.numericType != nil
    }

    /// Whether the character is a punctuation mark, category P.
    static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch category(scalar) {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    private static func category(_ scalar: UInt32) -> Unicode.GeneralCategory? {
        Unicode.Scalar(scalar)?.properties.generalCategory
    }
}
