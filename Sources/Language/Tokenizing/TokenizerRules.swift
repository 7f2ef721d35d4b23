internal import Foundation

/// The rules of a tokeniser: what is cut from the ends and the middle of a run of characters, and
/// which runs have tokens of their own.
struct TokenizerRules: Sendable {
    /// A text with its own tokens.
    struct Special: Sendable {
        /// The lengths of the tokens, in bytes.
        var lengths: [Int32]
        /// For each token one more than the index in `norms` of its norm; 0 for the usual one.
        var norms: [UInt16]
    }

    private(set) var prefixes = PatternList([], backward: false)
    private(set) var suffixes = PatternList([], backward: true)
    private(set) var infixes = PatternList([], backward: false)
    /// What a web address looks like, with characters that it cannot be without.
    private(set) var address: (program: PatternProgram, required: [UInt32])?
    private(set) var specials: [UInt64: Special] = [:]
    private(set) var specialTexts: [[UInt8]] = []
    private(set) var longestSpecial = 0
    /// Norms that a special text gives to its tokens.
    private(set) var norms: [String] = []
    private(set) var numberWords: Set<UInt64> = []
    /// For each low 16 bits of a hash, whether a special text may have it.
    private var specialFilter = [UInt64](repeating: 0, count: 1024)

    /// - Throws: `LanguageError`.
    init(_ table: LexiconTable) throws(LanguageError) {
        var sets: [String: ScalarSet] = [:]
        var nodes: [String: [PatternNode]] = [:]
        var normIndices: [String: UInt16] = [:]
        for row in table.rows {
            let kind = row["kind"]
            let value = try row.required("value")
            do throws(PatternError) {
                switch kind {
                case "class": sets[value] = try PatternParser.parseSet(row["pieces"])
                case "prefix", "suffix", "infix", "url":
                    nodes[kind, default: []].append(try PatternParser.parse(value, namedSets: sets))
                case "special":
                    try addSpecial(value, row["pieces"], row["norms"], &normIndices)
                case "number": numberWords.insert(MurmurHash.hash64(Array(value.utf8)))
                default: throw PatternError("an unknown kind, \(kind)")
                }
            } catch {
                throw row.error("value", error.reason)
            }
        }
        prefixes = PatternList(nodes["prefix"] ?? [], backward: false)
        suffixes = PatternList(nodes["suffix"] ?? [], backward: true)
        infixes = PatternList(nodes["infix"] ?? [], backward: false)
        if let urls = nodes["url"] {
            let node = PatternNode.alternatives(urls)
            address = (PatternProgram(node, backward: false), Array(node.requiredCharacters))
        }
    }

    /// The tokens of a text that has its own.
    @inline(__always)
    func special(_ bytes: UnsafeBufferPointer<UInt8>) -> Special? {
        if bytes.count > longestSpecial { return nil }
        let hash = MurmurHash.hash64(bytes)
        let slot = Int(hash & 0xFFFF)
        if specialFilter[slot >> 6] >> UInt64(slot & 63) & 1 == 0 { return nil }
        return specials[hash]
    }

    private mutating func addSpecial(
        _ text: String, _ pieces: String, _ norms: String, _ indices: inout [String: UInt16]
    ) throws(PatternError) {
        let whole = Array(try Self.unescaped(text[...]).utf8)
        var special = Special(lengths: [], norms: [])
        let pieces = pieces.split(separator: " ")
        let given = norms.split(separator: " ")
        for (index, piece) in pieces.enumerated() {
            special.lengths.append(Int32(try Self.unescaped(piece).utf8.count))
            guard index < given.count, given[index] != "\\-" else {
                special.norms.append(0)
                continue
            }
            let norm = try Self.unescaped(given[index])
            if indices[norm] == nil {
                self.norms.append(norm)
                indices[norm] = UInt16(clamping: self.norms.count)
            }
            special.norms.append(indices[norm] ?? 0)
        }
        if special.lengths.reduce(0, +) != whole.count || special.lengths.contains(0) {
            throw PatternError("the pieces are not the text")
        }
        let hash = MurmurHash.hash64(whole)
        specials[hash] = special
        specialTexts.append(whole)
        longestSpecial = max(longestSpecial, whole.count)
        specialFilter[Int(hash & 0xFFFF) >> 6] |= 1 << (hash & 63)
    }

    /// A cell with `\u{HEX}` and `\\` undone.
    private static func unescaped(_ cell: Substring) throws(PatternError) -> String {
        guard cell.utf8.contains(0x5C) else { return String(cell) }
        var result = ""
        var rest = cell
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            if rest.popFirst() == "\\" {
                result.append("\\")
                continue
            }
            guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
                let value = UInt32(rest[..<end], radix: 16), let scalar = Unicode.Scalar(value)
            else { throw PatternError("a bad escape") }
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result
    }
}
