/// The arcs of an analysis turned round: from heads to dependents.
struct DependencyTree: Sendable {
    /// The dependents of all tokens, those of one token together and in order.
    let children: [Int]
    /// Where in `children` each token's dependents begin; one more entry than tokens.
    let firstChild: [Int]
    /// The first token of each token's subtree.
    let leftEdges: [Int]
    /// The last token of each token's subtree.
    let rightEdges: [Int]

    /// The annotations with every head inside its own sentence, and the tree they make.
    ///
    /// Linear time.
    static func checked(
        _ annotations: [TokenAnnotation?], sentences: [Sentence]
    ) -> (annotations: [TokenAnnotation?], tree: DependencyTree) {
        var annotations = annotations
        for sentence in sentences {
            for token in sentence.tokens.clamped(to: 0..<annotations.count) {
                if let head = annotations[token]?.head, !sentence.tokens.contains(head) {
                    annotations[token]?.head = token
                }
            }
        }
        let heads = annotations.indices.map { annotations[$0]?.head ?? $0 }
        return (annotations, DependencyTree(heads: heads))
    }

    private init(heads: [Int]) {
        let count = heads.count
        var first = [Int](repeating: 0, count: count + 1)
        for (token, head) in heads.enumerated() where head != token { first[head + 1] += 1 }
        for token in 0..<count { first[token + 1] += first[token] }
        var next = first
        var children = [Int](repeating: 0, count: first[count])
        for (token, head) in heads.enumerated() where head != token {
            children[next[head]] = token
            next[head] += 1
        }
        // From the leaves up, so that a token is folded into its head when its own span is known.
        // A cycle, possible only in hand-made input, is never reached and keeps its own edges.
        var left = Array(0..<count)
        var right = left
        var waiting = (0..<count).map { first[$0 + 1] - first[$0] }
        var ready = (0..<count).filter { waiting[$0] == 0 }
        while let token = ready.popLast() {
            let head = heads[token]
            if head == token { continue }
            left[head] = min(left[head], left[token])
            right[head] = max(right[head], right[token])
            waiting[head] -= 1
            if waiting[head] == 0 { ready.append(head) }
        }
        self.children = children
        firstChild = first
        leftEdges = left
        rightEdges = right
    }
}
