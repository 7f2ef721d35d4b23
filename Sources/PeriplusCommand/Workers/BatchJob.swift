/// A line of the input on its way to its answer.
struct BatchJob {
    /// Why a line gets no result though it could be read.
    struct Verdict {
        /// A short code that programs can compare.
        let code: BatchRunFailure
        /// What happened, for a person.
        let message: String
    }

    /// The place of the line among all, from 0.
    let number: Int
    let line: [UInt8]
    /// Whether a worker has ended on it before.
    var isSecondTry = false
    /// Set where it is not to be mapped any more.
    var verdict: Verdict?

    /// What a worker is told of it.
    var frame: WorkerFrame {
        guard let verdict else { return WorkerFrame(.line, line) }
        let words = Array(verdict.code.rawValue.utf8) + [0] + Array(verdict.message.utf8) + [0]
        return WorkerFrame(.refusal, words + line)
    }
}

/// How a document may end the worker that maps it.
enum BatchRunFailure: String, CaseIterable {
    /// A fault of the program.
    case crashed
    /// More time than `--limit` allows.
    case limit
    /// More memory than a document may take.
    case memory
}

/// The answer to a line.
struct BatchAnswer {
    /// UTF-8 with its line feed.
    let line: [UInt8]
    let isFailure: Bool
    var failure: BatchRunFailure?
}
