/// Alternative patterns, sorted by the characters they can begin with.
struct PatternList: Sendable {
    private let programs: [PatternProgram]
    /// For each ASCII character, and last for all others, the programs worth trying, in order.
    private let candidates: [[Int]]

    /// Alternatives in their order; where `backward`, their matches end at a position given later.
    init(_ nodes: [PatternNode], backward: Bool) {
        let nodes = backward ? nodes.flatMap(\.multipliedOut) : nodes
        programs = nodes.map { PatternProgram($0, backward: backward) }
        let edges = nodes.map { $0.edge(backward: backward) }
        candidates = (0...128).map { (scalar: UInt32) in
            edges.indices.filter { index in
                edges[index].isOptional
                    || edges[index].sets.contains {
                        scalar < 128 ? $0.contains(scalar) : $0.mayContainWide
                    }
            }
        }
    }

    /// Whether any pattern can begin with a character.
    @inline(__always)
    func mayMatch(_ scalar: UInt32) -> Bool { !candidates[Int(min(scalar, 128))].isEmpty }

    /// The end of the match, at a position, of the first pattern that has one.
    func firstMatch(in text: UnsafeBufferPointer<UInt32>, at position: Int) -> Int? {
        for index in candidates[Int(min(text[position], 128))] {
            if let end = programs[index].firstMatch(in: text, at: position) { return end }
        }
        return nil
    }

    /// The length of the longest match that ends with the text.
    func longestSuffix(of text: UnsafeBufferPointer<UInt32>) -> Int {
        guard let last = text.last else { return 0 }
        var start = text.count
        for index in candidates[Int(min(last, 128))] {
            if let found = programs[index].longestBackwardMatch(in: text, at: text.count) {
                start = min(start, found)
            }
        }
        return text.count - start
    }
}
