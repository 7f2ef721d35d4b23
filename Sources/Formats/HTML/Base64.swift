/// Bytes as text of 64 letters (RFC 4648, section 4), padded.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var at = 0
        while at < bytes.count {
            let first = bytes[at]
            let second = at + 1 < bytes.count ? bytes[at + 1] : 0
            let third = at + 2 < bytes.count ? bytes[at + 2] : 0
            text.append(letters[Int(first >> 2)])
            text.append(letters[Int((first & 3) << 4 | second >> 4)])
            text.append(
                at + 1 < bytes.count ? letters[Int((second & 15) << 2 | third >> 6)] : equals)
            text.append(at + 2 < bytes.count ? letters[Int(third & 63)] : equals)
            at += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let equals = UInt8(ascii: "=")
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
