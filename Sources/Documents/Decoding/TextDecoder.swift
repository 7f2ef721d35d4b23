/// Bytes to text: a byte order mark, then UTF-8, then what a page declares, then a guess.
struct TextDecoder {
    /// The name of what is decoded, for errors.
    let name: String

    /// The text, without its byte order mark.
    ///
    /// Of a page, what can be read is read: NUL bytes, which scripts may hold, are passed over. Some bytes
    /// that are no UTF-8 amid many that are become the letters of windows-1252.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - isPage: Whether they are a web page, which may declare its set.
    ///   - declared: The set that a mail or server declares for them.
    /// - Returns: The text.
    /// - Throws: `.containsNUL`, `.undecodable`, `.unknownCharset`.
    func text(
        from bytes: [UInt8], isPage: Bool, declared: String? = nil
    ) throws(DocumentError) -> String {
        if let (charset, mark) = Self.byteOrderMark(of: bytes) {
            let rest = Array(bytes.dropFirst(mark))
            guard charset == "UTF-8" else {
                return try convert(rest, from: charset, skipped: mark)
            }
            return try decodeUnmarked(rest, isPage: isPage, skipped: mark, declared: "utf-8")
        }
        return try decodeUnmarked(bytes, isPage: isPage, skipped: 0, declared: declared)
    }

    private func decodeUnmarked(
        _ bytes: [UInt8], isPage: Bool, skipped: Int, declared: String?
    ) throws(DocumentError) -> String {
        var bytes = bytes
        if let offset = bytes.firstIndex(of: 0) {
            if skipped == 0, let charset = CharsetGuess.utf16(bytes) {
                return try convert(bytes, from: charset, skipped: 0)
            }
            guard isPage else { throw .containsNUL(name, offset: offset + skipped) }
            bytes.removeAll { $0 == 0 }
        }
        let declared = (isPage ? DeclaredCharset.find(in: bytes) : nil) ?? declared
        // Japanese mail's seven-bit set hides in ASCII; everything else that is UTF-8 is UTF-8,
        // also where a page saved again still declares what it was before.
        let isSevenBit = declared.map { $0.hasPrefix("iso-2022") } ?? false
        if !isSevenBit, let text = String(validating: bytes, as: UTF8.self) { return text }
        let repaired = LoneSurrogates.replaced(in: bytes)
        if !isSevenBit, let text = String(validating: repaired, as: UTF8.self) { return text }
        if !isSevenBit, skipped > 0 || CharsetGuess.isDamagedUTF8(bytes) {
            return String(decoding: StrayBytes.repaired(repaired), as: UTF8.self)
        }
        if let declared, !declared.hasPrefix("utf-") {
            let charset = DeclaredCharset.converterName(of: declared)
            if let converter = CharsetConverter(from: charset) {
                // A set that hardly fits is a wrong declaration.
                if let text = converter.text(from: bytes) { return text }
            } else if !isPage {
                throw .unknownCharset(name, charset: declared)
            }
        }
        if !isPage, let offset = bytes.firstIndex(where: Self.isControl) {
            throw .undecodable(name, offset: offset, charset: "text")
        }
        let charset = CharsetGuess.charset(of: bytes)
        guard let text = CharsetConverter(from: charset)?.text(from: bytes) else {
            throw .undecodable(
                name, offset: CharsetGuess.firstInvalidUTF8(bytes) ?? 0, charset: charset)
        }
        return text
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

    /// Control characters that no text has; tabulators, line and page breaks and escapes are none.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B && byte != 0x1A
    }
}
