/// The named entity recogniser: a greedy pass that opens, continues and closes entities.
///
/// This is spaCy's `BiluoPushDown`.
struct EntityRecogniser: Sendable {
    let model: StateModel
    /// For each move its kind and the index of its type, -1 for none.
    private let kinds: [(kind: Kind, type: Int)]
    /// The types of entities.
    let types: [EntityType]

    private enum Kind {
        case begin, inside, last, unit, outside
    }

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, width: Int) throws(LanguageError) {
        model = try StateModel(file, "entities", width: width, roles: 3)
        var types: [EntityType] = []
        var kinds: [(kind: Kind, type: Int)] = []
        for move in model.moves {
            let name = String(move.dropFirst(2))
            var type = types.firstIndex { $0.rawValue == name } ?? -1
            if type < 0, !name.isEmpty {
                type = types.count
                types.append(EntityType(rawValue: name))
            }
            let kind: Kind? =
                switch move.first {
                case "B": .begin
                case "I": .inside
                case "L": .last
                case "U": .unit
                case "O": .outside
                default: nil
                }
            guard let kind else {
                throw file.fault("an unknown move of the entity recogniser, \(move)")
            }
            kinds.append((kind, type))
        }
        guard kinds.contains(where: { $0.kind == .outside }),
            types.indices.allSatisfy({ type in
                kinds.contains { $0.kind == .last && $0.type == type }
            })
        else { throw file.fault("the entity recogniser lacks a kind of move") }
        self.types = types
        self.kinds = kinds
    }

    /// The entities of a text of `count` tokens, given what each adds to a state.
    func entities(
        count: Int, features: UnsafePointer<Float>, _ workspace: StateWorkspace,
        isStart: (Int) -> Bool, isSpace: (Int) -> Bool
    ) -> [Entity] {
        var found: [Entity] = []
        var open: (start: Int, type: Int)?
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3) { seen in
            withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: 3) { inputs in
                guard let seen = seen.baseAddress, let inputs = inputs.baseAddress else { return }
                for token in 0..<count {
                    seen[0] = Int32(truncatingIfNeeded: token)
                    seen[1] = open.map { Int32(truncatingIfNeeded: $0.start) } ?? -1
                    seen[2] = open == nil ? -1 : seen[0] - 1
                    let scores = model.scores(seen, features, inputs, workspace)
                    let endsHere = token + 1 >= count || isStart(token + 1)
                    let move = best(scores, open?.type, endsHere: endsHere, isSpace: isSpace(token))
                    switch move.kind {
                    case .begin: open = (token, move.type)
                    case .unit:
                        found.append(Entity(tokens: token..<(token + 1), type: types[move.type]))
                    case .last:
                        found.append(
                            Entity(
                                tokens: (open?.start ?? token)..<(token + 1), type: types[move.type]
                            ))
                        open = nil
                    case .inside, .outside: break
                    }
                }
            }
        }
        return found
    }

    @inline(__always)
    private func best(
        _ scores: UnsafePointer<Float>, _ open: Int?, endsHere: Bool, isSpace: Bool
    ) -> (kind: Kind, type: Int) {
        var best = -1
        for index in kinds.indices {
            let move = kinds[index]
            let isAllowed =
                switch move.kind {
                case .begin: open == nil && !endsHere && !isSpace
                case .inside: open == move.type && !endsHere
                case .last: open == move.type
                case .unit: open == nil && !isSpace && move.type >= 0
                case .outside: open == nil
                }
            if isAllowed, best < 0 || scores[index] > scores[best] { best = index }
        }
        return best < 0 ? (.outside, -1) : kinds[best]
    }
}
