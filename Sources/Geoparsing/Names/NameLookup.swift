internal import Gazetteers

/// Looks names up once a document.
struct NameLookup {
    private let gazetteer: Gazetteer
    private let weights: MentionWeights
    private var entries: [String: NameEntry] = [:]
    /// More places of one name than this cannot be told apart by a text.
    private let limit = 40

    init(gazetteer: Gazetteer, weights: MentionWeights) {
        self.gazetteer = gazetteer
        self.weights = weights
    }

    /// What the gazetteer has under a name as written.
    mutating func entry(for text: String) -> NameEntry {
        if let known = entries[text] { return known }
        let entry = makeEntry(gazetteer.matches(for: text, limit: limit), text: text)
        entries[text] = entry
        return entry
    }

    private func makeEntry(_ matches: [NameMatch], text: String) -> NameEntry {
        var entry = NameEntry(
            places: [], demonyms: [], placeEvidence: Evidence(), placeScore: -.infinity,
            demonymEvidence: Evidence(), demonymScore: -.infinity)
        for match in matches {
            if match.kind == .demonym {
                entry.demonyms.append(match)
                let evidence = Self.evidence(of: match, text: text)
                let score = evidence.score(weights)
                if score > entry.demonymScore {
                    entry.demonymScore = score
                    entry.demonymEvidence = evidence
                }
            } else if Self.isWrittenAlike(match, text: text) {
                entry.places.append(match)
                let evidence = Self.evidence(of: match, text: text)
                let score = evidence.score(weights)
                if score > entry.placeScore {
                    entry.placeScore = score
                    entry.placeEvidence = evidence
                }
            }
        }
        return entry
    }

    /// "US" is not "us", "IN" is not "In": codes and initials count only as they are written.
    private static func isWrittenAlike(_ match: NameMatch, text: String) -> Bool {
        guard match.kind == .code || match.kind == .abbreviation else { return true }
        let capitals = text.utf8.count { (0x41...0x5A).contains($0) }
        let storedCapitals = match.name.utf8.count { (0x41...0x5A).contains($0) }
        return capitals >= storedCapitals && capitals > 0
    }

    /// What a gazetteer entry says for its name.
    static func evidence(of match: NameMatch, text: String) -> Evidence {
        var evidence = Evidence()
        let place = match.place
        switch place.kind {
        case .country: evidence.add(.country)
        case .continent, .region: evidence.add(.region)
        case .admin1: evidence.add(.admin1)
        case .admin2: evidence.add(.admin2)
        case .city: evidence.add(.city)
        case .sea, .strait, .canal, .lake, .river: evidence.add(.water)
        case .island: evidence.add(.island)
        case .port, .airport: evidence.add(.portOrAirport)
        case .facility: evidence.add(.facility)
        case .institution: evidence.add(.institution)
        case .zone: evidence.add(.zone)
        }
        if place.isCapital { evidence.add(.capital) }
        if place.kind == .city || place.kind == .admin2 || place.kind == .port {
            evidence.add(.cityLogPopulation, Self.decades(place.population))
        }
        switch match.kind {
        case .primary: break
        case .alternate: evidence.add(.alternateName)
        case .historical: evidence.add(.historicalName)
        case .abbreviation: evidence.add(.abbreviation)
        case .code: evidence.add(.code)
        case .demonym: evidence.add(.demonym)
        }
        if match.isDangerous { evidence.add(.dangerous) }
        if text.utf8.count <= 3, match.kind != .abbreviation { evidence.add(.shortName) }
        return evidence
    }

    /// The decimal logarithm of a number of inhabitants above a thousand, about; 0 below.
    private static func decades(_ population: Int) -> Float {
        var value = Float(max(population, 1_000)) / 1_000
        var decades: Float = 0
        while value >= 10 {
            value /= 10
            decades += 1
        }
        return decades + (value - 1) / 9
    }
}
