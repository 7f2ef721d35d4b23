internal import Foundation
internal import Gazetteers
internal import Geoparsing

extension VariableBuilder {
    /// What speaks for a place by itself: its name, kind, size and the words beside the mention.
    func score(_ match: NameMatch, _ mention: Mention) -> Score {
        var score = Score()
        let place = match.place
        score.add(.name, nameScore(match))
        score.add(.kind, weights[item(of: place.kind)])
        score.add(.population, populationScore(place))
        if place.isCapital { score.add(.capital, weights[.capital]) }
        let (expected, value) = typeScore(match, mention)
        score.add(.typeWord, value, detail: expected ? place.kind.rawValue : "")
        if mention.hasArticle { score.add(.name, articleScore(match)) }
        score.add(.use, useScore(place, mention))
        return score
    }

    /// In a text about ships, a town with a port of its name goes before one without.
    func addPortCues(_ matches: [NameMatch], to scores: inout [Score]) {
        guard let cue = cues[.port], matches.count > 1 else { return }
        let ports = matches.lazy.filter { $0.place.kind == .port }.map(\.place)
        guard !ports.isEmpty else { return }
        // About the way from the middle of a city to its docks.
        let reach = 30.0
        for (index, match) in matches.enumerated()
        where match.place.kind == .city || match.place.kind == .port {
            let position = Sphere.vector(match.place.coordinate)
            let hasPort = ports.contains {
                Sphere.kilometres(Sphere.vector($0.coordinate), position) <= reach
            }
            if hasPort { scores[index].add(.portCue, weights[.portCue] * cue) }
        }
    }

    /// What a mention is used for: a seat of power is an institution, a report is filed from a capital.
    private func useScore(_ place: Place, _ mention: Mention) -> Double {
        switch mention.use {
        case .institution: place.kind == .institution ? weights[.institutionUse] : 0
        case .dateline: place.isCapital && place.kind == .city ? weights[.datelineCapital] : 0
        default: 0
        }
    }

    /// "The Atlantic" is no town, unless its name begins so; "the Dnipro" is the river.
    private func articleScore(_ match: NameMatch) -> Double {
        switch match.place.kind {
        case .city, .admin1, .admin2, .port:
            match.name.hasPrefix("The ") ? 0 : weights[.townWithArticle]
        case .sea, .strait, .canal, .river: weights[.waterWithArticle]
        default: 0
        }
    }

    private func nameScore(_ match: NameMatch) -> Double {
        var value = weights[.logQuality] * log(max(match.quality, 0.05))
        switch match.kind {
        case .primary, .demonym, .abbreviation: break
        case .alternate: value += weights[.alternate]
        case .historical: value += weights[.historical]
        case .code: value += weights[.code]
        }
        if match.isDangerous { value += weights[.dangerous] }
        return value
    }

    private func populationScore(_ place: Place) -> Double {
        let decades = max(0, log10(Double(max(place.population, 1))) - 2)
        let each = place.kind.isAdministrative ? weights[.adminDecade] : weights[.populationDecade]
        let great = Self.isGreat(place) ? weights[.great] : 0
        return decades * each + Double(place.rank) * weights[.rank] + great
    }

    /// Whether a place is an ocean, a continent or a region of several countries, which no country's votes
    /// speak for: "the Middle East" of a report from Ohio is not the one in Maryland.
    private static func isGreat(_ place: Place) -> Bool {
        switch place.kind {
        case .continent, .region, .sea: place.country == nil && place.rank >= 10
        default: false
        }
    }

    /// Whether the words beside a mention ask for a place's kind, and what that is worth.
    func typeScore(_ match: NameMatch, _ mention: Mention) -> (expected: Bool, value: Double) {
        guard !mention.expectedKinds.isEmpty else { return (false, 0) }
        return mention.expectedKinds.contains(match.place.kind)
            ? (true, weights[.expectedKind]) : (false, weights[.otherKind])
    }

    private func item(of kind: PlaceKind) -> ResolutionWeights.Item {
        switch kind {
        case .country: .country
        case .admin1: .admin1
        case .admin2: .admin2
        case .city: .city
        case .port: .port
        case .airport: .airport
        case .sea: .sea
        case .strait: .strait
        case .canal: .canal
        case .lake: .lake
        case .river: .river
        case .island: .island
        case .region: .region
        case .continent: .continent
        case .zone: .zone
        case .facility: .facility
        case .institution: .institution
        }
    }
}
