extension LanguageModel {
    /// Runs the networks over segments of a text, each as if it stood alone.
    ///
    /// The segments hold at most `longestPiece` tokens together.
    func run(
        _ segments: [Range<Int>], _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
        entities: Bool,
        _ workspace: Workspace
    ) -> [SegmentAnalysis] {
        let rows =
            segments.reduce(0) { $0 + $1.count } + Encoder.padding * max(0, segments.count - 1)
        let vectors = workspace.main.vectors(of: segments, tokens, text, identities)
        var tags: [UInt8] = []
        tags.reserveCapacity(rows)
        tagger.tag(vectors, count: rows, workspace.tagging, into: &tags)
        let features = parser.model.features(of: vectors, rows: rows, workspace.parsing)
        var row = 0
        var trees: [(tree: ResolvedTree, row: Int)] = []
        for segment in segments {
            let state = parser.parse(
                count: segment.count, features: features + row * parser.model.featureWidth,
                workspace.parsing)
            let tree = ResolvedTree(state, parser) { tokens[segment.lowerBound + $0].isSpace }
            trees.append((tree, row))
            row += segment.count + Encoder.padding
        }
        var found: [[Entity]] = Array(repeating: [], count: segments.count)
        if entities { found = self.entities(segments, tokens, text, trees, rows: rows, workspace) }
        return segments.indices.map { index in
            let (tree, row) = trees[index]
            return SegmentAnalysis(
                segment: segments[index], tree: tree,
                tags: tags[row..<(row + segments[index].count)],
                entities: found[index])
        }
    }

    private func entities(
        _ segments: [Range<Int>], _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
        _ trees: [(tree: ResolvedTree, row: Int)], rows: Int, _ workspace: Workspace
    ) -> [[Entity]] {
        let vectors = workspace.names.vectors(of: segments, tokens, text, identities)
        let features = recogniser.model.features(of: vectors, rows: rows, workspace.parsing)
        return zip(segments, trees).map { segment, parsed in
            recogniser.entities(
                count: segment.count,
                features: features + parsed.row * recogniser.model.featureWidth,
                workspace.parsing, isStart: { parsed.tree.isStart[$0] },
                isSpace: { tokens[segment.lowerBound + $0].isSpace })
        }
    }
}
