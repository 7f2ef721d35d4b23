internal import Gazetteers

extension VariableBuilder {
    /// Weighs the names that places have beside their own against the names that are places' own.
    ///
    /// An alternate name gives way where another place is called so: Cancun before Changchun, the Maryvilles before
    /// a town that was once called so. One that is nothing like its small place's own name gives way even to none, as
    /// little but the table's word stands behind it; great cities keep their names of other languages.
    ///
    /// - Parameters:
    ///   - matches: The places of the name.
    ///   - namesakes: The cities that a division is named after, whose own name it is.
    ///   - scores: What speaks for each place.
    func weighAlternates(
        _ matches: [NameMatch], besides namesakes: Set<Int>, _ scores: inout [Score]
    ) {
        let own = matches.indices.filter {
            Self.isOwn(matches[$0]) && !matches[$0].isDangerous
                && matches[$0].quality >= NameMatch.Quality.folded
        }.map { (number: $0, position: Sphere.vector(matches[$0].place.coordinate)) }
        for (index, match) in matches.enumerated() {
            guard match.kind == .alternate || match.kind == .historical, !Self.isOwn(match),
                !namesakes.contains(index)
            else { continue }
            let place = match.place
            switch place.kind {
            case .city, .admin1, .admin2, .island, .lake, .river: break
            default: continue
            }
            let position = Sphere.vector(place.coordinate)
            let hasRival = own.contains {
                $0.number != index && Sphere.kilometres($0.position, position) > Self.samePlace
            }
            // Newcastle upon Tyne is Newcastle for short, and Derna is Darnah spelt otherwise.
            if hasRival, !NameLikeness.isPart(match.name, of: place.name),
                !NameLikeness.differInVowels(match.name, place.name)
            {
                scores[index].add(.name, weights[.besideOwnName])
            }
            if place.kind == .city, place.population < Self.greatCity,
                !NameLikeness.areAlike(match.name, place.name)
            {
                scores[index].add(.name, weights[.unlikeOwnName])
            }
        }
    }

    /// Whether a name is its place's own, however it is written: Cancun is Cancún's.
    static func isOwn(_ match: NameMatch) -> Bool {
        match.kind == .primary
            || match.kind == .alternate
                && NameFolding.bytes(match.name) == NameFolding.bytes(match.place.name)
    }

    /// A division and its seat are one place for this, in kilometres.
    private static let samePlace = 60.0
    /// Inhabitants; from here on names of other languages are usual.
    private static let greatCity = 300_000
}
