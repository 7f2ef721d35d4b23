internal import Gazetteers
internal import Geodesy
internal import Geoparsing

/// Groups mentions into variables and scores each of their places by itself.
struct VariableBuilder {
    let weights: ResolutionWeights
    /// What the words of the text say for kinds of place.
    let cues: [PlaceKind: Double]
    /// Whether the text is in the language that the places' own names are taken from; in another, other names are as good.
    let usesOwnNames: Bool
    private(set) var variables: [PlaceVariable] = []
    /// The variable of each mention; nil where it has no places.
    private(set) var variable: [Int?] = []

    private struct Key: Hashable {
        var text: String
        var isDemonym: Bool
        /// "The Dnipro" and "Dnipro" are a river and a town beside it.
        var isWater: Bool

        init(_ mention: Mention) {
            text = NameFolding.fold(mention.text)
            isDemonym = mention.kind == .demonym
            isWater = mention.hasArticle && mention.candidates.contains { $0.place.kind.isWater }
        }
    }

    init(
        mentions: [Mention], cues: [PlaceKind: Double] = [:], usesOwnNames: Bool = true,
        weights: ResolutionWeights
    ) {
        self.cues = cues
        self.usesOwnNames = usesOwnNames
        self.weights = weights
        variable = Array(repeating: nil, count: mentions.count)
        group(mentions)
        for index in mentions.indices {
            guard let inner = variable[index], let container = mentions[index].container,
                let outer = variable[container], inner != outer,
                variables[inner].container == nil
            else { continue }
            variables[inner].container = outer
            variables[inner].sharesContainer = mentions[index].sharesContainer
        }
        for index in mentions.indices {
            guard let later = variable[index] else { continue }
            // A list is of one sort throughout: its far members tell as well as the one beside.
            var before = mentions[index].listedBehind
            for _ in 0..<Self.listReach {
                guard let number = before else { break }
                if let earlier = variable[number], later != earlier {
                    link(later, earlier)
                    link(earlier, later)
                }
                before = mentions[number].listedBehind
            }
        }
    }

    /// How many members back a list is followed.
    private static let listReach = 3

    /// Notes a neighbour in a list; the first few tell enough.
    private mutating func link(_ index: Int, _ neighbour: Int) {
        guard variables[index].listed.count < 8, !variables[index].listed.contains(neighbour)
        else { return }
        variables[index].listed.append(neighbour)
    }

    /// One sense a document: mentions of one name are one variable, unless the words beside them tell otherwise.
    ///
    /// So for "Paris, Texas" and "Paris, France", and for "Atlanta, Georgia" and "Tbilisi, Georgia". What the words
    /// beside a mention leave open is as in the mention before.
    private mutating func group(_ mentions: [Mention]) {
        var known: [Key: [Sense]] = [:]
        let holding = Self.holding(in: mentions)
        func isStated(_ index: Int) -> Bool {
            mentions[index].container != nil || mentions[index].contradictsContainer
        }
        // Those with a container first, then those that contain, so that bare repetitions join them.
        var order = mentions.indices.filter(isStated)
        order += mentions.indices.filter { !isStated($0) && holding[$0] != nil }
        // Where each name was last told of before, as the text goes on.
        var told: [Key: [(mention: Int, sense: Int)]] = [:]
        for index in order where !mentions[index].candidates.isEmpty {
            let key = Key(mentions[index])
            let sense = Sense(of: index, in: mentions, holding: holding[index])
            if let slot = known[key]?.firstIndex(where: { $0.agrees(with: sense) }),
                let target = known[key]?[slot].variable
            {
                known[key]?[slot].narrow(to: sense)
                join(index, to: target, mentions[index])
                told[key, default: []].append((index, slot))
            } else {
                told[key, default: []].append((index, known[key]?.count ?? 0))
                known[key, default: []].append(begin(sense, with: index, mentions[index]))
            }
        }
        for key in told.keys { told[key]?.sort { $0.mention > $1.mention } }
        var recent: [Key: Int] = [:]
        for index in mentions.indices
        where variable[index] == nil && !mentions[index].candidates.isEmpty {
            let key = Key(mentions[index])
            while let next = told[key]?.last, next.mention < index {
                recent[key] = next.sense
                told[key]?.removeLast()
            }
            if let slot = recent[key] ?? known[key]?.firstIndex(where: { !$0.isContradicted }),
                let target = known[key]?[slot].variable
            {
                join(index, to: target, mentions[index])
            } else {
                let sense = Sense(of: index, in: mentions, holding: nil)
                known[key, default: []].append(begin(sense, with: index, mentions[index]))
            }
        }
        for index in variables.indices {
            variables[index].mentions.sort()
            // Repetition tells less and less: the logarithm to base 2 of the count, plus one.
            var weight = 1.0
            var count = variables[index].mentions.count
            while count > 1 {
                weight += 0.5
                count /= 2
            }
            variables[index].weight = variables[index].isDemonym ? weight * 0.7 : weight
            if variables[index].isContradicted { variables[index].weight *= weights[.contradicted] }
        }
    }

    /// Begins a variable for a sense of a name that is new.
    private mutating func begin(_ sense: Sense, with index: Int, _ mention: Mention) -> Sense {
        var sense = sense
        sense.variable = variables.count
        variable[index] = variables.count
        variables.append(makeVariable(index, mention))
        variables[sense.variable].isContradicted = sense.isContradicted
        return sense
    }

    /// Of each mention that the text says others lie in, those of its places that hold one of each.
    private static func holding(in mentions: [Mention]) -> [Int: Set<PlaceID>] {
        var holding: [Int: Set<PlaceID>] = [:]
        for inner in mentions where !inner.sharesContainer {
            guard let outer = inner.container else { continue }
            let places = mentions[outer].candidates.lazy.map(\.place).filter { container in
                inner.candidates.contains { $0.place.lies(in: container) }
            }
            let ids = Set(places.map(\.id))
            guard !ids.isEmpty else { continue }
            holding[outer] = holding[outer]?.intersection(ids) ?? ids
        }
        return holding
    }

    private mutating func join(_ index: Int, to target: Int, _ mention: Mention) {
        variable[index] = target
        variables[target].mentions.append(index)
        guard !mention.expectedKinds.isEmpty else { return }
        for place in variables[target].matches.indices {
            let (_, kinds) = typeScore(variables[target].matches[place], mention)
            variables[target].scores[place].add(.typeWord, kinds)
            variables[target].base[place] += kinds
        }
    }

    private func makeVariable(_ index: Int, _ mention: Mention) -> PlaceVariable {
        let matches = mention.candidates
        var scores = matches.map { score($0, mention) }
        let namesakes = weighNamesakes(matches, mention, &scores)
        if usesOwnNames { weighAlternates(matches, besides: namesakes, &scores) }
        addPortCues(matches, to: &scores)
        return PlaceVariable(
            mentions: [index], matches: matches,
            positions: matches.map { Self.vector($0.place.coordinate) }, scores: scores,
            base: scores.map(\.total),
            context: Array(repeating: ContextScore(), count: matches.count),
            marginal: Array(repeating: 1 / Double(matches.count), count: matches.count),
            weight: 1, container: nil, isDemonym: mention.kind == .demonym)
    }

    private static func vector(_ position: Coordinate) -> SIMD3<Double> {
        Sphere.vector(position)
    }
}
