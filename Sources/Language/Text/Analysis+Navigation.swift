extension Analysis {
    /// A token's dependents, in the order of the text.
    public func children(of token: Int) -> ArraySlice<Int> {
        tree.children[tree.firstChild[token]..<tree.firstChild[token + 1]]
    }

    /// A token's dependents that stand in a relation to it.
    public func children(of token: Int, label: DependencyLabel) -> [Int] {
        children(of: token).filter { annotations[$0]?.label == label }
    }

    /// From the first to the last token that depends on a token, directly or not, itself included.
    ///
    /// English trees being nearly always projective, these are nearly always exactly its subtree.
    public func subtree(of token: Int) -> Range<Int> {
        tree.leftEdges[token]..<(tree.rightEdges[token] + 1)
    }

    /// The index of the sentence that a token belongs to, nil for an index out of range.
    public func sentenceIndex(ofToken token: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
    }

    /// The tokens that overlap a range of the text's UTF-8, found in logarithmic time.
    public func tokens(overlapping utf8Range: Range<Int>) -> Range<Int> {
        let first = firstToken { $0.utf8Range.upperBound > utf8Range.lowerBound }
        let end = firstToken { $0.utf8Range.lowerBound >= utf8Range.upperBound }
        return first..<max(first, end)
    }

    private func firstToken(where isPast: (Token) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if isPast(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
