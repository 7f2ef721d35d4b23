internal import Foundation
internal import Language

/// Scores the pairs of places of one sentence of a window, and tells of the likely ones what they are.
struct SentenceScorer {
    private let heads: ReaderHeads
    private let window: ReadingWindow
    private let row: ReadingWindow.Row
    private let hidden: UnsafeBufferPointer<Float>
    private let instructions: InstructionSet
    /// How many places there are; the open end comes after them.
    private let places: Int
    private let origins: [Float]
    private let goals: [Float]
    private let ways: [Float]
    private let keys: [Float]
    private let values: [Float]

    /// A scorer of a sentence, over the encoder's vectors of its window.
    init(
        _ heads: ReaderHeads, _ window: ReadingWindow, _ row: ReadingWindow.Row,
        _ hidden: UnsafeBufferPointer<Float>, _ instructions: InstructionSet
    ) {
        self.heads = heads
        self.window = window
        self.row = row
        self.hidden = hidden
        self.instructions = instructions
        places = row.candidates.count
        let facts = Self.facts(heads, window, row, hidden)
        let depth = heads.width + 2 * ReaderHeads.facts
        origins = heads.origin.applied(to: facts, rows: places + 1)
        // The open end has a vector of its own as a goal.
        var asGoals = facts
        for index in 0..<heads.width {
            asGoals[places * depth + index] = heads.open.base[heads.width + index]
        }
        goals = heads.goal.applied(to: asGoals, rows: places + 1)
        ways = heads.way.applied(to: facts, rows: places)
        let words = UnsafeBufferPointer(
            rebasing: hidden[
                (row.pieces.lowerBound * heads.width)..<(row.pieces.upperBound * heads.width)])
        keys = heads.key.applied(to: words, rows: row.pieces.count)
        values = heads.value.applied(to: words, rows: row.pieces.count)
    }

    /// Of each place, and of the open end as an origin: its vector, its kind, how far off it is.
    private static func facts(
        _ heads: ReaderHeads, _ window: ReadingWindow, _ row: ReadingWindow.Row,
        _ hidden: UnsafeBufferPointer<Float>
    ) -> [Float] {
        let (width, facts) = (heads.width, ReaderHeads.facts)
        let depth = width + 2 * facts
        let places = row.candidates.count
        var result = [Float](repeating: 0, count: (places + 1) * depth)
        for (index, candidate) in row.candidates.enumerated() {
            let base = index * depth
            for (number, mention) in candidate.mentions.enumerated() {
                let pieces = window.mentions[mention].pieces
                let share = 1 / Float(pieces.count)
                for column in 0..<width {
                    var sum: Float = 0
                    for piece in pieces { sum += hidden[piece * width + column] }
                    let mean = sum * share
                    result[base + column] = number == 0 ? mean : max(result[base + column], mean)
                }
            }
        }
        for column in 0..<width { result[places * depth + column] = heads.open.base[column] }
        for index in 0...places {
            let base = index * depth + width
            let kind = index < places ? row.candidates[index].kind : .open
            let position = index < places ? row.candidates[index].distance : 3
            for column in 0..<facts {
                result[base + column] = heads.kind.base[kind.rawValue * facts + column]
                result[base + facts + column] = heads.position.base[position * facts + column]
            }
        }
        return result
    }

    /// The routes whose probability is at least a bar.
    func proposals(bar: Double) -> [RouteProposal] {
        guard places > 0 else { return [] }
        let pairs = pairsToAsk()
        let answers = self.answers(to: pairs)
        let traits = heads.traits.applied(to: answers, rows: pairs.count)
        var likely: [Int] = []
        for index in pairs.indices
        where probability(traits[index * ReaderHeads.traitsWidth]) >= bar { likely.append(index) }
        guard !likely.isEmpty else { return [] }
        let cargoKeys = self.cargoKeys()
        return likely.map { index in
            let answer = Array(
                answers[(index * ReaderHeads.pair)..<((index + 1) * ReaderHeads.pair)])
            let traits = Array(
                traits[
                    (index * ReaderHeads.traitsWidth)..<((index + 1) * ReaderHeads.traitsWidth)])
            return proposal(pairs[index], answer, traits, cargoKeys)
        }
    }

