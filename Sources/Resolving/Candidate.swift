public import Gazetteers

/// A place a mention may mean, the name that matched, and how well it fits.
public struct Candidate: Sendable, Hashable {
    /// The gazetteer's record and the name of it that matched.
    public var match: NameMatch
    /// How well it fits, part by part.
    public var score: Score
    /// The estimated probability that this is the place meant, in 0...1.
    public var confidence: Double

    /// A candidate with its score and confidence.
    public init(match: NameMatch, score: Score, confidence: Double) {
        self.match = match
        self.score = score
        self.confidence = confidence
    }

    /// The gazetteer's record.
    public var place: Place { match.place }
}
