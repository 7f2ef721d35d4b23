internal import Gazetteers

/// What the gazetteer has under a name, as evidence.
struct NameEntry: Sendable {
    /// The places of the name that are not demonyms, best first.
    var places: [NameMatch]
    /// The places whose people or adjective it is, best first.
    var demonyms: [NameMatch]
    /// What the best known of the places says for the name, empty without places.
    var placeEvidence: Evidence
    /// The weighted sum of that evidence.
    var placeScore: Float
    /// What the best known demonym says for the name.
    var demonymEvidence: Evidence
    var demonymScore: Float

    /// Whether a name is stored in capitals: "UAE", "USA".
    var hasUpperCaseName: Bool {
        places.contains { match in match.name.utf8.allSatisfy { !(0x61...0x7A).contains($0) } }
    }

    /// Whether its best place is a country, or a city of a million, by its own name: few mean anything else by it.
    var isWellKnown: Bool {
        guard let best = places.first, best.kind == .primary, !best.isDangerous else {
            return false
        }
        return best.place.kind == .country
            || best.place.kind == .city && best.place.population >= Self.greatCity
    }

    /// Inhabitants.
    private static let greatCity = 1_000_000

    /// Whether nothing but the name itself speaks for a place.
    var isWeak: Bool { placeScore < 0 }
}
