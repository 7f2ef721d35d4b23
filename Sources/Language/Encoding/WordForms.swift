extension UnsafeBufferPointer<UInt8> {
    /// Calls a function with the word in small letters.
    func withLowercase<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if allSatisfy({ $0 < 0x80 }) {
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Swift.max(count, 1)) {
                buffer in
                for index in 0..<count {
                    let byte = self[index]
                    buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                }
                return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
            }
        }
        var lower = Array(String(decoding: self, as: UTF8.self).lowercased().utf8)
        // A capital sigma that ends a word has a small letter of its own.
        if count > 2, suffix(2).elementsEqual([0xCE, 0xA3]),
            lower.suffix(2).elementsEqual([0xCF, 0x83])
        {
            lower[lower.count - 1] = 0x82
        }
        return lower.withUnsafeBufferPointer(body)
    }

    /// The first character.
    var firstCharacter: UnsafeBufferPointer<UInt8> {
        isEmpty
            ? self
            : UnsafeBufferPointer(rebasing: self[..<ScalarDecoding.scalar(at: 0, in: self).length])
    }

    /// The last three characters.
    var lastThreeCharacters: UnsafeBufferPointer<UInt8> {
        var start = count
        var characters = 0
        while start > 0, characters < 3 {
            start -= 1
            if self[start] & 0xC0 != 0x80 { characters += 1 }
        }
        return UnsafeBufferPointer(rebasing: self[start...])
    }

    /// Calls a function with the word's shape: "Xxxxx-dd" for "Iran-90", runs cut after four.
    ///
    /// This is spaCy's `word_shape`.
    func withShape<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var shape: [UInt8] = []
        shape.reserveCapacity(Swift.min(count, 128))
        var last: UInt32 = .max
        var run = 0
        var characters = 0
        var position = 0
        while position < count {
            let scalar = ScalarDecoding.scalar(at: position, in: self)
            characters += 1
            if characters >= 100 {
                shape = Array("LONG".utf8)
                break
            }
            let mark: UInt32 =
                if ScalarTraits.isAlphabetic(scalar.value) {
                    ScalarTraits.isUppercase(scalar.value) ? 0x58 : 0x78
                } else {
                    ScalarTraits.isDigit(scalar.value) ? 0x64 : scalar.value
                }
            run = mark == last ? run + 1 : 0
            last = mark
            if run < 4 {
                if mark < 0x80 {
                    shape.append(UInt8(mark))
                } else {
                    shape += self[position..<(position + scalar.length)]
                }
            }
            position += scalar.length
        }
        return shape.withUnsafeBufferPointer(body)
    }
}
