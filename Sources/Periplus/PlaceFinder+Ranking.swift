internal import Foundation
public import Gazetteers
internal import Geodesy

extension PlaceFinder {
    /// The places a query may mean, each with how likely it is meant, best first.
    func ranked(_ query: String, preferring kinds: [PlaceKind]) -> [NameChoice.Candidate] {
        let code = query.filter { $0 != " " }
        if code.count == 5, code == code.uppercased() {
            let coded = gazetteer.matches(for: code).filter { $0.kind == .code }.map(\.place)
            if !coded.isEmpty { return coded.map { .init(place: $0, weight: 8) } }
        }
        let parts = query.split(separator: ",").map { String($0).trimming }.filter { !$0.isEmpty }
        var matches = gazetteer.matches(for: query)
        if parts.count > 1 {
            let containers = parts.dropFirst().map { gazetteer.matches(for: $0).map(\.place) }
            let named = gazetteer.matches(for: parts[0], limit: Self.mostNamesakes)
            matches += named.filter { match in
                containers.allSatisfy { $0.contains { match.place.isInside($0) } }
            }
        }
        matches = matches.filter { $0.kind != .demonym }
        let great = hasGreatCity(matches)
        return
            matches
            .map { match in
                NameChoice.Candidate(
                    place: match.place,
                    weight: weight(of: match, among: matches, preferring: kinds, besideCity: great))
            }
            .sorted { ($0.weight, $1.place.id) > ($1.weight, $0.place.id) }
    }

    /// Matches of one name in the order in which a person is likely to mean them.
    public func byLikelihood(_ matches: [NameMatch]) -> [NameMatch] {
        let hasCity = hasGreatCity(matches)
        return
            matches
            .map { match in
                (match, weight(of: match, among: matches, preferring: [], besideCity: hasCity))
            }
            .sorted { ($0.1, $1.0.place.id) > ($1.1, $0.0.place.id) }
            .map(\.0)
    }

    private func hasGreatCity(_ matches: [NameMatch]) -> Bool {
        matches.contains { $0.place.kind == .city && $0.place.population >= 100_000 }
    }

    /// No name has more places.
    private static let mostNamesakes = 2_000

    /// How likely a person means this place, without any context, in decimal orders of population.
    ///
    /// The better the name fits, the larger and the more wished for, the likelier.
    private func weight(
        of match: NameMatch, among matches: [NameMatch], preferring kinds: [PlaceKind],
        besideCity: Bool
    ) -> Double {
        let place = match.place
        // The city goes before the province around it that is named after it.
        if place.kind == .admin1, let seat = seat(of: match, among: matches) {
            return weight(of: seat, among: matches, preferring: kinds, besideCity: besideCity) - 0.5
        }
        let size: Double =
            switch place.kind {
            case .country, .continent: 8
            case .sea, .region: 6.5
            case .admin1, .strait, .canal: 6
            // Ports known from one list alone are of rank 1; those confirmed by others stand higher.
            case .port: place.rank > 1 ? 4.5 : 3
            case .airport: 4
            // A city goes before the county or department around it of the same name.
            case .admin2: max(2, log10(Double(max(1, place.population))) - 1)
            default: decades(of: place)
            }
        let name: Double =
            switch match.kind {
            case .alternate: -0.8
            case .historical: -1.5
            default: 0
            }
        let danger = match.isDangerous ? -3.0 : 0
        return size + name + wish(for: place, kinds, besideCity: besideCity) + danger
            + 8 * (match.quality - 1)
    }

    private func decades(of place: Place) -> Double {
        place.population > 0 ? log10(Double(place.population)) : 2
    }

    /// What a wish for kinds of place says for one.
    ///
    /// A port or airport beside a city of its name is taken in the end
    /// (`stop`); elsewhere it goes before villages, not before cities.
    private func wish(for place: Place, _ kinds: [PlaceKind], besideCity: Bool) -> Double {
        let isBySea = kinds.first == .port
        if isBySea, place.kind == .city || place.kind == .admin1 || place.kind == .admin2,
            (place.distanceToSea?.kilometres ?? 0) > Self.farInland
        {
            return -1.5
        }
        guard let wish = kinds.firstIndex(of: place.kind) else { return 0 }
        guard isBySea || kinds.first == .airport else { return 4 - Double(wish) }
        return besideCity ? 0 : 4
    }

    /// Kilometres from the sea beyond which ships of the sea do not come, but for a few great rivers.
    private static let farInland = 100.0

    /// The city that a division is named after: of its name, in it, and no small part of it.
    private func seat(of division: NameMatch, among matches: [NameMatch]) -> NameMatch? {
        let whole = Double(max(division.place.population, 1))
        return matches.first { match in
            let city = match.place
            guard city.kind == .city, city.country == division.place.country,
                city.admin1 == division.place.admin1, match.kind != .historical,
                match.quality >= division.quality - 0.1
            else { return false }
            let share = Double(city.population) / whole
            // Oklahoma is no name of Oklahoma City's own; New York is of New York City's.
            let isLonger = Self.words(city.name) > Self.words(match.name)
            return share > (isLonger ? 0.25 : 0.04)
        }
    }

    private static func words(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: " ") } }
}

extension Place {
    /// Whether a place lies in another by country and first-level division.
    fileprivate func isInside(_ area: Place) -> Bool {
        switch area.kind {
        case .country: country == area.country
        case .admin1: country == area.country && admin1 == area.admin1
        case .admin2: country == area.country && admin2 == area.admin2
        default: area.extent?.contains(coordinate) ?? false
        }
    }
}
