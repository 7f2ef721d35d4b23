internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Geoparsing

/// Writes down what was chosen, how surely, and why.
struct DecisionWriter {
    private let variables: [PlaceVariable]
    private let factors: [Factor]
    /// The numbers of the factors that each variable is part of.
    private let factorsOf: [[Int]]
    /// Found once a variable, however many mentions it has.
    private var findings: [Finding] = []
    private let calibration: Calibration
    /// How often a mention recognised so surely is one of a place.
    private let recognition: Calibration
    /// The confidence below which no place is given.
    private let answerFloor: Double
    /// What speaks for a place that no table has, in log odds, where the text says much of other places.
    private let unlisted: Double
    /// How much less it is for each rank of a port or plant.
    private let unlistedRank: Double
    private let voteDamping: Double
    /// What is left of the confidence where the text puts a name into a place that has none of it.
    private let contradicted: Double
    /// How much all variables count as context.
    private let totalWeight: Double
    /// The most other places that are listed.
    private let runnersUpLimit = 4

    /// A writer of the decisions on settled variables.
    init(
        variables: [PlaceVariable], factors: [Factor], calibration: Calibration,
        recognition: Calibration, weights: ResolutionWeights
    ) {
        self.variables = variables
        self.factors = factors
        factorsOf = Factor.numbers(of: factors, variables: variables.count)
        self.calibration = calibration
        self.recognition = recognition
        answerFloor = weights[.answerFloor]
        unlisted = weights[.unlisted]
        unlistedRank = weights[.unlistedRank]
        voteDamping = weights[.voteDamping]
        contradicted = weights[.contradicted]
        totalWeight = variables.reduce(0) { $0 + $1.weight }
        findings = variables.indices.map { finding(on: $0) }
    }

    /// What holds for every mention of a variable: its likeliest places, each with how surely it is meant.
    private struct Finding {
        var candidates: [Candidate]
        var because: [String]
        /// What the places behind the first leave over, in the model's proportions.
        var shares: [Double]
    }

    private func finding(on index: Int) -> Finding {
        let variable = variables[index]
        let scores = variable.matches.indices.map { score(of: $0, variable) }
        let order = variable.matches.indices.sorted {
            if ($0 == variable.best) != ($1 == variable.best) { return $0 == variable.best }
            return variable.marginal[$0] != variable.marginal[$1]
                ? variable.marginal[$0] > variable.marginal[$1] : $0 < $1
        }
        guard let best = order.first else {
            return Finding(candidates: [], because: [], shares: [])
        }
        var whole = scores[best]
        addFactors(of: index, to: &whole)
        let isListed = probabilityOfListed(index, best: whole)
        let trust = variable.isContradicted ? contradicted : 1
        let rest = order.dropFirst().reduce(0) { $0 + variable.marginal[$1] }
        var candidates: [Candidate] = []
        var shares: [Double] = []
        for place in order.prefix(runnersUpLimit + 1)
        where candidates.isEmpty || variable.marginal[place] > 0.002 {
            candidates.append(
                Candidate(
                    match: variable.matches[place],
                    score: place == variable.best ? whole : scores[place],
                    confidence: calibration(nearby(place, variable) * isListed) * trust))
        }
        for place in order.dropFirst().prefix(candidates.count - 1) {
            shares.append(rest > 0 ? variable.marginal[place] / rest : 0)
        }
        return Finding(
            candidates: candidates,
            because: (candidates.first.map(ReasonWriter.reasons) ?? [])
                + (variable.isContradicted ? ["not within what the text puts it in"] : []),
            shares: shares)
    }

    /// What the decision on a mention depends on.
    struct Question: Hashable {
        /// The index of its variable.
        let variable: Int
        /// How surely it was recognised as a place, in 0...1.
        let recognised: Double
        /// Whether the analyst has decided.
        let isByAnalyst: Bool
    }

    /// The decision on a mention of a variable.
    func decision(on question: Question) -> Decision {
        let finding = findings[question.variable]
        let byAnalyst = question.isByAnalyst
        guard var first = finding.candidates.first else { return Decision(choice: .unknown) }
        // Whether it is a place at all is another question than which, and no place is the likelier for the doubt.
        let isPlace = byAnalyst ? 1 : recognition(question.recognised)
        let known = byAnalyst ? 1 : first.confidence
        first.confidence = known * isPlace
        var others = Array(finding.candidates.dropFirst())
        for (slot, share) in finding.shares.enumerated() {
            others[slot].confidence = min(known, share * (1 - known)) * isPlace
        }
        if byAnalyst {
            first.score.add(.analyst, 10)
            return Decision(choice: .resolved(first, runnersUp: others), because: ["analyst"])
        }
        let because = finding.because
        let isClose =
            known < 0.5 && (others.first?.confidence ?? 0) > first.confidence * 0.7
        return Decision(
            choice: known < answerFloor
                ? .ambiguous([first] + others) : .resolved(first, runnersUp: others),
            because: isClose ? because + ["several places fit about equally well"] : because)
    }

