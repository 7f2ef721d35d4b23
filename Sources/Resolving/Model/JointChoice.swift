internal import Foundation

/// The probabilities of the places of all variables, given factors between them.
///
/// Variables that no factor links are independent; linked ones are enumerated together where their
/// combinations are few, else approached by mean field. Both give the same result on every run.
struct JointChoice {
    private(set) var variables: [PlaceVariable]
    private let factors: [Factor]
    private let components: [[Int]]
    /// The numbers of the factors that each variable is part of.
    private let factorsOf: [[Int]]
    private let weights: ResolutionWeights
    private let cues: [String: Double]
    /// The most combinations of places that are enumerated.
    private let enumerationLimit = 20_000

    init(
        _ variables: [PlaceVariable], factors: [Factor], cues: [String: Double] = [:],
        weights: ResolutionWeights
    ) {
        self.cues = cues
        self.variables = variables
        self.factors = factors
        self.weights = weights
        components = Self.components(count: variables.count, factors)
        factorsOf = Factor.numbers(of: factors, variables: variables.count)
    }

    /// Settles the variables: each round takes the context from the round before; a cancelled task leaves them as they are.
    mutating func settle(rounds: Int) {
        for index in variables.indices { setMarginals(index, extra: nil) }
        for _ in 0..<rounds {
            let votes = ContextVotes(variables, cues: cues, weights: weights)
            for index in variables.indices where !Task.isCancelled {
                variables[index].context = votes.scores(for: index, variables[index])
            }
            for component in components where !Task.isCancelled { settle(component) }
        }
    }

    private mutating func settle(_ component: [Int]) {
        // In the order of the text, each once: by its first variable.
        let linked = component.flatMap { index in
            factorsOf[index].filter { factors[$0].variables[0] == index }
        }.sorted().map { factors[$0] }
        guard !linked.isEmpty else {
            setMarginals(component[0], extra: nil)
            return
        }
        for width in [12, 8, 5, 3] {
            let places = component.map { likeliest($0, width) }
            let combinations = places.reduce(1.0) { $0 * Double($1.count) }
            if combinations <= Double(enumerationLimit) {
                enumerate(component, places: places, linked)
                return
            }
        }
        approach(component)
    }

    /// The places of a variable that score best by themselves and in context.
    private func likeliest(_ index: Int, _ width: Int) -> [Int] {
        let scores = unary(index)
        return Array(
            scores.indices.sorted {
                scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
            }.prefix(width))
    }

    private func unary(_ index: Int) -> [Double] {
        zip(variables[index].base, variables[index].context).map { $0 + $1.total }
    }

    private mutating func enumerate(_ component: [Int], places: [[Int]], _ linked: [Factor]) {
        let position = Dictionary(uniqueKeysWithValues: component.enumerated().map { ($1, $0) })
        let scores = component.map { unary($0) }
        let slots = linked.map { factor in factor.variables.compactMap { position[$0] } }
        var counter = Array(repeating: 0, count: component.count)
        var sums = places.map { Array(repeating: 0.0, count: $0.count) }
        var best = -Double.infinity
        var bestCounter = counter
        var all: [(counter: [Int], score: Double)] = []
        repeat {
            var score = 0.0
            for slot in component.indices { score += scores[slot][places[slot][counter[slot]]] }
            for (factor, slots) in zip(linked, slots) {
                score += factor.score(slots.map { places[$0][counter[$0]] })
            }
            all.append((counter, score))
            if score > best {
                best = score
                bestCounter = counter
            }
        } while Self.advance(&counter, places)
        for (counter, score) in all {
            let weight = exp((score - best) / temperature)
            for slot in component.indices { sums[slot][counter[slot]] += weight }
        }
        for (slot, index) in component.enumerated() {
            let total = sums[slot].reduce(0, +)
            var marginal = Array(repeating: 0.0, count: variables[index].matches.count)
            for (place, sum) in zip(places[slot], sums[slot]) { marginal[place] = sum / total }
            variables[index].marginal = marginal
            variables[index].best = places[slot][bestCounter[slot]]
        }
    }

    private static func advance(_ counter: inout [Int], _ places: [[Int]]) -> Bool {
        for slot in counter.indices {
            counter[slot] += 1
            if counter[slot] < places[slot].count { return true }
            counter[slot] = 0
        }
        return false
    }

    /// Mean field: each variable in turn, given the likeliest places of those it is linked to.
    private mutating func approach(_ component: [Int]) {
        for index in component { setMarginals(index, extra: nil) }
        for _ in 0..<4 {
            for index in component where !Task.isCancelled {
                var extra = Array(repeating: 0.0, count: variables[index].matches.count)
                for number in factorsOf[index] {
                    let factor = factors[number]
                    guard let slot = factor.variables.firstIndex(of: index) else { continue }
                    var choice = factor.variables.map { variables[$0].best }
                    for place in extra.indices {
                        choice[slot] = place
                        extra[place] += factor.score(choice)
                    }
                }
                setMarginals(index, extra: extra)
            }
        }
    }

    private mutating func setMarginals(_ index: Int, extra: [Double]?) {
        var scores = unary(index)
        if let extra { for place in scores.indices { scores[place] += extra[place] } }
        guard let top = scores.max() else { return }
        let weights = scores.map { exp(($0 - top) / temperature) }
        let total = weights.reduce(0, +)
        variables[index].marginal = weights.map { $0 / total }
        variables[index].best = scores.firstIndex(of: top) ?? 0
    }

    private var temperature: Double { max(0.1, weights[.temperature]) }

    private static func components(count: Int, _ factors: [Factor]) -> [[Int]] {
        var parent = Array(0..<count)
        func root(_ start: Int) -> Int {
            var index = start
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        for factor in factors {
            for other in factor.variables.dropFirst() {
                let (first, second) = (root(factor.variables[0]), root(other))
                if first != second { parent[max(first, second)] = min(first, second) }
            }
        }
        var members: [Int: [Int]] = [:]
        for index in 0..<count { members[root(index), default: []].append(index) }
        return members.keys.sorted().compactMap { members[$0] }
    }
}
