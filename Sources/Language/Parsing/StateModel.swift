internal import CKernels

/// The scorer of a transition system: what each token would add to a state in each role is computed
/// for all tokens at once; a state's scores then take a few additions and one small layer.
///
/// This is spaCy's `TransitionBasedParser` with its precomputable affine layer.
struct StateModel: Sendable {
    private let entry: LinearLayer
    private let lower: LinearLayer
    private let bias: FloatSection
    private let padding: FloatSection
    private let upper: LinearLayer
    /// The names of the moves, such as "L-nsubj".
    let moves: [String]
    /// How many tokens a state looks at.
    let roles: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, width: Int, roles: Int) throws(LanguageError) {
        entry = try LinearLayer(file, "\(name).in", depth: width)
        lower = try LinearLayer(file, "\(name).low", depth: entry.outputs)
        bias = try file.floats("\(name).state.b")
        padding = try file.floats("\(name).state.pad", count: lower.outputs)
        guard bias.count % 32 == 0, lower.outputs == roles * bias.count else {
            throw file.fault("the state model \(name) does not have \(roles) roles")
        }
        upper = try LinearLayer(file, "\(name).up", depth: bias.count / 2)
        moves = try file.lines(name + ".moves").map(String.init)
        guard !moves.isEmpty, moves.count <= upper.outputs else {
            throw file.fault("\(name).moves is odd")
        }
        self.roles = roles
    }

    /// The width of a row of what a token adds to a state.
    var featureWidth: Int { lower.outputs }

    /// What each token adds to a state, one row a token.
    func features(
        of vectors: UnsafePointer<Float>, rows: Int, _ workspace: StateWorkspace
    ) -> UnsafePointer<Float> {
        let entered = workspace.entered.reserve(rows * entry.outputs)
        entry.apply(to: vectors, rows: rows, into: entered)
        let features = workspace.features.reserve(rows * lower.outputs)
        lower.apply(to: entered, rows: rows, into: features)
        workspace.scores.reserve(upper.outputs).update(repeating: 0, count: upper.outputs)
        _ = workspace.hidden.reserve(bias.count)
        return UnsafePointer(features)
    }

    /// The scores of the moves in a state that sees the given tokens, -1 for none.
    @inline(__always)
    func scores(
        _ seen: UnsafePointer<Int32>, _ features: UnsafePointer<Float>,
        _ inputs: UnsafeMutablePointer<UnsafePointer<Float>?>, _ workspace: StateWorkspace
    ) -> UnsafePointer<Float> {
        for role in 0..<roles {
            let token = Int(seen[role])
            let base = token < 0 ? padding.base : features + token * lower.outputs
            inputs[role] = base + role * bias.count
        }
        let scores = workspace.scores.base
        pk_state_scores(
            pk_float_instructions(),
            inputs, roles, bias.base, bias.count / 2, upper.weightsBase, upper.biasBase,
            upper.outputs,
            workspace.hidden.base, scores)
        return UnsafePointer(scores)
    }
}