    /// From how many places on pairs are left out whose ends both stand in other sentences.
    private static let crowd = 12

    /// The ordered pairs of places, and of each with the open end.
    ///
    /// A list of names would else cost its square in every sentence.
    private func pairsToAsk() -> [ReadingWindow.Pair] {
        var pairs: [ReadingWindow.Pair] = []
        func isHere(_ place: Int) -> Bool { place == places || row.candidates[place].distance == 0 }
        for origin in 0...places {
            for goal in 0...places where origin != goal {
                if places > Self.crowd, !isHere(origin), !isHere(goal) { continue }
                pairs.append(ReadingWindow.Pair(origin: origin, destination: goal))
            }
        }
        return pairs
    }

    /// A row a pair: the pair's vector after its look at the sentence.
    private func answers(to pairs: [ReadingWindow.Pair]) -> [Float] {
        let node = ReaderHeads.node
        var meeting = [Float](repeating: 0, count: pairs.count * node)
        for (index, pair) in pairs.enumerated() {
            let bucket = ReaderHeads.bucket(distance(pair.origin, pair.destination))
            let voice = (row.proposals[pair] ?? .nothing).rawValue
            for column in 0..<node {
                meeting[index * node + column] =
                    origins[pair.origin * node + column] + goals[pair.destination * node + column]
                    + heads.distance.base[bucket * node + column]
                    + heads.rule.base[voice * node + column]
            }
        }
        instructions.applyGELU(to: &meeting)
        let queries = heads.query.applied(to: meeting, rows: pairs.count)
        let look = SentenceLook(keys: keys, values: values, words: row.pieces.count)
        var input = [Float](repeating: 0, count: pairs.count * 3 * node)
        for (index, pair) in pairs.enumerated() {
            let base = index * 3 * node
            for column in 0..<node {
                input[base + column] = meeting[index * node + column]
                input[base + 2 * node + column] =
                    origins[pair.origin * node + column] * goals[pair.destination * node + column]
            }
            look.answer(queries, row: index, into: &input, at: base + node)
        }
        var answers = heads.answer.applied(to: input, rows: pairs.count)
        instructions.applyGELU(to: &answers)
        return answers
    }

    private func distance(_ origin: Int, _ goal: Int) -> Int? {
        guard origin < places, goal < places else { return nil }
        return start(goal) - start(origin)
    }

    private func start(_ place: Int) -> Int {
        window.mentions[row.candidates[place].mentions[0]].pieces.lowerBound
    }

    private func proposal(
        _ pair: ReadingWindow.Pair, _ answer: [Float], _ traits: [Float], _ cargoKeys: [Float]
    ) -> RouteProposal {
        let (modes, states) = (ReaderHeads.modes, ReaderHeads.states)
        let relations = ReaderHeads.relations
        let afterModes = 1 + modes.count
        let afterStates = afterModes + states.count
        let afterRelations = afterStates + relations.count
        func mention(_ place: Int) -> Int? {
            guard place < places else { return nil }
            return window.mentions[row.candidates[place].mentions[0]].mention
        }
        func best(_ range: Range<Int>) -> Int {
            range.max { traits[$0] < traits[$1] }.map { $0 - range.lowerBound } ?? 0
        }
        let trigger = heads.trigger.applied(to: answer, rows: 1)
        let word =
            (0..<row.pieces.count).max {
                Self.product(trigger, 0, keys, $0) < Self.product(trigger, 0, keys, $1)
            } ?? 0
        return RouteProposal(
            origin: pair.origin < places ? row.candidates[pair.origin].node : nil,
            destination: pair.destination < places ? row.candidates[pair.destination].node : nil,
            originMention: mention(pair.origin), destinationMention: mention(pair.destination),
            probability: probability(traits[0]), ways: passed(pair, answer),
            mode: modes[best(1..<afterModes)], status: states[best(afterModes..<afterStates)],
            relation: relations[best(afterStates..<afterRelations)],
            isBidirectional: traits[afterRelations] > 0,
            trigger: window.utf8Ranges[row.pieces.lowerBound + word],
            cargo: cargo(answer, cargoKeys), utf8Range: row.utf8Range,
            originRange: range(pair.origin), destinationRange: range(pair.destination))
    }

