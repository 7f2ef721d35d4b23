internal import Geodesy

/// Finds positions written as figures: decimal degrees, degrees and minutes, grid references (MGRS, UTM).
///
/// `PositionGrammar` reads those with letters or words for both sides, whatever parts their figures; the rest are bare
/// figures.
/// Two bare decimal numbers count only with three decimals each; with a degree sign or letters for
/// the side, fewer do.
struct CoordinateFinder {
    let utf8: [UInt8]
    let words: PositionWords

    /// All positions, in the order of the text and without overlaps.
    func find() -> [WrittenCoordinate] {
        var found: [WrittenCoordinate] = []
        var index = 0
        while index < utf8.count {
            guard isDigit(index) || isSign(index) || isSideLetter(index) || isLabel(index),
                index == 0 || !isWordByte(index - 1)
            else {
                index += 1
                continue
            }
            if let written = written(at: index) {
                found.append(written)
                index = written.utf8Range.upperBound
            } else {
                index += 1
                while index < utf8.count, isDigit(index) { index += 1 }
            }
        }
        return found
    }

    private func written(at index: Int) -> WrittenCoordinate? {
        if isLabel(index) { return utmReference(at: index) ?? notation(at: index) }
        guard
            let found = utmReference(at: index) ?? gridReference(at: index) ?? notation(at: index)
                ?? figures(at: index), !isNumbered(before: index), !isListed(found)
        else { return nil }
        return found
    }

    /// A position whose angles are told apart by letters or words.
    private func notation(at start: Int) -> WrittenCoordinate? {
        // "AB-36-51N" is a number of something.
        if start > 1, utf8[start - 1] == 0x2D, isWordByte(start - 2) { return nil }
        let tokens = PositionLexer(utf8: utf8, words: words).tokens(from: start)
        guard tokens.count >= 4 else { return nil }
        var grammar = PositionGrammar(tokens)
        guard let (position, count) = grammar.position() else { return nil }
        let end = tokens[count - 1].utf8Range.upperBound
        if grammar.isPacked {
            // A NOTAM adds the radius in nautical miles: "3651N05321E005".
            guard isEnd(end) || (end..<end + 3).allSatisfy({ isDigitIfAny($0) }) && isEnd(end + 3)
            else { return nil }
        } else {
            guard isEnd(end) else { return nil }
        }
        return WrittenCoordinate(utf8Range: start..<end, coordinate: position)
    }

    /// Whether a position may end before an index: no letter, figure or further part of a number is there.
    func isEnd(_ index: Int) -> Bool {
        guard index < utf8.count else { return index == utf8.count }
        if utf8[index] == 0x2E {
            return index + 1 >= utf8.count || !isDigit(index + 1)
        }
        guard !isWordByte(index) else { return false }
        return utf8[index] != 0x2D || index + 1 >= utf8.count || !isWordByte(index + 1)
    }

    private func isDigitIfAny(_ index: Int) -> Bool { index < utf8.count && isDigit(index) }

    /// Whether bare whole numbers with letters go on as a list does: "gates N12, E45 and W3".
    private func isListed(_ found: WrittenCoordinate) -> Bool {
        let written = utf8[found.utf8Range]
        // Corners of an area, run together, are listed too: "4730N 03510E, 4800N 03600E".
        let figures = written.split { !(0x30...0x39).contains($0) }
        guard figures.allSatisfy({ $0.count <= 3 }) else { return false }
        let letters = written.filter { !(0x30...0x39).contains($0) }
        // Marks, points or minutes make more of it than numbers.
        guard letters.allSatisfy({ isBlankOrComma($0) || "NSEW".utf8.contains($0) }) else {
            return false
        }
        var index = found.utf8Range.upperBound
        let limit = min(utf8.count, index + 8)
        while index < limit, isBlankOrComma(utf8[index]) || (0x61...0x7A).contains(utf8[index]) {
            index += 1
        }
        guard index > found.utf8Range.upperBound, index + 1 < utf8.count else { return false }
        let next = (utf8[index], utf8[index + 1])
        let isSideFirst = "NSEW".utf8.contains(next.0) && isDigit(index + 1)
        guard isDigit(index) else { return isSideFirst }
        while index < utf8.count, isDigit(index) { index += 1 }
        return index < utf8.count && isSideLetter(index)
    }

    private func isBlankOrComma(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2C }

    /// Whether the word before says that a number of something follows, as in "part number 3651N05321E".
    private func isNumbered(before start: Int) -> Bool {
        var index = start
        while index > 0, start - index < 4, !isAsciiLetter(index - 1) {
            // Another number, a line, a bracket ends what the word is about.
            if isDigit(index - 1) || [0x0A, 0x29, 0x3B].contains(utf8[index - 1]) { return false }
            index -= 1
        }
        let end = index
        while index > 0, end - index <= words.longest, isAsciiLetter(index - 1) { index -= 1 }
        let word = String(decoding: utf8[index..<end], as: UTF8.self).lowercased()
        return words[word] == .number
    }

