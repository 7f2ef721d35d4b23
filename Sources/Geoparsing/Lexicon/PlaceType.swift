internal import Gazetteers

/// A word that tells what kind of place a name beside it is.
struct PlaceType: Sendable {
    /// Where the word stands to the name.
    enum Side: String, Sendable {
        case before, after, of
        /// Behind a list, and before one with "of".
        case afterList, ofList
    }

    var side: Side
    var kinds: [PlaceKind]
    /// Whether the word, written with a capital, is part of the name.
    var isPartOfName: Bool
    /// Whether a name with the word stands at the place it is called after: "Manila Cathedral", not a street.
    var inheritsPosition: Bool
}
