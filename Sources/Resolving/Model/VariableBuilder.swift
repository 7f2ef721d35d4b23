internal import Gazetteers
internal import Geodesy
internal import Geoparsing

/// Groups mentions into variables and scores each of their places by itself.
struct VariableBuilder {
    let weights: ResolutionWeights
    /// What the words of the text say for kinds of place.
    let cues: [PlaceKind: Double]
    private(set) var variables: [PlaceVariable] = []
    /// The variable of each mention; nil where it has no places.
    private(set) var variable: [Int?] = []

    private struct Key: Hashable {
        var text: String
        var isDemonym: Bool
        /// "The Dnipro" and "Dnipro" are a river and a town beside it.
        var isWater: Bool
    }

    init(mentions: [Mention], cues: [PlaceKind: Double] = [:], weights: ResolutionWeights) {
        self.cues = cues
        self.weights = weights
        variable = Array(repeating: nil, count: mentions.count)
        group(mentions)
        for index in mentions.indices {
            guard let inner = variable[index], let container = mentions[index].container,
                let outer = variable[container], inner != outer,
                variables[inner].container == nil
            else { continue }
            variables[inner].container = outer
        }
        for index in mentions.indices {
            guard let later = variable[index], let before = mentions[index].listedBehind,
                let earlier = variable[before], later != earlier
            else { continue }
            link(later, earlier)
            link(earlier, later)
        }
    }

    /// Notes a neighbour in a list; the first few tell enough.
    private mutating func link(_ index: Int, _ neighbour: Int) {
        guard variables[index].listed.count < 8, !variables[index].listed.contains(neighbour)
        else { return }
        variables[index].listed.append(neighbour)
    }

    /// One sense a document: mentions of one name are one variable, unless the text puts them into
    /// different places ("Paris, Texas" and "Paris, France").
    private mutating func group(_ mentions: [Mention]) {
        var known: [Key: [(container: String?, variable: Int)]] = [:]
        // Those with a container first, so that bare repetitions join the first of them.
        let order =
            mentions.indices.filter { mentions[$0].container != nil }
            + mentions.indices.filter { mentions[$0].container == nil }
        for index in order where !mentions[index].candidates.isEmpty {
            let mention = mentions[index]
            let key = Key(
                text: NameFolding.fold(mention.text), isDemonym: mention.kind == .demonym,
                isWater: mention.hasArticle && mention.candidates.contains { $0.place.kind.isWater }
            )
            let container = mention.container.map { NameFolding.fold(mentions[$0].text) }
            if let same = known[key]?.first(where: {
                container == nil || $0.container == nil || $0.container == container
            }) {
                join(index, to: same.variable, mention)
            } else {
                known[key, default: []].append((container, variables.count))
                variable[index] = variables.count
                variables.append(makeVariable(index, mention))
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
        }
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
        weighNamesakes(matches, mention, &scores)
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
