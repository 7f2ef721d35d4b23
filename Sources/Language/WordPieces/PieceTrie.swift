/// The pieces of a vocabulary as a trie in one array, in a mapped model file.
///
/// `Scripts/reading/double_array.py` describes the array and builds it.
/// `@unchecked Sendable`: the memory never changes, and `owner` keeps it mapped.
struct PieceTrie: @unchecked Sendable {
    private static let byteMask: UInt32 = 0x8000_00FF

    private let units: UnsafeBufferPointer<UInt32>
    private let owner: MappedFile

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String) throws(LanguageError) {
        let section = try file.numbers(name, of: UInt32.self)
        guard section.count > 0 else { throw file.fault("section \(name) is empty") }
        units = UnsafeBufferPointer(start: section.base, count: section.count)
        owner = section.owner
    }

    /// Calls a function with the length and number of each piece that text has at a position,
    /// shortest first.
    @inline(__always)
    func forEachPiece(
        at start: Int, in text: UnsafeBufferPointer<UInt8>,
        _ body: (_ length: Int, _ piece: Int) -> Void
    ) {
        var base = Int(units[0] >> 9 & 0x3F_FFFF)
        var position = start
        while position < text.count {
            let byte = text[position]
            let index = base + Int(byte)
            guard index < units.count else { return }
            let unit = units[index]
            guard unit & Self.byteMask == UInt32(byte) else { return }
            base = Int(unit >> 9 & 0x3F_FFFF)
            position += 1
            if unit & 0x100 != 0, base < units.count {
                body(position - start, Int(units[base] & 0x7FFF_FFFF))
            }
        }
    }
}
