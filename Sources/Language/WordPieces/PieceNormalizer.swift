/// The normalisation of text that a SentencePiece vocabulary was made with.
///
/// `@unchecked Sendable`: the memory never changes, and the table keeps it mapped.
struct PieceNormalizer: @unchecked Sendable {
    /// A cluster of this many bytes or more is normalised character by character, as the
    /// `tokenizers` library does it.
    private static let longCluster = 6

    private let table: SortedTable<UInt32>
    private let replacements: UnsafeBufferPointer<UInt8>
    /// One bit for each character below U+10000 that has a replacement.
    private let isReplaced: [UInt64]

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile) throws(LanguageError) {
        table = try file.table("norm.keys", of: UInt32.self)
        let text = try file.numbers("norm.text", of: UInt8.self)
        replacements = UnsafeBufferPointer(start: text.base, count: text.count)
        var bits = [UInt64](repeating: 0, count: 1024)
        for entry in table.entries {
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: entry.key >> (56 - 8 * $0)) }
            guard Int(entry.value >> 8) + Int(entry.value & 0xFF) <= text.count else {
                throw file.fault("a replacement lies outside norm.text")
            }
            let scalar = bytes.withUnsafeBufferPointer { ScalarDecoding.scalar(at: 0, in: $0) }
            let isAlone = scalar.length == 8 || bytes[scalar.length] == 0
            if isAlone, scalar.value < 0x10000 {
                bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
            }
        }
        isReplaced = bits
    }

    /// Normalises the character at a position, or the cluster of characters that begins there.
    ///
    /// Calls a function with each part of the result: normalised bytes, and the bytes of the text
    /// that they stand for. Returns where the next cluster begins.
    @inline(__always)
    func normalise(
        at position: Int, in text: UnsafeBufferPointer<UInt8>,
        _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ source: Range<Int>) -> Void
    ) -> Int {
        let first = ScalarDecoding.scalar(at: position, in: text)
        let next = position + first.length
        // Nothing below U+0300 clings to the character before it.
        if next >= text.count || text[next] < 0xCC {
            emit(first, at: position, in: text, body)
            return next
        }
        let end = clusterEnd(from: next, in: text)
        if end - position < Self.longCluster, end > next {
            var prefix = position
            while prefix < end {
                prefix += ScalarDecoding.scalar(at: prefix, in: text).length
                if let replacement = replacement(of: text[position..<prefix]) {
                    body(replacement, position..<end)
                    return end
                }
            }
        }
        var start = position
        while start < end {
            let scalar = ScalarDecoding.scalar(at: start, in: text)
            emit(scalar, at: start, in: text, body)
            start += scalar.length
        }
        return end
    }

    @inline(__always)
    private func emit(
        _ scalar: (value: UInt32, length: Int), at start: Int,
        in text: UnsafeBufferPointer<UInt8>,
        _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ source: Range<Int>) -> Void
    ) {
        let source = start..<(start + scalar.length)
        let known = scalar.value < 0x10000
        if !known || isReplaced[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 != 0 {
            // A byte that is no UTF-8 has no replacement, and is an unknown character.
            if let replacement = replacement(of: text[source]) {
                body(replacement, source)
                return
            }
        }
        body(UnsafeBufferPointer(rebasing: text[source]), source)
    }

    private func replacement(of bytes: Slice<UnsafeBufferPointer<UInt8>>)
        -> UnsafeBufferPointer<UInt8>?
    {
        var key: UInt64 = 0
        for byte in bytes { key = key << 8 | UInt64(byte) }
        guard let value = table[key << UInt64(64 - 8 * bytes.count)] else { return nil }
        let start = Int(value >> 8)
        return UnsafeBufferPointer(
            rebasing: replacements[start..<(start + Int(value & 0xFF))])
    }

    /// Where the marks end that cling to the character before a position.
    private func clusterEnd(from position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = position
        while end < text.count {
            let scalar = ScalarDecoding.scalar(at: end, in: text)
            guard scalar.value >= 0x300, let character = Unicode.Scalar(scalar.value),
                Self.clings(character)
            else { return end }
            end += scalar.length
        }
        return end
    }

    private static func clings(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        // Greek, Cyrillic, Hebrew and Arabic letters, CJK characters and kana, Hangul syllables.
        case 0x370..<0x483, 0x48A..<0x591, 0x5D0..<0x610, 0x61B..<0x64B, 0x671..<0x6D6,
            0x3041..<0x3099, 0x309D..<0xA000, 0xAC00..<0xD7B0:
            return false
        case 0x200D: return true
        default:
            let properties = character.properties
            return properties.isGraphemeExtend || properties.generalCategory == .spacingMark
                || properties.isEmojiModifier
        }
    }
}
