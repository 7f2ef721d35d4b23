internal import Foundation
internal import Gazetteers
internal import Geodesy

/// What a document's places say of one another: countries and divisions voted for, and nearness.
struct ContextVotes {
    private let weights: ResolutionWeights
    private var countries: [String: Double] = [:]
    private var divisions: [String: Double] = [:]
    private var total = 0.0
    private var points: [Point] = []
    /// The likeliest places, countries among them, with their share of all votes.
    private var anchors: [(variable: Int, position: Coordinate, vote: Double)] = []
    private let lists: ListVotes
    private let counties: CountyVotes

    /// A likely position of a variable.
    private struct Point {
        var variable: Int
        var position: SIMD3<Double>
        var probability: Double
    }

    /// The votes of variables, on top of those the words of the text give to countries.
    init(
        _ variables: [PlaceVariable], cues: [String: Double], weights: ResolutionWeights
    ) {
        self.weights = weights
        lists = ListVotes(variables, weights: weights)
        counties = CountyVotes(variables, weights: weights)
        for (country, votes) in cues.sorted(by: { $0.key < $1.key }) {
            countries[country] = votes * weights[.countryCue]
            total += votes * weights[.countryCue]
        }
        for (index, variable) in variables.enumerated() {
            total += variable.weight
            for (place, probability) in zip(variable.matches, variable.marginal)
            where probability > 0.01 {
                let vote = variable.weight * probability
                if let country = place.place.country { countries[country, default: 0] += vote }
                if let admin1 = place.place.admin1 { divisions[admin1, default: 0] += vote }
            }
            addPoints(of: variable, index)
            if variable.marginal.indices.contains(variable.best), anchors.count < Self.mostPoints {
                let likeliest = variable.matches[variable.best].place
                let vote = variable.weight * variable.marginal[variable.best]
                anchors.append((index, likeliest.coordinate, vote))
            }
        }
        // Every place is measured against every point: of a great many, as many spread over the text tell the same.
        if points.count > Self.mostPoints {
            let step = Double(points.count) / Double(Self.mostPoints)
            points = (0..<Self.mostPoints).map { points[Int(Double($0) * step)] }
        }
    }

    private static let mostPoints = 600

    private mutating func addPoints(of variable: PlaceVariable, _ index: Int) {
        guard !variable.isDemonym else { return }
        let likely = variable.marginal.indices.filter { variable.marginal[$0] > 0.15 }
        for place in likely.sorted(by: { variable.marginal[$0] > variable.marginal[$1] }).prefix(3)
        {
            // The middle of a country or sea tells nothing about nearness.
            switch variable.matches[place].place.kind {
            case .country, .continent, .region, .sea, .admin1: continue
            default: break
            }
            points.append(
                Point(
                    variable: index, position: variable.positions[place],
                    probability: variable.marginal[place]))
        }
    }

    /// What the other variables say of each place of one.
    func scores(for index: Int, _ variable: PlaceVariable) -> [ContextScore] {
        var ownCountries: [String: Double] = [:]
        var ownDivisions: [String: Double] = [:]
        for (match, probability) in zip(variable.matches, variable.marginal)
        where probability > 0.01 {
            let vote = variable.weight * probability
            if let country = match.place.country { ownCountries[country, default: 0] += vote }
            if let admin1 = match.place.admin1 { ownDivisions[admin1, default: 0] += vote }
        }
        let others = total - variable.weight
        let scale = 1 / (others + weights[.voteDamping])
        let largest =
            variable.matches.filter { $0.kind == .primary }.map { Self.decades($0.place) }.max()
            ?? 0
        let listed = lists.scores(for: variable)
        let named = Self.divisions(in: variable)
        let county = counties.scores(for: index, variable)
        return variable.matches.indices.map { place in
            let record = variable.matches[place].place
            var score = ContextScore()
            score.listed = listed[place]
            score.county = county[place]
            var share = 0.0
            if let country = record.country {
                share = max(0, (countries[country] ?? 0) - (ownCountries[country] ?? 0)) * scale
                score.country = weights[.countryVote] * share
            }
            // Dozens of small namesakes that nothing in the text speaks for do not outvote a great city.
            if record.kind == .city {
                let smaller = max(0, largest - Self.decades(record))
                score.country -= weights[.dwarfed] * smaller * (1 - share)
            }
            var divisionShare = 0.0
            if let admin1 = record.admin1 {
                let votes = (divisions[admin1] ?? 0) - (ownDivisions[admin1] ?? 0)
                divisionShare = max(0, votes) * scale
                score.admin1 = weights[.adminVote] * divisionShare
            }
            // Nor does a small town outvote the state of its name in another part of the country: "New York City and
            // Florida".
            if record.kind == .city, let country = record.country,
                let great = named[country], great.admin1 != record.admin1
            {
                let smaller = max(0, great.decades - Self.decades(record))
                score.admin1 -= weights[.dwarfedByDivision] * smaller * (1 - divisionShare)
            }
            switch record.kind {
            case .region, .sea, .strait:
                score.around = weights[.holding] * held(by: record, besides: index) * scale
            case .country, .continent: break
            default: addNearness(of: variable.positions[place], of: index, to: &score)
            }
            return score
        }
    }

    /// The largest division of a variable's name in each country, with its size as of a city.
    private static func divisions(
        in variable: PlaceVariable
    ) -> [String: (admin1: String, decades: Double)] {
        var found: [String: (admin1: String, decades: Double)] = [:]
        for match in variable.matches
        where match.place.kind == .admin1 && match.kind == .primary {
            guard let country = match.place.country, let admin1 = match.place.admin1 else {
                continue
            }
            let decades = max(0, log10(Double(max(match.place.population, 1))) - 2)
            if decades > found[country]?.decades ?? 0 { found[country] = (admin1, decades) }
        }
        return found
    }

    /// The votes of what lies in a water or region or near its box: "the Gulf" of a text about Qatar is not that of
    /// Mexico.
    private func held(by area: Place, besides index: Int) -> Double {
        guard let box = area.extent else { return 0 }
        // Boxes are coarse, and the middle of a country on the shore lies outside.
        let margin = 2.0
        return anchors.reduce(0) { sum, anchor in
            anchor.variable != index && box.degreesOutside(anchor.position) <= margin
                ? sum + anchor.vote : sum
        }
    }

    /// The size of a town or city in decimal orders of inhabitants above a hundred; zero for all else.
    private static func decades(_ place: Place) -> Double {
        place.kind == .city ? max(0, log10(Double(max(place.population, 1))) - 2) : 0
    }

    private func addNearness(
        of position: SIMD3<Double>, of index: Int, to score: inout ContextScore
    ) {
        var nearest = 0.0
        var around = 0.0
        // Beyond a squared chord of 0.1, some 2,000 km, nothing is near.
        let horizon = 0.1
        for point in points where point.variable != index {
            let chord = Sphere.squaredChord(point.position, position)
            guard chord < horizon else { continue }
            let distance = chord.squareRoot() * Sphere.radius
            nearest = max(nearest, point.probability * exp(-distance / 60))
            around += point.probability * exp(-distance / 400)
        }
        score.near = weights[.near] * nearest
        score.around = weights[.around] * around / (Double(points.count) + 2)
    }
}
