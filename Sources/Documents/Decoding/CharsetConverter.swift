internal import CLibXML2
internal import Foundation

/// One conversion of the C library's iconv, from a character set to UTF-8.
final class CharsetConverter {
    /// What stopped a conversion: the byte at `offset` means nothing in the character set.
    struct Failure: Error {
        let offset: Int
    }

    private let handle: iconv_t

    /// A converter from a character set, or nil for one this system does not know.
    init?(from charset: String) {
        // The declared name comes from a page: only what may stand in a name goes to the system.
        guard !charset.isEmpty, charset.utf8.count <= 40,
            charset.utf8.allSatisfy({ Self.isNameByte($0) }),
            let handle = iconv_open("UTF-8", charset), Int(bitPattern: handle) != -1
        else { return nil }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }

    /// The bytes in UTF-8.
    func utf8(from bytes: [UInt8]) throws(Failure) -> [UInt8] {
        try convert(bytes) { offset throws(Failure) in throw Failure(offset: offset) }
    }

    /// The text of bytes of which a few may mean nothing in the character set: each of these is one U+FFFD.
    ///
    /// - Returns: nil when more than one byte in fifty means nothing, so that the set is not the right one.
    func text(from bytes: [UInt8]) -> String? {
        var bad = 0
        let utf8 = try? convert(bytes) { offset throws(Failure) in
            bad += 1
            guard bad * 50 <= max(bytes.count, 50) else { throw Failure(offset: offset) }
        }
        guard let utf8, !utf8.contains(0) else { return nil }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// Converts, asking at each byte that means nothing whether to put U+FFFD in its place.
    private func convert(
        _ bytes: [UInt8], atBadByte: (Int) throws(Failure) -> Void
    ) throws(Failure) -> [UInt8] {
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var consumed = 0
        while consumed < bytes.count {
            let (read, written, error) = step(&input, from: consumed, into: &chunk)
            output += chunk[..<written]
            consumed += read
            // iconv returns -1 with E2BIG when the chunk is full, EILSEQ or EINVAL for bad input.
            if error != 0, error != E2BIG {
                try atBadByte(consumed)
                output += "\u{FFFD}".utf8
                consumed += 1
            }
        }
        return output
    }

    private func step(
        _ input: inout [UInt8], from offset: Int, into chunk: inout [UInt8]
    ) -> (read: Int, written: Int, error: Int32) {
        input.withUnsafeMutableBytes { source in
            chunk.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.advanced(by: offset).assumingMemoryBound(
                    to: CChar.self)
                var left = source.count - offset
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = target.count
                let result = iconv(handle, &from, &left, &to, &room)
                let error = result == Int(bitPattern: UInt.max) ? errno : 0
                return (source.count - offset - left, target.count - room, error)
            }
        }
    }
}
