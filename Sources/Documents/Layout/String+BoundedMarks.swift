extension String {
    /// The most marks on one letter: what UAX #15 calls stream-safe, more than any writing has.
    private static let mostMarks = 30

    /// The text with no more marks on a letter than a writing has; each further one is U+FFFD, so that code points count
    /// as before.
    ///
    /// To compare two strings, their marks are put in order, in a time that grows with the square of how many there are.
    func boundingMarks() -> String {
        var text = self
        let mayHaveMany = text.withUTF8 { Self.hasLongRun(in: $0) }
        guard mayHaveMany, Self.hasManyMarks(text.unicodeScalars) else { return text }
        var bounded = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = Self.isMark(scalar) ? marks + 1 : 0
            bounded.append(marks > Self.mostMarks ? "\u{FFFD}" : scalar)
        }
        return String(bounded)
    }

    private static func hasManyMarks(_ scalars: UnicodeScalarView) -> Bool {
        var marks = 0
        for scalar in scalars {
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > mostMarks { return true }
        }
        return false
    }

    /// Whether a code point is put in order with others behind a letter; ideographs are known by their place.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300, 0x3400..<0xA000: false
        default: scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    /// Whether so many code points beyond ASCII stand together that they may be such marks.
    ///
    /// A mark has two bytes at least, and ends in one that continues it: most texts are passed over in long steps.
    private static func hasLongRun(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = 2 * mostMarks
        var start = 0
        while start + length < utf8.count {
            guard
                let ascii = utf8[start...(start + length)].lastIndex(where: { $0 < 0x80 })
            else { return true }
            start = ascii + 1
        }
        return false
    }
}