    /// Where the mention that stands for a place is; nil for the open end.
    private func range(_ place: Int) -> Range<Int>? {
        guard place < places else { return nil }
        return window.mentions[row.candidates[place].mentions[0]].utf8Range
    }

    /// The places passed, with how surely they are, where that is at all likely.
    private func passed(_ pair: ReadingWindow.Pair, _ answer: [Float]) -> [RouteProposal.Way] {
        let node = ReaderHeads.node
        let others = (0..<places).filter { $0 != pair.origin && $0 != pair.destination }
        guard !others.isEmpty else { return [] }
        let asked = heads.passed.applied(to: answer, rows: 1)
        var meeting = [Float](repeating: 0, count: others.count * node)
        for (index, place) in others.enumerated() {
            let from = ReaderHeads.bucket(distance(pair.origin, place)) * node
            let to = ReaderHeads.bucket(distance(place, pair.destination)) * node
            for column in 0..<node {
                meeting[index * node + column] =
                    asked[column] + ways[place * node + column]
                    + heads.passedFrom.base[from + column] + heads.passedTo.base[to + column]
            }
        }
        instructions.applyGELU(to: &meeting)
        return others.enumerated().compactMap { index, place in
            var sum = heads.passedScore.base[node]
            for column in 0..<node {
                sum += meeting[index * node + column] * heads.passedScore.base[column]
            }
            let probability = Self.logistic(sum)
            guard probability > 0.1 else { return nil }
            let candidate = row.candidates[place]
            let mention = window.mentions[candidate.mentions[0]]
            return RouteProposal.Way(
                node: candidate.node, mention: mention.mention, utf8Range: mention.utf8Range,
                probability: probability)
        }
    }

    /// The keys of the pieces up to the sentence's end, behind that of no cargo.
    private func cargoKeys() -> [Float] {
        let words = UnsafeBufferPointer(
            rebasing: hidden[heads.width..<(row.pieces.upperBound * heads.width)])
        return Array(UnsafeBufferPointer(start: heads.noCargo.base, count: ReaderHeads.node))
            + heads.cargoKey.applied(to: words, rows: row.pieces.upperBound - 1)
    }

    /// The longest phrase that is taken for cargo, in pieces.
    private static let longestCargo = 10

    private func cargo(_ answer: [Float], _ keys: [Float]) -> Range<Int>? {
        let asked = heads.cargo.applied(to: answer, rows: 1)
        let count = keys.count / ReaderHeads.node
        func best(_ part: Int) -> Int {
            (0..<count).max {
                Self.product(asked, part, keys, $0) < Self.product(asked, part, keys, $1)
            } ?? 0
        }
        let start = best(0)
        guard start > 0 else { return nil }
        var end = best(1)
        if end < start || end >= start + Self.longestCargo { end = start }
        let lower = window.utf8Ranges[start].lowerBound
        return lower..<max(lower, window.utf8Ranges[end].upperBound)
    }

    private static func product(
        _ asked: [Float], _ part: Int, _ keys: [Float], _ row: Int
    ) -> Float {
        var sum: Float = 0
        for column in 0..<ReaderHeads.node {
            sum += asked[part * ReaderHeads.node + column] * keys[row * ReaderHeads.node + column]
        }
        return sum
    }

    /// The calibrated probability of a pair's score.
    private func probability(_ score: Float) -> Double {
        Self.logistic(score * heads.calibration.base[0] + heads.calibration.base[1])
    }

    private static func logistic(_ number: Float) -> Double { 1 / (1 + exp(-Double(number))) }
}
