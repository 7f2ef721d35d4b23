/// Reads Python's notation for regular expressions, as far as tokeniser rules use it.
///
/// `\p{NAME}` stands for a set that the rules name.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private let namedSets: [String: ScalarSet]

    private init(_ text: String, namedSets: [String: ScalarSet]) {
        scalars = Array(text.unicodeScalars)
        self.namedSets = namedSets
    }

    /// Parses a pattern.
    /// - Throws: `PatternError`.
    static func parse(_ text: String, namedSets: [String: ScalarSet]) throws(PatternError)
        -> PatternNode
    {
        var parser = PatternParser(text, namedSets: namedSets)
        let node = try parser.alternatives(depth: 0)
        if parser.position < parser.scalars.count { throw PatternError("an unopened )") }
        return node
    }

    /// Parses a bracket expression alone, such as "[a-z]".
    /// - Throws: `PatternError`.
    static func parseSet(_ text: String) throws(PatternError) -> ScalarSet {
        guard case .set(let set) = try parse(text, namedSets: [:]) else {
            throw PatternError("not a set of characters")
        }
        return set
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ text: String) -> Bool {
        var end = position
        for scalar in text.unicodeScalars {
            guard end < scalars.count, scalars[end] == scalar else { return false }
            end += 1
        }
        position = end
        return true
    }

    private mutating func alternatives(depth: Int) throws(PatternError) -> PatternNode {
        if depth > 50 { throw PatternError("too deeply nested") }
        var choices = [try sequence(depth: depth)]
        while take("|") { choices.append(try sequence(depth: depth)) }
        return choices.count == 1 ? choices[0] : .alternatives(choices)
    }

    private mutating func sequence(depth: Int) throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let node = try atom(depth: depth)
            nodes.append(try quantified(node))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func atom(depth: Int) throws(PatternError) -> PatternNode {
        if next == "(" { return try parenthesised(depth: depth) }
        if take("[") { return .set(try bracketExpression()) }
        if take(".") { return .set(ScalarSet([], kinds: [.any])) }
        if take("\\") {
            if take("p{") { return .set(try namedSet()) }
            let escape = try escaped()
            return .set(
                ScalarSet(
                    escape.scalar.map { [$0...$0] } ?? [], kinds: escape.kind.map { [$0] } ?? []))
        }
        guard let scalar = next else { throw PatternError("ends early") }
        if "*+?{^$".unicodeScalars.contains(scalar) { throw PatternError("a misplaced \(scalar)") }
        position += 1
        return .set(ScalarSet([scalar.value...scalar.value]))
    }

    private mutating func parenthesised(depth: Int) throws(PatternError) -> PatternNode {
        if take("(?:") { return try group(depth: depth) }
        if take("(?=") { return .look(try group(depth: depth), behind: false, negated: false) }
        if take("(?!") { return .look(try group(depth: depth), behind: false, negated: true) }
        if take("(?<=") { return .look(try group(depth: depth), behind: true, negated: false) }
        if take("(?<!") { return .look(try group(depth: depth), behind: true, negated: true) }
        position += 1
        return try group(depth: depth)
    }

    private mutating func group(depth: Int) throws(PatternError) -> PatternNode {
        let node = try alternatives(depth: depth + 1)
        if !take(")") { throw PatternError("an unclosed (") }
        return node
    }

    private mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
        if take("*") { return .repeated(node, atLeast: 0, atMost: nil) }
        if take("+") { return .repeated(node, atLeast: 1, atMost: nil) }
        if take("?") { return .repeated(node, atLeast: 0, atMost: 1) }
        guard take("{") else { return node }
        let least = number() ?? 0
        let most = take(",") ? number() : least
        guard take("}"), least <= most ?? least, (most ?? least) <= 1000 else {
            throw PatternError("a bad count")
        }
        return .repeated(node, atLeast: least, atMost: most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next.flatMap({ Int(String($0)) }), (value ?? 0) < 10_000 {
            value = (value ?? 0) * 10 + digit
            position += 1
        }
        return value
    }

    private mutating func namedSet() throws(PatternError) -> ScalarSet {
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard take("}"), let set = namedSets[name] else {
            throw PatternError("no set is named \(name)")
        }
        return set
    }

    private mutating func bracketExpression() throws(PatternError) -> ScalarSet {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var kinds: Set<ScalarSet.Kind> = []
        while !take("]") {
            let first = try member()
            guard let low = first.scalar else {
                if let kind = first.kind { kinds.insert(kind) }
                continue
            }
            var high = low
            if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                guard let end = try member().scalar, end >= low else {
                    throw PatternError("a bad range")
                }
                high = end
            }
            ranges.append(low...high)
        }
        return ScalarSet(ranges, kinds: kinds, isNegated: isNegated)
    }

    private mutating func member() throws(PatternError) -> (scalar: UInt32?, kind: ScalarSet.Kind?)
    {
        if take("\\") { return try escaped() }
        guard let scalar = next else { throw PatternError("an unclosed [") }
        position += 1
        return (scalar.value, nil)
    }

    private mutating func escaped() throws(PatternError) -> (scalar: UInt32?, kind: ScalarSet.Kind?)
    {
        guard let letter = next else { throw PatternError("ends in \\") }
        position += 1
        switch letter {
        case "d": return (nil, .digit)
        case "w": return (nil, .word)
        case "S": return (nil, .nonSpace)
        case "u", "U", "x":
            let length = letter == "U" ? 8 : letter == "u" ? 4 : 2
            guard position + length <= scalars.count,
                let value = UInt32(
                    String(String.UnicodeScalarView(scalars[position..<position + length])),
                    radix: 16),
                value <= 0x10FFFF
            else { throw PatternError("a bad \\\(letter)") }
            position += length
            return (value, nil)
        default:
            let isPlain =
                !ScalarTraits.isAlphabetic(letter.value) && !ScalarTraits.isDigit(letter.value)
            if isPlain { return (letter.value, nil) }
            throw PatternError("an unknown \\\(letter)")
        }
    }
}
