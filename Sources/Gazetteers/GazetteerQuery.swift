public import Geodesy

/// A question for `Gazetteer.search`.
public struct GazetteerQuery: Sendable, Hashable {
    /// The name to look for.
    public var name: String
    /// How the name may differ from the stored one.
    public var matching: Matching = .exact
    /// Sorts by nearness to this position instead of by importance.
    public var near: Coordinate?
    /// Only places of this country (ISO 3166-1 alpha-2).
    public var country: String?
    /// Only places of these kinds; nil for all.
    public var kinds: Set<PlaceKind>?
    /// The most matches to return.
    public var limit: Int = 50

    /// A question for a name; the rest is set on the value.
    public init(name: String) {
        self.name = name
    }

    /// How the name may differ from the stored one.
    public enum Matching: String, Sendable, Hashable, CaseIterable {
        /// Equal after folding.
        case exact
        /// The stored name may go on.
        case prefix
        /// Up to two letters may differ.
        case fuzzy
    }
}
