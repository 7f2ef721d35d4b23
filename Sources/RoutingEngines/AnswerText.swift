/// Texts to and from engines.
extension Double {
    /// Degrees with six decimals at most, about 0.1 m, and never with an exponent.
    var degreeText: String {
        let micro = Int((self * 1_000_000).rounded())
        let decimals = String(abs(micro) % 1_000_000 + 1_000_000).dropFirst()
        return "\(micro < 0 ? "-" : "")\(abs(micro) / 1_000_000).\(decimals)"
    }
}

extension String {
    /// A code of an engine's as it may be shown: letters and digits, not many.
    var shown: String {
        let letters = utf8.filter { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return String(decoding: letters.prefix(40), as: UTF8.self)
    }

    /// The day of a timestamp such as 2026-05-01T20:21:22Z, or a short version; nil for all else.
    var dayOrVersion: String? {
        let text = prefix(40)
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "-")...UInt8(ascii: ":")).contains(byte)
        }
        guard isPlain, !text.isEmpty, text.count == count else { return nil }
        let isTimestamp = text.utf8.count > 10 && text.utf8.dropFirst(10).first == UInt8(ascii: "T")
        return String(isTimestamp ? text.prefix(10) : text)
    }
}

extension HTTPAnswer {
    /// What is wrong with an answer that is not the interface's JSON.
    var complaint: String {
        switch status {
        case 200...299: "its answer is not of this interface"
        case 300...399: "it redirects (HTTP \(status)); give the address it leads to"
        default: "HTTP \(status)"
        }
    }
}