    /// The probability that the place meant is in the tables at all: little speaks for a small namesake in a
    /// country that the text is not about, even if it is the only one known.
    private func probabilityOfListed(_ index: Int, best: Score) -> Double {
        let variable = variables[index]
        guard !variable.isDemonym else { return 1 }
        let place = variable.matches[variable.best].place
        guard !isLarge(variable) else { return 1 }
        // The less a text says of other places, the less it says against this one.
        let others = totalWeight - variable.weight
        var doubt = unlisted * others / (others + voteDamping)
        switch place.kind {
        case .city, .admin2: break
        // The more a port or plant is known for, the surer its name means it.
        case .port, .airport, .facility, .zone: doubt -= Double(place.rank) * unlistedRank
        // Countries and great waters have all their names in the tables, and no country votes for waters.
        default: return 1
        }
        // What the text calls by its kind, "the Port of Mombasa", is hardly another of the name.
        let isTyped = best.parts.contains { $0.reason == .typeWord && $0.value > 0 }
        if isTyped, place.kind == .port || place.kind == .airport { doubt = min(doubt, 0) }
        // What speaks against a leg speaks against all places of the name, in the tables or not.
        let total = best.parts.reduce(0) { sum, part in
            part.reason.isOfLeg ? sum + max(part.value, 0) : sum + part.value
        }
        let share = max(variable.marginal[variable.best], 1e-6)
        return 1 / (1 + share * exp(doubt - total))
    }

    /// Whether the best place, or the town around a port or airport of its name, is one that no report needs to
    /// introduce.
    private func isLarge(_ variable: PlaceVariable) -> Bool {
        let best = variable.positions[variable.best]
        return variable.matches.indices.contains { place in
            let record = variable.matches[place].place
            return record.kind == .city && record.population >= Self.largeTown
                && Sphere.kilometres(variable.positions[place], best) <= Self.townReach
        }
    }

    /// Inhabitants.
    private static let largeTown = 100_000
    /// From the middle of a town to its docks or airfield, in kilometres.
    private static let townReach = 30.0

    /// The probability that the place meant is this one or one that stands for it: a record nearby, or
    /// of a sea the part or whole ("Atlantic" is the North Atlantic, too).
    private func nearby(_ place: Int, _ variable: PlaceVariable) -> Double {
        var sum = 0.0
        for other in variable.marginal.indices where variable.marginal[other] > 0 {
            let isSame =
                other == place
                || Sphere.kilometres(variable.positions[other], variable.positions[place])
                    <= reach(of: variable.matches[other].place, variable.matches[place].place)
                || isSameWater(variable.matches[other].place, variable.matches[place].place)
            if isSame { sum += variable.marginal[other] }
        }
        return min(1, sum)
    }

    /// Up to how far apart two places of a name stand for one another, in kilometres: farther where one is the
    /// province around the other.
    private func reach(of first: Place, _ second: Place) -> Double {
        first.lies(in: second) || second.lies(in: first) ? 100 : 25
    }

    private func isSameWater(_ first: Place, _ second: Place) -> Bool {
        guard first.kind == .sea, second.kind == .sea else { return false }
        return first.extent?.contains(second.coordinate) == true
            || second.extent?.contains(first.coordinate) == true
    }

    private func score(of place: Int, _ variable: PlaceVariable) -> Score {
        var score = variable.scores[place]
        let context = variable.context[place]
        let record = variable.matches[place].place
        score.add(.countryVote, context.country, detail: record.country ?? "")
        score.add(.adminVote, context.admin1, detail: record.admin1 ?? "")
        score.add(.proximity, context.near + context.around)
        score.add(.list, context.listed)
        score.add(.county, context.county)
        return score
    }

    private func addFactors(of index: Int, to score: inout Score) {
        for number in factorsOf[index] {
            let factor = factors[number]
            let choice = factor.variables.map { variables[$0].best }
            let other = factor.variables.first { $0 != index }
            let detail = other.map { variables[$0].matches[variables[$0].best].place.name } ?? ""
            // What holds the inner place speaks for the outer one too, but reads the other way.
            let isOuter = factor.reason == .containment && factor.variables[0] != index
            score.add(
                isOuter ? .contains : factor.reason, factor.score(choice), detail: detail)
        }
    }
}
