internal import Gazetteers

/// The candidates of the names that a document has had so far: a name that comes a hundred thousand times is looked
/// up once, and all its mentions have one array.
final class KnownCandidates {
    /// All that the candidates of a name depend on, beside the gazetteer.
    struct Name: Hashable {
        /// The words as the text has them.
        let written: String
        /// The folded names that they may be.
        let texts: [[UInt8]]
        /// Whether the first of those is the words as written.
        let writtenFirst: Bool
    }

    private var candidates: [Name: [NameMatch]] = [:]

    /// The candidates of a name, which are found where they are not known yet.
    func candidates(of name: Name, finding: () -> [NameMatch]) -> [NameMatch] {
        if let known = candidates[name] { return known }
        let found = finding()
        candidates[name] = found
        return found
    }
}
