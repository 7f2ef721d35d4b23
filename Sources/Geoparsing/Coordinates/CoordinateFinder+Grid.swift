internal import Geodesy

extension CoordinateFinder {
    /// A grid reference at a position: "38SMB4488", "39S VV 12345 67890".
    func gridReference(at start: Int) -> WrittenCoordinate? {
        var index = start
        func take(_ count: ClosedRange<Int>, _ bytes: ClosedRange<UInt8>) -> [UInt8]? {
            var taken: [UInt8] = []
            while index < utf8.count, taken.count < count.upperBound, bytes.contains(utf8[index]) {
                taken.append(utf8[index])
                index += 1
            }
            return taken.count >= count.lowerBound ? taken : nil
        }
        func skipBlank() {
            if index < utf8.count, utf8[index] == 0x20 { index += 1 }
        }
        let digits: ClosedRange<UInt8> = 0x30...0x39
        let letters: ClosedRange<UInt8> = 0x41...0x5A
        guard let zone = take(1...2, digits), let band = take(1...1, letters) else { return nil }
        skipBlank()
        guard let square = take(2...2, letters) else { return nil }
        skipBlank()
        guard var figures = take(2...10, digits) else { return nil }
        let pause = index
        if figures.count <= 5 {
            skipBlank()
            if index > pause, let rest = take(figures.count...figures.count, digits) {
                figures += rest
            } else {
                index = pause
            }
        }
        guard figures.count >= 4, figures.count.isMultiple(of: 2),
            index == utf8.count || !digits.contains(utf8[index]) && !letters.contains(utf8[index]),
            let reference = GridReference(
                zone: zone.reduce(0) { $0 * 10 + Int($1 - 0x30) }, band: band[0], square: square,
                figures: figures.map { Int($0 - 0x30) })
        else { return nil }
        return WrittenCoordinate(utf8Range: start..<index, coordinate: reference.coordinate)
    }
}
