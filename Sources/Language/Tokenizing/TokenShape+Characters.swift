extension TokenShape {
    /// What a token of some characters looks like; none of the characters is white space.
    init(of text: UnsafeBufferPointer<UInt32>, numberWords: Set<UInt64>) {
        var allAlphabetic = true
        var allDigits = true
        var hasDigit = false
        var hasLower = false
        var hasUpper = false
        var allPunctuation = true
        for scalar in text {
            if scalar &- 0x61 < 26 {
                hasLower = true
                allDigits = false
                allPunctuation = false
            } else if scalar &- 0x41 < 26 {
                hasUpper = true
                allDigits = false
                allPunctuation = false
            } else if scalar &- 0x30 < 10 {
                hasDigit = true
                allAlphabetic = false
                allPunctuation = false
            } else {
                let isAlphabetic = ScalarTraits.isAlphabetic(scalar)
                let isDigit = ScalarTraits.isDigit(scalar)
                if isAlphabetic {
                    if ScalarTraits.isUppercase(scalar) { hasUpper = true } else { hasLower = true }
                }
                allAlphabetic = allAlphabetic && isAlphabetic
                allDigits = allDigits && isDigit
                hasDigit = hasDigit || isDigit
                allPunctuation = allPunctuation && ScalarTraits.isPunctuation(scalar)
            }
        }
        self = []
        if allPunctuation { insert(.punctuation) }
        if allAlphabetic { insert(.alphabetic) }
        if allDigits { insert(.digits) }
        if hasUpper, !hasLower { insert(.uppercase) }
        if let first = text.first, ScalarTraits.isUppercase(first) { insert(.capitalised) }
        if hasDigit ? Self.isNumber(text) : allAlphabetic && Self.isNumberWord(text, numberWords) {
            insert(.likeNumber)
        }
    }

    /// Whether a text is a number in digits: signs, separators, a fraction, an ordinal's ending.
    ///
    /// This is spaCy's `like_num`.
    private static func isNumber(_ text: UnsafeBufferPointer<UInt32>) -> Bool {
        let signs: [UInt32] = [0x2B, 0x2D, 0xB1, 0x7E]
        let digits = text.dropFirst(text.first.map(signs.contains) == true ? 1 : 0)
            .filter { $0 != 0x2C && $0 != 0x2E }
        if digits.allSatisfy(ScalarTraits.isDigit) { return !digits.isEmpty }
        let parts = digits.split(separator: 0x2F, omittingEmptySubsequences: false)
        if parts.count == 2 {
            return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(ScalarTraits.isDigit) }
        }
        let ending = String(
            String.UnicodeScalarView(digits.suffix(2).compactMap(Unicode.Scalar.init))
        ).lowercased()
        return ["st", "nd", "rd", "th"].contains(ending)
            && digits.count > 2 && digits.dropLast(2).allSatisfy(ScalarTraits.isDigit)
    }

    private static func isNumberWord(_ text: UnsafeBufferPointer<UInt32>, _ words: Set<UInt64>)
        -> Bool
    {
        guard text.count >= 3, text.count <= 16 else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
            for (index, scalar) in text.enumerated() {
                if scalar >= 0x80 { return false }
                buffer[index] = UInt8(scalar | 0x20)
            }
            return words.contains(MurmurHash.hash64(UnsafeBufferPointer(buffer)))
        }
    }
}
