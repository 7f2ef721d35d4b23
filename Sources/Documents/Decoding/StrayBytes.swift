/// Bytes that are no UTF-8 amid bytes that are: each is taken for the letter it is in windows-1252, which
/// is what gets pasted into such files.
enum StrayBytes {
    /// The bytes as UTF-8.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        let converter = CharsetConverter(from: "WINDOWS-1252")
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var offset = 0
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                result += encoded
                offset += encoded.count
            case .error(let length):
                for byte in bytes[offset..<min(offset + length, bytes.count)] {
                    result += (try? converter?.utf8(from: [byte])) ?? Array("\u{FFFD}".utf8)
                }
                offset += length
            case .emptyInput: return result
            }
        }
    }
}
