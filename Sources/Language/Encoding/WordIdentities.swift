/// The 64-bit identities of strings in spaCy, on which the model's embeddings are keyed.
struct WordIdentities: Sendable {
    /// Strings that have a small number for an identity, by the hash they would have.
    private let symbols: [UInt64: UInt64]
    /// The identities of norms, by the identities of the words that have them.
    private let norms: SortedTable<UInt64>
    /// The identities of the norms in the tokeniser's rules.
    private let ruleNorms: [UInt64]

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, rules: TokenizerRules) throws(LanguageError) {
        var symbols: [UInt64: UInt64] = [:]
        for line in try file.lines("symbols") {
            let cells = line.split(separator: "\t")
            guard cells.count == 2, let number = UInt64(cells[0]) else {
                throw file.fault("a bad symbol")
            }
            symbols[MurmurHash.hash64(Array(cells[1].utf8))] = number
        }
        self.symbols = symbols
        norms = try file.table("norms", of: UInt64.self)
        ruleNorms = rules.norms.map {
            let hash = MurmurHash.hash64(Array($0.utf8))
            return symbols[hash] ?? hash
        }
    }

    /// The identity of a string.
    func identity(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if bytes.isEmpty { return 0 }
        let hash = MurmurHash.hash64(bytes)
        return symbols[hash] ?? hash
    }

    /// The identity of a word's norm: given by the tokeniser's rules, listed, or its small letters.
    func norm(of word: UnsafeBufferPointer<UInt8>, ruleNorm: UInt16) -> UInt64 {
        if ruleNorm > 0, Int(ruleNorm) <= ruleNorms.count { return ruleNorms[Int(ruleNorm) - 1] }
        if let listed = norms[identity(word)] { return listed }
        return word.withLowercase { identity($0) }
    }
}
