/// One walk of a tokeniser over a text.
struct TokenizerPass: ~Copyable {
    /// Runs of non-space characters longer than this are not tried as web addresses.
    static let longestAddress = 2048

    private(set) var text: UnsafeBufferPointer<UInt8>
    let rules: TokenizerRules
    let usesSpecials: Bool
    var tokens: [Token] = []
    /// The characters of the run of characters at hand.
    var scalars: UnsafeMutableBufferPointer<UInt32>
    /// Where each of them begins in the text; one entry more.
    var offsets: UnsafeMutableBufferPointer<Int32>
    var suffixes: [(start: Int, end: Int)] = []

    init(_ text: UnsafeBufferPointer<UInt8>, rules: TokenizerRules, usesSpecials: Bool) {
        self.text = text
        self.rules = rules
        self.usesSpecials = usesSpecials
        scalars = .allocate(capacity: 256)
        offsets = .allocate(capacity: 257)
        tokens.reserveCapacity(text.count / 5 + 8)
    }

    deinit {
        scalars.deallocate()
        offsets.deallocate()
    }

    /// Begins anew with another text.
    mutating func restart(_ other: UnsafeBufferPointer<UInt8>) {
        text = other
        tokens.removeAll(keepingCapacity: true)
        scalarCount = 0
    }

    mutating func takeTokens() -> [Token] {
        let taken = tokens
        tokens = []
        return taken
    }

    /// Walks the text, run by run of space and non-space characters.
    ///
    /// A single space after a token belongs to it; this is spaCy's `Tokenizer._tokenize_affixes`.
    mutating func run() {
        var position = 0
        var start = 0
        guard position < text.count else { return }
        var inSpace = ScalarTraits.isSpace(scalar(at: 0).value)
        while position < text.count {
            let next = scalar(at: position)
            let isSpace = ScalarTraits.isSpace(next.value)
            if isSpace != inSpace {
                if start < position { tokenizeRun(start, position, isSpace: inSpace) }
                if next.value == 0x20 {
                    if let last = tokens.indices.last { tokens[last].markFollowedBySpace() }
                    start = position + 1
                } else {
                    start = position
                }
                inSpace = isSpace
            }
            position += next.length
        }
        if start < position { tokenizeRun(start, position, isSpace: inSpace) }
    }

    private mutating func tokenizeRun(_ start: Int, _ end: Int, isSpace: Bool) {
        if isSpace {
            let norm = special(start, end)?.norms.first ?? 0
            tokens.append(Token(start: start, end: end, shape: .space, norm: norm))
            return
        }
        if usesSpecials, let special = special(start, end) {
            decode(start, end)
            emit(special, from: 0)
            return
        }
        decode(start, end)
        let count = scalarCount
        let core = splitAffixes(0, count)
        emitCore(core.start, core.end)
        while let suffix = suffixes.popLast() { emit(suffix.start, suffix.end) }
    }

    private(set) var scalarCount = 0

    private mutating func decode(_ start: Int, _ end: Int) {
        if end - start > scalars.count {
            scalars.deallocate()
            offsets.deallocate()
            scalars = .allocate(capacity: (end - start) * 2)
            offsets = .allocate(capacity: (end - start) * 2 + 1)
        }
        var position = start
        var count = 0
        while position < end {
            let next = scalar(at: position)
            scalars[count] = next.value
            offsets[count] = Int32(truncatingIfNeeded: position)
            count += 1
            position += next.length
        }
        offsets[count] = Int32(truncatingIfNeeded: end)
        scalarCount = count
    }

    @inline(__always)
    private func scalar(at position: Int) -> (value: UInt32, length: Int) {
        ScalarDecoding.scalar(at: position, in: text)
    }

    func special(_ start: Int, _ end: Int) -> TokenizerRules.Special? {
        rules.special(UnsafeBufferPointer(rebasing: text[start..<end]))
    }
}
