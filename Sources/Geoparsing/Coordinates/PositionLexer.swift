/// Cuts a text into the pieces of a position, from one place on.
struct PositionLexer {
    let utf8: [UInt8]
    let words: PositionWords

    /// No position is written with more pieces, or longer.
    private static let mostTokens = 32
    private static let mostBytes = 120

    /// The pieces from an index up to the first byte that is no part of a position.
    func tokens(from start: Int) -> [PositionToken] {
        var tokens: [PositionToken] = []
        var index = start
        var end = start
        while index < utf8.count, tokens.count < Self.mostTokens, index - start < Self.mostBytes {
            let blank = blankLength(index)
            if blank > 0 {
                index += blank
                continue
            }
            guard let (kind, length) = token(at: index) else { break }
            tokens.append(
                PositionToken(
                    kind: kind, utf8Range: index..<(index + length), isGlued: index == end))
            index += length
            end = index
        }
        return tokens
    }

    private func byte(_ index: Int) -> UInt8 { index < utf8.count ? utf8[index] : 0 }

    func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }

    func isLetter(_ index: Int) -> Bool {
        switch byte(index) {
        case 0x41...0x5A, 0x61...0x7A, 0xC3...0xDF: true
        default: false
        }
    }

    private func blankLength(_ index: Int) -> Int {
        switch (byte(index), byte(index + 1), byte(index + 2)) {
        case (0x20, _, _): 1
        // Blanks that do not break, and thin ones.
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x89), (0xE2, 0x80, 0xAF): 3
        default: 0
        }
    }

    private func token(at index: Int) -> (PositionToken.Kind, Int)? {
        if isDigit(index) { return figure(at: index) }
        if isLetter(index) { return word(at: index) }
        return mark(at: index)
    }

    private func figure(at start: Int) -> (PositionToken.Kind, Int) {
        var index = start
        while isDigit(index) { index += 1 }
        let whole = String(decoding: utf8[start..<index], as: UTF8.self)
        guard byte(index) == UInt8(ascii: "."), isDigit(index + 1) else {
            return (.figure(whole: whole, decimals: ""), index - start)
        }
        let point = index + 1
        index = point
        while isDigit(index) { index += 1 }
        return (
            .figure(whole: whole, decimals: String(decoding: utf8[point..<index], as: UTF8.self)),
            index - start
        )
    }

    private func word(at start: Int) -> (PositionToken.Kind, Int)? {
        var index = start
        while index - start <= words.longest, isLetter(index) { index += 1 }
        let length = index - start
        if length == 1, let side = side(byte(start)) {
            return (side, stopsAndGoesOn(at: index) ? 2 : 1)
        }
        guard
            let role = words[String(decoding: utf8[start..<index], as: UTF8.self).lowercased()]
        else { return nil }
        switch role {
        case .latitude, .longitude, .degree, .minute, .second:
            // The point of an abbreviation belongs to it: "lat. 36", "22 min. E".
            let stop = byte(index) == UInt8(ascii: ".") && length < 5 ? 1 : 0
            let kind: PositionToken.Kind =
                switch role {
                case .latitude: .label(isLongitude: false)
                case .longitude: .label(isLongitude: true)
                case .degree: .degree
                case .minute: .minute
                default: .second
                }
            return (kind, length + stop)
        case .north: return (.side(.north, as: .word), length)
        case .south: return (.side(.south, as: .word), length)
        case .east: return (.side(.east, as: .word), length)
        case .west: return (.side(.west, as: .word), length)
        case .and: return (.and, length)
        case .of: return (.filler, length)
        case .grid, .number: return nil
        }
    }

    /// Whether a full stop at an index is that of an abbreviation inside a position, as in "41° N., 174° E".
    private func stopsAndGoesOn(at index: Int) -> Bool {
        guard byte(index) == UInt8(ascii: ".") else { return false }
        switch (byte(index + 1), byte(index + 2)) {
        case (0x2C, _), (0x20, 0x30...0x39): return true
        case (0x20, UInt8(ascii: "l")), (0x20, UInt8(ascii: "L")): return true
        default: return false
        }
    }

    private func side(_ byte: UInt8) -> PositionToken.Kind? {
        switch byte {
        case UInt8(ascii: "N"): .side(.north, as: .capital)
        case UInt8(ascii: "S"): .side(.south, as: .capital)
        case UInt8(ascii: "E"): .side(.east, as: .capital)
        case UInt8(ascii: "W"): .side(.west, as: .capital)
        case UInt8(ascii: "n"): .side(.north, as: .smallLetter)
        case UInt8(ascii: "s"): .side(.south, as: .smallLetter)
        case UInt8(ascii: "e"): .side(.east, as: .smallLetter)
        case UInt8(ascii: "w"): .side(.west, as: .smallLetter)
        default: nil
        }
    }

    private func mark(at index: Int) -> (PositionToken.Kind, Int)? {
        switch (byte(index), byte(index + 1), byte(index + 2)) {
        case (0x3A, _, _): (.colon, 1)
        case (0x2C, _, _), (0x3B, _, _), (0x2F, _, _): (.separator, 1)
        case (0x2B, _, _): (.plus, 1)
        case (0x3D, _, _): (.filler, 1)
        case (0x2D, _, _): (.dash, 1)
        // Two single marks are the mark of seconds.
        case (0x27, 0x27, _): (.second, 2)
        case (0x27, _, _), (0x60, _, _): (.minute, 1)
        case (0x22, _, _): (.second, 1)
        // The degree sign, the ordinal and the ring used for it, the acute.
        case (0xC2, 0xB0, _), (0xC2, 0xBA, _), (0xCB, 0x9A, _): (.degree, 2)
        case (0xC2, 0xB4, _): (.minute, 2)
        // Quotation marks and primes.
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xB2): (.minute, 3)
        case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0xB3): (.second, 3)
        // Hyphens, dashes, the minus sign.
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92): (.dash, 3)
        default: nil
        }
    }
}
