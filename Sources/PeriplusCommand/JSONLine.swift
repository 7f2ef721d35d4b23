internal import Foundation

/// One JSON object on one line, keys sorted.
enum JSONLine {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return harmless(Array(try encoder.encode(value))) + [0x0A]
    }

    /// The same JSON with control characters beyond ASCII's first 32 escaped, which a terminal obeys and
    /// Foundation leaves as they are.
    ///
    /// They stand nowhere but in strings, where an escape means the same.
    static func harmless(_ json: [UInt8]) -> [UInt8] {
        guard json.contains(where: { $0 == 0x7F || $0 == 0xC2 }) else { return json }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count + 16)
        var rest = json[...]
        while let byte = rest.popFirst() {
            if byte == 0x7F {
                bytes.append(contentsOf: "\\u007f".utf8)
            } else if byte == 0xC2, let next = rest.first, next < 0xA0 {
                rest.removeFirst()
                bytes.append(contentsOf: "\\u00\(String(next, radix: 16))".utf8)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
