/// The heads and labels of a parsed text, with the sentences that they make.
struct ResolvedTree {
    /// The head of each token; the token itself for the head of a sentence.
    private(set) var heads: [Int32]
    /// The label of each token's arc, as numbered in `Parser.labels`.
    private(set) var labels: [UInt8]
    /// Whether a sentence begins at each token.
    private(set) var isStart: [Bool]
    private var leftEdges: [Int32] = []
    private var rightEdges: [Int32] = []

    /// Tokens looked at when an arc seeks its proper head; only absurd trees need more.
    private static let longestSearch = 20_000

    init(_ state: ArcEagerState, _ parser: Parser, isSpace: (Int) -> Bool) {
        heads = state.heads.enumerated().map { $1 < 0 ? Int32(truncatingIfNeeded: $0) : $1 }
        labels = []
        labels.reserveCapacity(state.count)
        var displaced: [(token: Int, target: UInt8)] = []
        for token in 0..<state.count {
            if heads[token] == token {
                labels.append(0)
                continue
            }
            let found = parser.arcs[Int(state.arcMoves[token])]
            labels.append(found.label)
            if let target = found.target { displaced.append((token, target)) }
        }
        isStart = Array(repeating: false, count: state.count)
        setEdges()
        if !displaced.isEmpty {
            // As long as it is displaced, an arc still has its double label and is no one's target.
            for (token, _) in displaced { labels[token] = 255 }
            for (token, target) in displaced {
                let label = parser.arcs[Int(state.arcMoves[token])].label
                heads[token] = newHead(of: token, target, isSpace)
                labels[token] = label
            }
            setEdges()
        }
        for token in 0..<state.count where heads[token] == token {
            isStart[Int(leftEdges[token])] = true
        }
        if state.count > 0 { isStart[0] = true }
    }

    /// The first descendant of the head, breadth first, that has the sought label.
    ///
    /// This is spaCy's `nonproj.deprojectivize` (Nivre and Nilsson 2005).
    private func newHead(of token: Int, _ target: UInt8, _ isSpace: (Int) -> Bool) -> Int32 {
        var queue = [heads[token]]
        var looked = 0
        while !queue.isEmpty {
            var next: [Int32] = []
            for parent in queue {
                for child in leftEdges[Int(parent)]...rightEdges[Int(parent)]
                where heads[Int(child)] == parent && child != parent {
                    if isSpace(Int(child)) || Int(child) == token { continue }
                    if labels[Int(child)] == target { return child }
                    next.append(child)
                }
                looked += Int(rightEdges[Int(parent)] - leftEdges[Int(parent)])
                if looked > Self.longestSearch { return heads[token] }
            }
            queue = next
        }
        return heads[token]
    }

    /// Sets the first and last token below each token.
    ///
    /// This is spaCy's `set_children_from_heads`, which repeats its pass until all heads are in their
    /// own sentence, at most eleven times.
    private mutating func setEdges() {
        let count = heads.count
        leftEdges = (0..<count).map { Int32(truncatingIfNeeded: $0) }
        rightEdges = leftEdges
        var pass = 0
        while !passOverEdges(), pass <= 10 { pass += 1 }
    }

    private mutating func passOverEdges() -> Bool {
        let count = heads.count
        func widen(_ token: Int) {
            let head = Int(heads[token])
            leftEdges[head] = min(leftEdges[head], leftEdges[token])
            rightEdges[head] = max(rightEdges[head], rightEdges[token])
        }
        for token in 0..<count { widen(token) }
        for token in (0..<count).reversed() { widen(token) }
        var starts = [Bool](repeating: false, count: count)
        for token in 0..<count where heads[token] == token { starts[Int(leftEdges[token])] = true }
        var start = 0
        for token in 0..<count where (token > 0 && starts[token]) || token == count - 1 {
            for inner in start..<max(start, token)
            where heads[inner] < start || heads[inner] > token {
                return false
            }
            start = token
        }
        return true
    }
}
