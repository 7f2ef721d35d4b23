extension CalendarDate: LosslessStringConvertible {
    /// The day as ISO 8601 writes it: "2023-06-09".
    public var description: String {
        Self.padded(year, to: 4) + "-" + Self.padded(month, to: 2) + "-" + Self.padded(day, to: 2)
    }

    /// A day from ISO 8601: "2023-06-09" or "20230609", alone or followed by a "T" or a blank and
    /// a time of day, which is not read.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        let hyphen = UInt8(ascii: "-")
        let isExtended = bytes.count >= 10 && bytes[4] == hyphen && bytes[7] == hyphen
        let length = isExtended ? 10 : 8
        guard bytes.count >= length,
            bytes.count == length
                || [UInt8(ascii: "T"), UInt8(ascii: " ")].contains(bytes[length]),
            let year = number(0..<4), let month = number(isExtended ? 5..<7 : 4..<6),
            let day = number(isExtended ? 8..<10 : 6..<8)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CalendarDate: Codable {
    /// Reads the ISO 8601 form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a calendar date: \(text)")
        }
        self = date
    }

    /// Writes the ISO 8601 form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
