/// JSON text in the making, as UTF-8 bytes; it keeps the commas, the caller the order of the keys.
///
/// Figures are written with a fixed number of decimals and no exponent, so that equal results give
/// equal bytes on every machine. Nothing here allocates but the buffer itself.
struct JSONBytes {
    /// The text so far.
    private(set) var bytes: [UInt8] = []
    /// Whether `<`, `>` and `&` are written as escapes, for JSON inside a page.
    let isForPage: Bool
    private var needsComma = false

    init(isForPage: Bool = false) {
        self.isForPage = isForPage
    }

    /// Forgets the text once it is written, keeping the place in the structure.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    // MARK: Structure

    mutating func object(_ body: (inout Self) -> Void) {
        openObject()
        body(&self)
        closeObject()
    }

    mutating func array(_ body: (inout Self) -> Void) {
        openArray()
        body(&self)
        closeArray()
    }

    mutating func openObject() { open(UInt8(ascii: "{")) }
    mutating func closeObject() { close(UInt8(ascii: "}")) }
    mutating func openArray() { open(UInt8(ascii: "[")) }
    mutating func closeArray() { close(UInt8(ascii: "]")) }

    /// A key, plain ASCII; the next value written is its value.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key that is not known beforehand: the name of a fact.
    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Bytes between values of the outermost level: a line feed, a record separator.
    mutating func raw(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = false
    }

    // MARK: Values

    mutating func null() { word("null") }
    mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

    mutating func integer(_ value: Int) {
        separate()
        digits(of: value.magnitude, isNegative: value < 0)
        needsComma = true
    }

    /// A figure with at most so many decimals (0...9); what is not finite or too large is null.
    mutating func number(_ value: Double, decimals: Int) {
        separate()
        DecimalText.append(value, decimals: decimals, to: &bytes)
        needsComma = true
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A string given as the UTF-8 bytes of a text.
    mutating func string(utf8 slice: ArraySlice<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        slice.withUnsafeBufferPointer { escape($0) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    // MARK: Parts

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func word(_ name: StaticString) {
        separate()
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }

    private mutating func digits(of magnitude: UInt, isNegative: Bool) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        DecimalText.appendDigits(of: magnitude, to: &bytes)
    }

    /// Appends runs of plain bytes whole and escapes the rest (RFC 8259, section 7); control characters
    /// beyond ASCII too, which a terminal obeys.
    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in utf8.enumerated() where mustEscape(byte) {
            var byte = byte
            var next = index + 1
            if byte == 0xC2 {
                guard next < utf8.count, utf8[next] < 0xA0 else { continue }
                byte = utf8[next]
                next += 1
            }
            bytes.append(contentsOf: utf8[start..<index])
            start = next
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            default:
                bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
                bytes.append(Self.hexadecimal(byte >> 4))
                bytes.append(Self.hexadecimal(byte & 15))
            }
        }
        bytes.append(contentsOf: utf8[start...])
    }

    private func mustEscape(_ byte: UInt8) -> Bool {
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
        if byte == 0x7F || byte == 0xC2 { return true }
        guard isForPage else { return false }
        return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
    }

    private static func hexadecimal(_ half: UInt8) -> UInt8 {
        half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10
    }
}
