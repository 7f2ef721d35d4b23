internal import Foundation

/// The flat model file: named sections behind a header, checked when opened.
///
/// `Scripts/language/model_file.py` describes the layout and writes it.
struct ModelFile: Sendable {
    static let layout: UInt32 = 1
    private static let magic = Array("PERIPLNG".utf8)

    private let file: MappedFile
    private let sections: [String: Range<Int>]

    /// - Throws: `LanguageError.unreadable` or `.malformedModel`.
    init(_ url: URL) throws(LanguageError) {
        let file = try MappedFile(url)
        let bytes = file.bytes
        func fault(_ reason: String) -> LanguageError {
            .malformedModel(file: file.name, reason: reason)
        }
        guard bytes.count >= 128, bytes.prefix(8).elementsEqual(Self.magic) else {
            throw fault("not a model file")
        }
        let layout = UInt32(littleEndian: bytes.load(fromByteOffset: 8, as: UInt32.self))
        guard layout == Self.layout else {
            throw fault("layout \(layout), but this program reads layout \(Self.layout)")
        }
        let count = Int(UInt32(littleEndian: bytes.load(fromByteOffset: 12, as: UInt32.self)))
        guard bytes.word(16) == UInt64(bytes.count) else { throw fault("cut short or overlong") }
        guard bytes.word(24) == XXHash.hash64(UnsafeRawBufferPointer(rebasing: bytes[64...])) else {
            throw fault("damaged: the checksum is wrong")
        }
        guard count <= 1000, 64 + 40 * count <= bytes.count else {
            throw fault("a bad list of sections")
        }
        var sections: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = 64 + 40 * index
            let name = String(
                decoding: bytes[entry..<(entry + 24)].prefix { $0 != 0 }, as: UTF8.self)
            let (offset, length) = (bytes.word(entry + 24), bytes.word(entry + 32))
            guard offset % 64 == 0, offset <= bytes.count, length <= UInt64(bytes.count) - offset
            else {
                throw fault("section \(name) lies outside the file")
            }
            sections[name] = Int(offset)..<Int(offset + length)
        }
        self.file = file
        self.sections = sections
    }

    func fault(_ reason: String) -> LanguageError {
        .malformedModel(file: file.name, reason: reason)
    }

    func has(_ name: String) -> Bool { sections[name] != nil }

    /// The bytes of a section.
    /// - Throws: `LanguageError.malformedModel`, where there is none.
    func bytes(_ name: String) throws(LanguageError) -> UnsafeRawBufferPointer {
        guard let range = sections[name] else { throw fault("no section \(name)") }
        return UnsafeRawBufferPointer(rebasing: file.bytes[range])
    }

    /// A section of numbers, of an expected count where one is given.
    /// - Throws: `LanguageError.malformedModel`.
    func floats(_ name: String, count: Int? = nil) throws(LanguageError) -> FloatSection {
        try numbers(name, of: Float.self, count: count)
    }

    /// A section of numbers of a type, of an expected count where one is given.
    /// - Throws: `LanguageError.malformedModel`.
    func numbers<Number: BitwiseCopyable & Sendable>(
        _ name: String, of type: Number.Type, count: Int? = nil
    ) throws(LanguageError) -> NumberSection<Number> {
        let raw = try bytes(name)
        let size = MemoryLayout<Number>.size
        guard raw.count % size == 0, count == nil || raw.count == count.map({ $0 * size }),
            let base = raw.baseAddress
        else { throw fault("section \(name) has \(raw.count) bytes, not \((count ?? 0) * size)") }
        return NumberSection(
            base: base.assumingMemoryBound(to: Number.self), count: raw.count / size, owner: file)
    }

    /// The lines of a section of text.
    /// - Throws: `LanguageError.malformedModel`.
    func lines(_ name: String) throws(LanguageError) -> [Substring] {
        String(decoding: try bytes(name), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// What the file says of itself: names and values in the section `about`.
    /// - Throws: `LanguageError.malformedModel`.
    func about() throws(LanguageError) -> [String: String] {
        var about: [String: String] = [:]
        for line in try lines("about") {
            let cells = line.split(separator: "\t", maxSplits: 1)
            if cells.count == 2 { about[String(cells[0])] = String(cells[1]) }
        }
        return about
    }

    /// A section of 64-bit keys in order, each with a value of type `Value`.
    /// - Throws: `LanguageError.malformedModel`.
    func table<Value: BitwiseCopyable>(_ name: String, of type: Value.Type) throws(LanguageError)
        -> SortedTable<Value>
    {
        let raw = try bytes(name)
        let size = 8 + MemoryLayout<Value>.size
        guard raw.count % size == 0 else { throw fault("section \(name) is no table") }
        return SortedTable(raw, count: raw.count / size, owner: file)
    }

    /// A section of 64-bit keys in order.
    /// - Throws: `LanguageError.malformedModel`.
    func keys(_ name: String) throws(LanguageError) -> SortedKeys {
        let raw = try bytes(name)
        guard raw.count % 8 == 0 else { throw fault("section \(name) is no list of keys") }
        return SortedKeys(raw, owner: file)
    }
}
