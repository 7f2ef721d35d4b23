/// How many lines of a batch gave no result, and why.
struct FailureCount: CustomStringConvertible {
    private(set) var all = 0
    private var kinds: [BatchRunFailure: Int] = [:]

    mutating func add(_ answer: BatchAnswer) {
        if answer.isFailure { all += 1 }
        if let failure = answer.failure { kinds[failure, default: 0] += 1 }
    }

    var description: String {
        let told = BatchRunFailure.allCases.compactMap { kind in
            kinds[kind].map { "\($0) \(kind.words)" }
        }
        return "\(all) lines could not be used"
            + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
    }
}

extension BatchRunFailure {
    fileprivate var words: String {
        switch self {
        case .crashed: "made the program fail"
        case .limit: "took too long"
        case .memory: "needed too much memory"
        }
    }
}
