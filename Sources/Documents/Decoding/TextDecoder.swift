/// Bytes to text: a byte order mark, then UTF-8, then what a page declares, then a guess.
struct TextDecoder {
    /// The name of what is decoded, for errors.
    let name: String

    /// The text, without its byte order mark.
    ///
    /// - Throws: `.containsNUL`, `.undecodable`, `.unknownCharset`, `.foreignFormat`.
    func text(from bytes: [UInt8], isPage: Bool) throws(DocumentError) -> String {
        if let format = Self.foreignFormat(of: bytes) {
            throw .foreignFormat(name, format: format)
        }
        if let (charset, mark) = Self.byteOrderMark(of: bytes) {
            let rest = Array(bytes.dropFirst(mark))
            guard charset == "UTF-8" else {
                return try convert(rest, from: charset, skipped: mark)
            }
            return try decodeUnmarked(rest, isPage: isPage, skipped: mark)
        }
        return try decodeUnmarked(bytes, isPage: isPage, skipped: 0)
    }

    private func decodeUnmarked(
        _ bytes: [UInt8], isPage: Bool, skipped: Int
    ) throws(DocumentError) -> String {
        if let offset = bytes.firstIndex(of: 0) {
            guard skipped == 0, let charset = CharsetGuess.utf16(bytes) else {
                throw .containsNUL(name, offset: offset + skipped)
            }
            return try convert(bytes, from: charset, skipped: 0)
        }
        let declared = isPage ? DeclaredCharset.find(in: bytes) : nil
        // Japanese mail's seven-bit set hides in ASCII; everything else that is UTF-8 is UTF-8,
        // also where a page saved again still declares what it was before.
        if declared != "iso-2022-jp", let text = String(validating: bytes, as: UTF8.self) {
            return text
        }
        let repaired = LoneSurrogates.replaced(in: bytes)
        if let text = String(validating: repaired, as: UTF8.self) { return text }
        guard skipped == 0, !CharsetGuess.isDamagedUTF8(bytes) else {
            let offset = CharsetGuess.firstInvalidUTF8(repaired) ?? 0
            throw .undecodable(name, offset: offset + skipped, charset: "UTF-8")
        }
        if let declared, !declared.hasPrefix("utf-") {
            guard CharsetConverter(from: DeclaredCharset.converterName(of: declared)) != nil else {
                throw .unknownCharset(name, charset: declared)
            }
            return try convert(bytes, from: DeclaredCharset.converterName(of: declared), skipped: 0)
        }
        if let offset = bytes.firstIndex(where: Self.isControl) {
            throw .undecodable(name, offset: offset, charset: "text")
        }
        return try convert(bytes, from: CharsetGuess.eightBit(bytes), skipped: 0)
    }

    private func convert(
        _ bytes: [UInt8], from charset: String, skipped: Int
    ) throws(DocumentError) -> String {
        guard let converter = CharsetConverter(from: charset) else {
            throw .unknownCharset(name, charset: charset)
        }
        let utf8: [UInt8]
        do {
            utf8 = try converter.utf8(from: bytes)
        } catch {
            throw .undecodable(name, offset: error.offset + skipped, charset: charset)
        }
        guard !utf8.contains(0) else {
            throw .containsNUL(name, offset: bytes.firstIndex(of: 0) ?? 0)
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    private static func byteOrderMark(of bytes: [UInt8]) -> (charset: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        return nil
    }

    /// Files people give by mistake, by their first bytes.
    private static func foreignFormat(of bytes: [UInt8]) -> String? {
        let signatures: [(name: String, bytes: [UInt8])] = [
            ("PDF", Array("%PDF-".utf8)), ("RTF", Array("{\\rtf".utf8)),
            ("ZIP or Office", [0x50, 0x4B, 3, 4]), ("gzip", [0x1F, 0x8B]),
            ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
            ("Word", [0xD0, 0xCF, 0x11, 0xE0]), ("SQLite", Array("SQLite format 3".utf8)),
        ]
        return signatures.first { bytes.starts(with: $0.bytes) }?.name
    }

    /// Control characters that no text has; tabulators, line and page breaks and escapes are none.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B && byte != 0x1A
    }
}
