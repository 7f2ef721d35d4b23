/// Which names say too little alone: very short ones, codes, common words, given names, listed ones.
struct DangerousNames {
    /// Folded common words and given names.
    var words: Set<[UInt8]> = []
    /// Folded names that mean something else when they are no primary name: White House, Casablanca's.
    var listed: Set<[UInt8]> = []

    /// The population from which a primary name that is a common word is trusted: Mobile, Reading.
    private static let knownPopulation = 100_000

    func contains(_ name: String, kind: NameKind, of place: Place) -> Bool {
        switch kind {
        case .abbreviation, .demonym: return false
        case .code: return true
        default: break
        }
        let folded = NameFolding.bytes(name)
        let isKnown = place.kind == .country || place.population >= Self.knownPopulation
        if kind == .primary, isKnown || place.rank >= 8 { return false }
        let isLatin = folded.allSatisfy { $0 < 0x80 }
        if isLatin, folded.count <= 3 { return true }
        if kind != .primary, isLatin, isCapitals(name) { return true }
        if kind != .primary, listed.contains(folded) { return true }
        return !isGreatArea(place) && words.contains(folded)
    }

    /// Oceans, continents and the like: the Pacific is not first of all a calm temper.
    private func isGreatArea(_ place: Place) -> Bool {
        switch place.kind {
        case .sea, .region, .continent: place.rank >= Self.greatRank
        default: false
        }
    }

    private static let greatRank = 9

    private func isCapitals(_ name: String) -> Bool {
        name.utf8.count <= 4 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
