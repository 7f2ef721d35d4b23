/// What was decided about a mention.
public enum Choice: Sendable, Hashable {
    /// One place, and the others it might have been, best first.
    case resolved(Candidate, runnersUp: [Candidate])
    /// Places none of which is more likely right than wrong, best first: several that the text does not tell
    /// apart, or a small namesake far from everything the text speaks of. None is the answer.
    case ambiguous([Candidate])
    /// No place: no entry has the name, or the mention is not of a place.
    case unknown

    /// The chosen candidate; an ambiguous mention has none.
    public var best: Candidate? {
        switch self {
        case .resolved(let candidate, _): candidate
        case .ambiguous, .unknown: nil
        }
    }

    /// The candidates not chosen, best first.
    public var runnersUp: [Candidate] {
        switch self {
        case .resolved(_, let runnersUp): runnersUp
        case .ambiguous(let candidates): candidates
        case .unknown: []
        }
    }
}
