internal import Gazetteers
internal import Geoparsing

extension VariableBuilder {
    /// Weighs cities against the divisions named after them.
    ///
    /// Where a division bears a city's name, the name is one of the city's own, whatever the tables call it
    /// today, and the city is the likelier to be meant: unless it holds only a small part of the division,
    /// or the words beside it ask for one.
    ///
    /// - Returns: The cities that divisions are named after.
    func weighNamesakes(
        _ matches: [NameMatch], _ mention: Mention, _ scores: inout [Score]
    ) -> Set<Int> {
        guard mention.expectedKinds.isEmpty else { return [] }
        var namesakes: Set<Int> = []
        for (division, match) in matches.enumerated() where match.place.kind == .admin1 {
            let whole = Double(max(match.place.population, 1))
            var isNamed = false
            for (city, other) in matches.enumerated()
            where other.place.kind == .city && other.place.country == match.place.country
                && other.place.admin1 == match.place.admin1
                && Double(other.place.population)
                    > (Self.words(other.place.name) <= Self.words(other.name)
                        ? Self.leastShare : Self.leastShareOfLonger) * whole
            {
                isNamed = true
                namesakes.insert(city)
                if other.kind == .alternate { scores[city].add(.name, -weights[.alternate]) }
            }
            if isNamed { scores[division].add(.kind, weights[.namedAfterCity]) }
        }
        return namesakes
    }

    private static func words(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: " ") } }

    /// The share of its division's people from which a city counts.
    private static let leastShare = 0.1
    /// So for a city with a longer name: Guatemala is Guatemala City's, Oklahoma is not Oklahoma City's.
    private static let leastShareOfLonger = 0.3
}
