/// A parsed regular expression of the kind that tokeniser rules use.
///
/// It has sets, sequences, alternatives, greedy repetition, looking ahead and behind, but no captures.
indirect enum PatternNode: Sendable {
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repeated(PatternNode, atLeast: Int, atMost: Int?)
    case look(PatternNode, behind: Bool, negated: Bool)

    /// The alternatives that a choice somewhere at the top level multiplies out to.
    var multipliedOut: [PatternNode] {
        switch self {
        case .alternatives(let nodes):
            return nodes.flatMap(\.multipliedOut)
        case .sequence(let nodes):
            guard
                let index = nodes.firstIndex(where: {
                    if case .alternatives = $0 { true } else { false }
                }),
                case .alternatives(let choices) = nodes[index]
            else { return [self] }
            return choices.map { choice in
                .sequence(Array(nodes[..<index]) + [choice] + Array(nodes[(index + 1)...]))
            }
        default: return [self]
        }
    }

    /// The sets that can match first, read in a direction, and whether nothing need match.
    func edge(backward: Bool) -> (sets: [ScalarSet], isOptional: Bool) {
        switch self {
        case .set(let set): return ([set], false)
        case .look: return ([], true)
        case .repeated(let node, let least, _):
            let inner = node.edge(backward: backward)
            return (inner.sets, least == 0 || inner.isOptional)
        case .alternatives(let nodes):
            let edges = nodes.map { $0.edge(backward: backward) }
            return (edges.flatMap(\.sets), edges.contains(where: \.isOptional))
        case .sequence(let nodes):
            var sets: [ScalarSet] = []
            for node in backward ? nodes.reversed() : nodes {
                let edge = node.edge(backward: backward)
                sets += edge.sets
                if !edge.isOptional { return (sets, false) }
            }
            return (sets, true)
        }
    }

    /// Characters that every match contains.
    var requiredCharacters: Set<UInt32> {
        switch self {
        case .set(let set): set.onlyMember.map { [$0] } ?? []
        case .look: []
        case .repeated(let node, let least, _): least > 0 ? node.requiredCharacters : []
        case .sequence(let nodes): nodes.reduce(into: []) { $0.formUnion($1.requiredCharacters) }
        case .alternatives(let nodes):
            nodes.dropFirst().reduce(nodes.first?.requiredCharacters ?? []) {
                $0.intersection($1.requiredCharacters)
            }
        }
    }
}
