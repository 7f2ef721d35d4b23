internal import Gazetteers

/// The mentions of a document that mean the same place, and the places that may be.
struct PlaceVariable: Sendable {
    /// The mentions, in the order of the text.
    var mentions: [Int]
    /// The places it may be.
    var matches: [NameMatch]
    /// The positions as unit vectors from the Earth's centre.
    var positions: [SIMD3<Double>]
    /// What speaks for each place by itself.
    var scores: [Score]
    /// The sums of those scores.
    var base: [Double]
    /// What the rest of the document says of each place.
    var context: [ContextScore]
    /// The probability of each place.
    var marginal: [Double]
    /// The place most likely together with those it is linked to.
    var best = 0
    /// How much it counts as context for others.
    var weight: Double
    /// The variable that the text says this one lies in.
    var container: Int?
    /// Whether it does so only of a list that the mentions stand in.
    var sharesContainer = false
    /// Whether the text puts it into a place that has none of its places.
    var isContradicted = false
    /// The variables that stand beside it in lists.
    var listed: [Int] = []
    /// Whether the mentions are demonyms.
    var isDemonym: Bool

    var isEmpty: Bool { matches.isEmpty }
}

/// What the rest of a document says of a place.
struct ContextScore: Sendable, Hashable {
    var country = 0.0
    var admin1 = 0.0
    var near = 0.0
    var around = 0.0
    /// For places of one country, division or kind with the neighbours in a list.
    var listed = 0.0
    /// For a town in a county or district that the text names, and the other way round.
    var county = 0.0

    var total: Double { country + admin1 + near + around + listed + county }
}
