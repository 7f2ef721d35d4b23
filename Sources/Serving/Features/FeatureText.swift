internal import Foundation

/// JSON of what `JSONSerialization` has read, with keys in order.
///
/// That would write it, too, but takes three quarters of the time that the service itself spends on a document.
struct FeatureText {
    private var bytes: [UInt8] = []

    /// The JSON so far, in UTF-8.
    var data: Data { Data(bytes) }

    /// Appends a value.
    mutating func append(_ value: Any) {
        switch value {
        // In this order each costs least: a cast to NSNumber tries much.
        case let text as String: append(text)
        case let items as [Any]: append(items)
        case let members as [String: Any]: append(members)
        case let number as NSNumber: append(number)
        default: bytes += "null".utf8
        }
    }

    private mutating func append(_ items: [Any]) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func append(_ members: [String: Any]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(member.key)
            bytes.append(UInt8(ascii: ":"))
            append(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// The letters are those of `objCType`: c is a truth value, d and f are fractions.
    private mutating func append(_ number: NSNumber) {
        switch UInt8(bitPattern: number.objCType.pointee) {
        case UInt8(ascii: "c"), UInt8(ascii: "B"):
            bytes += (number.boolValue ? "true" : "false").utf8
        case UInt8(ascii: "d"), UInt8(ascii: "f"):
            let value = number.doubleValue
            bytes += (value.isFinite ? "\(value)" : "null").utf8
        default: bytes += "\(number.int64Value)".utf8
        }
    }

    private mutating func append(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let backslash = UInt8(ascii: "\\")
        bytes.append(quote)
        for byte in text.utf8 {
            switch byte {
            case quote, backslash: bytes += [backslash, byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(quote)
    }
}
