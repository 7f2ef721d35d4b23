/// The tokens that a parser sees of a text: all of them, or those that a respelling leaves.
struct SeenTokens {
    let utf8: [UInt8]
    let tokens: [Token]
    /// The segments to parse, as indices of `tokens`.
    let segments: [Range<Int>]
    /// The index in the analysis of each token; nil where they are the same.
    private let places: [Int]?

    init(of segments: [Range<Int>], _ analysis: Analysis, _ respelling: Respelling?) {
        let isSameLength = respelling?.utf8.count == analysis.utf8.count
        utf8 = isSameLength ? respelling?.utf8 ?? analysis.utf8 : analysis.utf8
        guard let skipped = respelling?.skipped, !skipped.isEmpty else {
            tokens = analysis.tokens
            self.segments = segments
            places = nil
            return
        }
        var tokens: [Token] = []
        var places: [Int] = []
        self.segments = segments.compactMap { segment in
            let start = tokens.count
            for index in segment where !skipped.contains(index) {
                tokens.append(analysis.tokens[index])
                places.append(index)
            }
            return start < tokens.count ? start..<tokens.count : nil
        }
        self.tokens = tokens
        self.places = places
    }

    /// Stores what was found of a token where the analysis has that token.
    func put(_ annotation: TokenAnnotation, of token: Int, _ annotations: inout [TokenAnnotation?])
    {
        guard let places else {
            annotations[token] = annotation
            return
        }
        var annotation = annotation
        annotation.head = places[annotation.head]
        annotations[places[token]] = annotation
    }

    /// An entity with the analysis's tokens.
    func inText(_ entity: Entity) -> Entity {
        guard let places, !entity.tokens.isEmpty else { return entity }
        let first = places[entity.tokens.lowerBound]
        let last = places[entity.tokens.upperBound - 1]
        return Entity(tokens: first..<(last + 1), type: entity.type)
    }
}
