/// A pattern as instructions for a backtracking matcher.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// One character of a set; its members below 128, and the direction it is read in.
        case step(set: Int, low: UInt64, high: UInt64, backward: Bool)
        /// Two ways on, the first to be tried first.
        case split(Int, Int)
        case jump(Int)
        /// A condition whose instructions follow; where to go on.
        case look(resume: Int, negated: Bool)
        case accept
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []

    /// The instructions for a pattern; where `backward`, its matches are read from their end.
    init(_ node: PatternNode, backward: Bool) {
        emit(node, backward)
        instructions.append(.accept)
    }

    private mutating func emit(_ node: PatternNode, _ backward: Bool) {
        switch node {
        case .set(let set):
            instructions.append(
                .step(set: sets.count, low: set.low, high: set.high, backward: backward))
            sets.append(set)
        case .sequence(let nodes):
            for node in backward ? nodes.reversed() : nodes { emit(node, backward) }
        case .alternatives(let nodes):
            var jumps: [Int] = []
            for node in nodes.dropLast() {
                let split = reserve()
                emit(node, backward)
                jumps.append(reserve())
                instructions[split] = .split(split + 1, instructions.count)
            }
            if let last = nodes.last { emit(last, backward) }
            for jump in jumps { instructions[jump] = .jump(instructions.count) }
        case .repeated(let node, let least, let most):
            for _ in 0..<least { emit(node, backward) }
            if let most {
                let splits = (least..<most).map { _ in
                    let split = reserve()
                    emit(node, backward)
                    return split
                }
                for split in splits { instructions[split] = .split(split + 1, instructions.count) }
            } else {
                let split = reserve()
                emit(node, backward)
                instructions.append(.jump(split))
                instructions[split] = .split(split + 1, instructions.count)
            }
        case .look(let node, let behind, let negated):
            let look = reserve()
            emit(node, behind)
            instructions.append(.accept)
            instructions[look] = .look(resume: instructions.count, negated: negated)
        }
    }

    private mutating func reserve() -> Int {
        instructions.append(.accept)
        return instructions.count - 1
    }
}
