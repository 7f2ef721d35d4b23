internal import Gazetteers
internal import Geoparsing

/// What the neighbours in a list say of a name's places: lists name places of one sort, often of one country.
struct ListVotes {
    private let weights: ResolutionWeights
    /// The likely places of each variable that stands in a list.
    private var neighbours: [Int: [(place: Place, probability: Double)]] = [:]

    init(_ variables: [PlaceVariable], weights: ResolutionWeights) {
        self.weights = weights
        for index in Set(variables.flatMap(\.listed)) {
            let variable = variables[index]
            neighbours[index] = zip(variable.matches, variable.marginal)
                .filter { $0.1 > 0.05 }.map { ($0.0.place, $0.1) }
        }
    }

    /// The score of each place of a variable; zeros for one in no list.
    func scores(for variable: PlaceVariable) -> [Double] {
        var scores = Array(repeating: 0.0, count: variable.matches.count)
        guard !variable.listed.isEmpty, scores.count > 1 else { return scores }
        let share = 1 / Double(variable.listed.count)
        for place in scores.indices {
            let record = variable.matches[place].place
            for index in variable.listed {
                for other in neighbours[index] ?? [] {
                    scores[place] += share * other.probability * likeness(record, other.place)
                }
            }
        }
        return scores
    }

    private func likeness(_ first: Place, _ second: Place) -> Double {
        var value = 0.0
        if let country = first.country, country == second.country {
            value += weights[.listedCountry]
        }
        if let admin1 = first.admin1, admin1 == second.admin1 { value += weights[.listedAdmin] }
        if Self.sort(first.kind) == Self.sort(second.kind) { value += weights[.listedKind] }
        // "Paris and Texas" are two places, not one in the other.
        if Self.holds(first, second) || Self.holds(second, first) {
            value += weights[.listedWithin]
        }
        return value
    }

    private static func holds(_ area: Place, _ place: Place) -> Bool {
        (area.kind == .country || area.kind == .admin1) && place.lies(in: area)
    }

    /// Kinds that a list does not tell apart are one sort.
    private static func sort(_ kind: PlaceKind) -> PlaceKind {
        switch kind {
        case .port: .city
        case .strait: .sea
        default: kind
        }
    }
}
