internal import Geodesy

extension CoordinateFinder {
    /// A UTM reference at a position: "33U 391545 5820065", "33 U 391545 mE, 5820065 mN"; "UTM" may stand before.
    func utmReference(at start: Int) -> WrittenCoordinate? {
        var index = start
        if words[lettersFrom(index).lowercased()] == .grid {
            index += lettersFrom(index).utf8.count
            skip([0x20, 0x3A], at: &index)
        }
        guard let zone = digits(1...2, at: &index) else { return nil }
        skip([0x20], at: &index)
        guard index < utf8.count, (0x43...0x58).contains(utf8[index]) else { return nil }
        let letter = utf8[index]
        index += 1
        guard skip([0x20, 0x2C], at: &index), let easting = digits(6...6, at: &index) else {
            return nil
        }
        let east = skipUnit(UInt8(ascii: "E"), at: &index)
        guard skip([0x20, 0x2C, 0x2F], at: &index), let northing = digits(6...7, at: &index) else {
            return nil
        }
        if east { _ = skipUnit(UInt8(ascii: "N"), at: &index) }
        guard isEnd(index),
            let reference = UTMReference(
                zone: Int(zone), letter: letter, easting: easting, northing: northing)
        else { return nil }
        return WrittenCoordinate(utf8Range: start..<index, coordinate: reference.coordinate)
    }

    /// The letters that begin at an index, at most as many as a known word has and one more.
    func lettersFrom(_ index: Int) -> String {
        var end = index
        while end < utf8.count, end - index <= words.longest, isAsciiLetter(end) { end += 1 }
        return String(decoding: utf8[index..<end], as: UTF8.self)
    }

    /// A whole number of so many digits, perhaps with decimals.
    private func digits(_ count: ClosedRange<Int>, at index: inout Int) -> Double? {
        let start = index
        var end = start
        while end < utf8.count, isDigit(end), end - start <= count.upperBound { end += 1 }
        guard count.contains(end - start) else { return nil }
        if end + 1 < utf8.count, utf8[end] == 0x2E, isDigit(end + 1) {
            end += 1
            while end < utf8.count, isDigit(end), end - start < 16 { end += 1 }
        }
        index = end
        return Double(String(decoding: utf8[start..<end], as: UTF8.self))
    }

    /// Skips up to three of some marks; whether there was one.
    @discardableResult
    private func skip(_ marks: [UInt8], at index: inout Int) -> Bool {
        let start = index
        while index < utf8.count, index - start < 3, marks.contains(utf8[index]) { index += 1 }
        return index > start
    }

    /// Skips "mE", "m E" or "E" behind a figure.
    private func skipUnit(_ side: UInt8, at index: inout Int) -> Bool {
        var end = index
        if end < utf8.count, utf8[end] == 0x20 { end += 1 }
        if end < utf8.count, utf8[end] == UInt8(ascii: "m") { end += 1 }
        if end < utf8.count, utf8[end] == 0x20 { end += 1 }
        guard end < utf8.count, utf8[end] == side, isEnd(end + 1) else { return false }
        index = end + 1
        return true
    }
}
