internal import Geodesy

/// Finds positions written as figures: decimal degrees, degrees and minutes, grid references (MGRS).
///
/// Two bare decimal numbers count only with three decimals each; with a degree sign or letters for
/// the side, fewer do.
struct CoordinateFinder {
    let utf8: [UInt8]

    /// All positions, in the order of the text and without overlaps.
    func find() -> [WrittenCoordinate] {
        var found: [WrittenCoordinate] = []
        var index = 0
        while index < utf8.count {
            guard isDigit(index) || isSign(index) || isSideLetter(index),
                index == 0 || !isWordByte(index - 1)
            else {
                index += 1
                continue
            }
            if let written = gridReference(at: index) ?? figures(at: index) {
                found.append(written)
                index = written.utf8Range.upperBound
            } else {
                index += 1
                while index < utf8.count, isDigit(index) { index += 1 }
            }
        }
        return found
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

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(utf8[index]) }

    private func isSign(_ index: Int) -> Bool {
        utf8[index] == UInt8(ascii: "-") && index + 1 < utf8.count && isDigit(index + 1)
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
