extension Analysis {
    /// The named entity that a token is part of.
    public func entity(at token: Int) -> Entity? {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].tokens.upperBound <= token {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < entities.count && entities[low].tokens.contains(token) ? entities[low] : nil
    }

    /// A token's part in the named entities; nil where none were looked for.
    public func entityTag(of token: Int) -> EntityTag? {
        guard let index = sentenceIndex(ofToken: token), sentences[index].hasEntities else {
            return nil
        }
        guard let entity = entity(at: token) else { return .outside }
        return entity.tokens.lowerBound == token ? .begin(entity.type) : .inside(entity.type)
    }
}
