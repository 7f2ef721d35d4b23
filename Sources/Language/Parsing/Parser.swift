/// The dependency parser: greedy arc-eager transitions over whole texts, sentence breaks included.
struct Parser: Sendable {
    let model: StateModel
    /// For each move the label of the arc it makes, and the label of the head that the arc is to be
    /// moved to where that is not its own ("prep||dobj").
    let arcs: [(label: UInt8, target: UInt8?)]
    /// The labels that arcs have, as numbered in `arcs`; the first is that of a sentence's head.
    let labels: [DependencyLabel]
    private let shift: Int
    private let reduce: Int
    private let left: Range<Int>
    private let right: Range<Int>
    private let split: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, width: Int) throws(LanguageError) {
        model = try StateModel(file, "parser", width: width, roles: 8)
        let moves = model.moves
        func range(_ prefix: String) -> Range<Int> {
            let first = moves.firstIndex { $0.hasPrefix(prefix) } ?? 0
            return first..<(moves.lastIndex { $0.hasPrefix(prefix) }.map { $0 + 1 } ?? first)
        }
        guard let shift = moves.firstIndex(of: "S"), let reduce = moves.firstIndex(of: "D"),
            let split = moves.firstIndex(where: { $0.hasPrefix("B-") }), moves.count <= 256
        else { throw file.fault("the parser lacks a kind of move") }
        (self.shift, self.reduce, self.split) = (shift, reduce, split)
        left = range("L-")
        right = range("R-")
        guard [left, right].allSatisfy({ $0.allSatisfy { moves[$0].dropFirst().first == "-" } }),
            2 + 1 + left.count + right.count == moves.count
        else { throw file.fault("the parser's moves are out of order") }
        var labels: [DependencyLabel] = [.root, .dep]
        arcs = moves.map { move in
            let parts = move.dropFirst(2).split(separator: "|").map { part in
                let label = DependencyLabel(rawValue: String(part))
                if !labels.contains(label) { labels.append(label) }
                return UInt8(truncatingIfNeeded: labels.firstIndex(of: label) ?? 0)
            }
            return (parts.first ?? 1, parts.count > 1 ? parts[1] : nil)
        }
        guard labels.count < 255 else { throw file.fault("the parser has too many labels") }
        self.labels = labels
    }

    /// The parse of a text of `count` tokens, given what each adds to a state.
    func parse(count: Int, features: UnsafePointer<Float>, _ workspace: StateWorkspace)
        -> ArcEagerState
    {
        var state = ArcEagerState(count: count)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8) { seen in
            withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: 8) { inputs in
                guard let seen = seen.baseAddress, let inputs = inputs.baseAddress else { return }
                // Each token is shifted, reduced and put back at most a few times; the bound only
                // guards against a model with absurd weights.
                var steps = 0
                while !state.isFinal, steps < 20 * count + 20 {
                    steps += 1
                    state.look(seen)
                    step(&state, model.scores(seen, features, inputs, workspace))
                }
            }
        }
        return state
    }

    @inline(__always)
    private func step(_ state: inout ArcEagerState, _ scores: UnsafePointer<Float>) {
        let allowed = state.allowed
        var best = -1
        func consider(_ move: Int) {
            if best < 0 || scores[move] > scores[best] { best = move }
        }
        if allowed.shift { consider(shift) }
        if allowed.reduce { consider(reduce) }
        if allowed.arc {
            for move in left { consider(move) }
            for move in right { consider(move) }
        }
        if allowed.split { consider(split) }
        switch best {
        case shift: state.shift()
        case reduce: state.reduce()
        case split: state.split()
        case left: state.leftArc(UInt8(truncatingIfNeeded: best))
        default: state.rightArc(UInt8(truncatingIfNeeded: best))
        }
    }
}
