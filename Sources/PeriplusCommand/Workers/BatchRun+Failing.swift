internal import Formats
internal import Foundation

extension BatchRun {
    /// Puts another worker in the place of one that has ended, and gives it what is unanswered.
    mutating func replace(_ index: Int) throws(CommandError) {
        let worker = workers[index]
        let end = worker.wait()
        settled = settled + worker.router
        if !worker.isReady { try countFalseStart(end) }
        var jobs = worker.jobs
        if worker.isReady, !jobs.isEmpty {
            let job = jobs.removeFirst()
            if let again = judged(job, worker.verdict ?? Self.verdict(on: end)) {
                jobs.insert(again, at: 0)
            }
        }
        workers[index] = try WorkerProcess(arguments: arguments)
        for job in jobs { workers[index].take(job) }
    }

    /// What becomes of the line that a worker has ended on: another try, a line that says why there is no
    /// more, or, where not even that can be read, its answer.
    private mutating func judged(_ job: BatchJob, _ verdict: BatchJob.Verdict) -> BatchJob? {
        var job = job
        if let earlier = job.verdict {
            answers[job.number] = BatchAnswer(
                line: BatchLineWriter().line(
                    errorCode: earlier.code.rawValue, message: earlier.message),
                isFailure: true, failure: earlier.code)
            return nil
        }
        // What came together over many documents is not this one's fault. Time is not tried again.
        if job.isSecondTry || verdict.code == .limit {
            job.verdict = verdict
        } else {
            job.isSecondTry = true
        }
        return job
    }

    private static func verdict(on end: WorkerProcess.End) -> BatchJob.Verdict {
        switch end {
        case .killed(let signal) where signal == SIGKILL:
            BatchJob.Verdict(
                code: .memory, message: "the system ended the program on this document")
        case .killed(let signal):
            BatchJob.Verdict(
                code: .crashed,
                message: "the program failed on this document (signal \(signal)); please report it")
        case .exited(let status):
            BatchJob.Verdict(
                code: .crashed,
                message: "the program failed on this document (exit \(status)); please report it")
        }
    }

    mutating func countFalseStart(_ end: WorkerProcess.End) throws(CommandError) {
        falseStarts += 1
        guard falseStarts < Self.mostFalseStarts else {
            throw CommandError(.software, "workers do not start: \(Self.verdict(on: end).message)")
        }
    }

    /// One may be killed from outside before it is ready; as many as this, and none will ever be.
    private static let mostFalseStarts = 10

    /// Why a worker cannot work, as it tells.
    static func refusal(_ frame: WorkerFrame) -> CommandError {
        let status = frame.payload.first.flatMap { ExitStatus(rawValue: Int32($0)) } ?? .software
        return CommandError(
            status, String(decoding: frame.payload.dropFirst(), as: UTF8.self))
    }
}
