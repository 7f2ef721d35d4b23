/// The transfer encoding that writes a byte as "=C3" (RFC 2045).
enum QuotedPrintable {
    /// The bytes; what is no escape stays as it is.
    static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "=") else {
                result.append(byte)
                index += 1
                continue
            }
            if index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
                continue
            }
            // A sign of equality at a line's end joins the next line on.
            var end = index + 1
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D
            {
                end += 1
            }
            if end == bytes.count || bytes[end] == 0x0A {
                index = end + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

extension String {
    /// The text with "%C3%A4" decoded; what is no UTF-8 stays readable.
    var removingPercentEscapes: String {
        var bytes = Array(utf8)
        for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
            bytes[index] = UInt8(ascii: "=")
        }
        return String(decoding: QuotedPrintable.decoded(bytes), as: UTF8.self)
    }
}
