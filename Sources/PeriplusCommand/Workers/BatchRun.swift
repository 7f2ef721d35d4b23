internal import Formats
internal import Foundation

/// Works through the lines of a batch in processes of their own; answers leave in the order of the lines.
///
/// A document that crashes its process, takes too long or too much memory costs its own answer and no
/// other. An answer is given as soon as no earlier line is unfinished; nothing waits for more input.
struct BatchRun {
    /// What a document may cost.
    struct Limits {
        /// Seconds; 0 is no limit.
        var seconds: Double
        /// Bytes of memory of a worker; 0 is no limit.
        var memory: Int
    }

    let arguments: [String]
    let most: Int
    let limits: Limits
    /// Lines that wait at a worker, so that it never waits for us: few, as its end costs them a way back.
    var mostJobs = 4
    var input: LineQueue
    var workers: [WorkerProcess] = []
    /// What the routers of workers that have ended were asked.
    var settled = RouterReport()
    /// Answers that wait for those of earlier lines.
    var answers: [Int: BatchAnswer] = [:]
    var digests: [Int: UInt64] = [:]
    /// Lines handed out, and answers given.
    var taken = 0
    var written = 0
    /// Workers that ended before they were ready, one after another.
    var falseStarts = 0

    /// A run over some lines.
    ///
    /// - Parameters:
    ///   - input: the lines.
    ///   - arguments: the command line of a worker.
    ///   - workers: how many work at a time, at most.
    ///   - limits: what a document may cost.
    init(_ input: LineQueue, arguments: [String], workers: Int, limits: Limits) {
        self.input = input
        self.arguments = arguments
        most = workers
        self.limits = limits
    }

    /// What all routers have been asked.
    var router: RouterReport { workers.reduce(settled) { $0 + $1.router } }

    /// Starts the first worker and waits for it.
    ///
    /// - Returns: what its results are made with.
    /// - Throws: `CommandError`, when workers cannot work: no gazetteer, for example.
    mutating func start() throws(CommandError) -> String {
        while true {
            let worker = try WorkerProcess(arguments: arguments)
            while worker.receive() {
                guard let frame = worker.nextFrame() else { continue }
                guard frame.kind == .ready else { throw Self.refusal(frame) }
                workers = [worker]
                falseStarts = 0
                return String(decoding: frame.payload, as: UTF8.self)
            }
            try countFalseStart(worker.wait())
        }
    }

    /// Passes over lines that an earlier run has finished.
    ///
    /// - Parameter digests: those of the lines, in their order.
    /// - Throws: `CommandError`, when they are not the lines of this input.
    mutating func skip(_ digests: [UInt64]) throws(CommandError) {
        for (number, digest) in digests.enumerated() {
            var line = input.next()
            while line == nil, !input.isAtEnd {
                try input.fill()
                line = input.next()
            }
            guard let line, LineDigest.value(of: line) == digest else {
                throw CommandError(
                    .badData,
                    "line \(number + 1) is not the one that the interrupted run has finished; "
                        + "without --resume all is done anew")
            }
        }
    }

    /// Works through all lines.
    ///
    /// - Parameter write: called with answers and the digests of their lines, in the order of the lines, and with
    ///   what all routers have been asked.
    /// - Throws: `CommandError`, or what `write` throws.
    mutating func run(
        write: ([(BatchAnswer, digest: UInt64)], RouterReport) throws -> Void
    ) throws {
        defer { workers.forEach { $0.kill() } }
        while true {
            try hand()
            if written == taken, input.isAtEnd { break }
            try waitForNews()
            var ready: [(BatchAnswer, digest: UInt64)] = []
            while let answer = answers.removeValue(forKey: written) {
                ready.append((answer, digests.removeValue(forKey: written) ?? 0))
                written += 1
            }
            if !ready.isEmpty { try write(ready, router) }
        }
        dismissWorkers()
    }

    /// Works through lines that have nothing to do with one another: each is answered as soon as it can be, and
    /// at the end of the input what is unanswered is nobody's any more.
    ///
    /// - Parameter write: called with answers and the numbers of their lines, from 0.
    /// - Throws: `CommandError`, or what `write` throws.
    mutating func runUnordered(
        write: ([(number: Int, answer: BatchAnswer)]) throws -> Void
    ) throws {
        defer { workers.forEach { $0.kill() } }
        // One document must not wait behind another while there is a worker without any.
        mostJobs = 1
        while true {
            try hand()
            if input.isAtEnd { break }
            try waitForNews()
            let ready = answers.map { (number: $0.key, answer: $0.value) }
            answers.removeAll(keepingCapacity: true)
            digests.removeAll(keepingCapacity: true)
            written += ready.count
            if !ready.isEmpty { try write(ready) }
        }
        dismissWorkers()
    }

    private mutating func dismissWorkers() {
        settled = router
        let all = workers
        workers = []
        for worker in all { worker.dismiss() }
    }
}