    /// Whether "latitude", "longitude" or the name of a grid begins at an index.
    private func isLabel(_ index: Int) -> Bool {
        switch utf8[index] {
        case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            guard index == 0 || !isWordByte(index - 1) else { return false }
            switch words[lettersFrom(index).lowercased()] {
            case .latitude, .longitude, .grid: return true
            default: return false
            }
        default: return false
        }
    }

    func isAsciiLetter(_ index: Int) -> Bool {
        switch utf8[index] {
        case 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// The longest run of figures and marks from a position that reads as a position on the Earth.
    private func figures(at start: Int) -> WrittenCoordinate? {
        var end = start
        var ends: [Int] = []
        // No position is written longer than 60 bytes.
        while end < utf8.count, end - start < 60, let length = figureLength(end) {
            end += length
            ends.append(end)
        }
        for end in ends.reversed() where end - start >= 7 && mayEnd(end) {
            let text = String(decoding: utf8[start..<end], as: UTF8.self)
            guard Self.looksLikePosition(text), let position = try? Coordinate(parsing: text)
            else { continue }
            return WrittenCoordinate(utf8Range: start..<end, coordinate: position)
        }
        return nil
    }

    /// Whether figures may end before an index: behind a digit, a side letter or a mark of degrees.
    private func mayEnd(_ end: Int) -> Bool {
        switch utf8[end - 1] {
        case 0x20, 0x2C, 0x3B, 0x2E, 0x2D, 0x2B: return false
        default: break
        }
        guard end < utf8.count, isDigit(end - 1) else { return true }
        let isDecimal = utf8[end] == 0x2E && end + 1 < utf8.count && isDigit(end + 1)
        return !isDigit(end) && !isDecimal && !isWordByte(end) || utf8[end] == 0x2E && !isDecimal
    }

    /// Whether figures are of a position: two angles with letters, degree signs or many decimals.
    private static func looksLikePosition(_ text: String) -> Bool {
        var degreeSigns = 0
        var north = 0
        var east = 0
        var longDecimals = 0
        var decimals = -1
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": if decimals >= 0 { decimals += 1 }
            case ".": decimals = 0
            default:
                if decimals >= 3 { longDecimals += 1 }
                decimals = -1
                if scalar == "°" || scalar == "º" { degreeSigns += 1 }
                if scalar == "N" || scalar == "S" { north += 1 }
                if scalar == "E" || scalar == "W" { east += 1 }
            }
        }
        if decimals >= 3 { longDecimals += 1 }
        if north == 1, east == 1 { return true }
        guard north == 0, east == 0 else { return false }
        return degreeSigns == 2 || longDecimals == 2 && text.contains(",")
    }

    func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(utf8[index]) }

    private func isSign(_ index: Int) -> Bool {
        (utf8[index] == UInt8(ascii: "-") || utf8[index] == UInt8(ascii: "+"))
            && index + 1 < utf8.count && isDigit(index + 1)
    }

    private func isWordByte(_ index: Int) -> Bool {
        switch utf8[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E: true
        default: false
        }
    }

    /// A letter for the side, N, S, E or W, that is no part of a word.
    private func isSideLetter(_ index: Int) -> Bool {
        guard "NSEW".utf8.contains(utf8[index]) else { return false }
        guard index + 1 < utf8.count else { return true }
        switch utf8[index + 1] {
        case 0x41...0x5A, 0x61...0x7A, 0xC3...: return false
        default: return true
        }
    }

    /// The length of the character at an index if it may stand in the figures of a position.
    private func figureLength(_ index: Int) -> Int? {
        switch utf8[index] {
        case 0x30...0x39, 0x20, 0x2C, 0x2E, 0x2D, 0x2B, 0x27, 0x22, 0x3B: return 1
        case 0x4E, 0x53, 0x45, 0x57: return isSideLetter(index) ? 1 : nil
        case 0xC2:
            // The degree sign, the ordinal used for it, the blank that does not break.
            guard index + 1 < utf8.count else { return nil }
            return [0xB0, 0xBA, 0xA0].contains(utf8[index + 1]) ? 2 : nil
        case 0xE2:
            // Closing quotation marks, primes, the minus sign.
            guard index + 2 < utf8.count else { return nil }
            switch (utf8[index + 1], utf8[index + 2]) {
            case (0x80, 0x99), (0x80, 0x9D), (0x80, 0xB2), (0x80, 0xB3), (0x88, 0x92): return 3
            default: return nil
            }
        default: return nil
        }
    }
}
