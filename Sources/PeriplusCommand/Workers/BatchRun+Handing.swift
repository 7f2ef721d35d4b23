internal import Foundation

extension BatchRun {
    /// A slow document holds the answers behind it back, but only so many.
    private var mostUnwritten: Int { most * 32 }
    private static let mostLoad = 1 << 14

    /// Hands out lines while there are lines and workers to take them.
    mutating func hand() throws(CommandError) {
        while taken - written < mostUnwritten, let index = try roomiest() {
            guard let line = input.next() else { return }
            digests[taken] = LineDigest.value(of: line)
            workers[index].take(BatchJob(number: taken, line: line))
            taken += 1
        }
    }

    /// The worker that should have the next line; nil where all have enough.
    private mutating func roomiest() throws(CommandError) -> Int? {
        if let idle = workers.firstIndex(where: \.jobs.isEmpty) { return idle }
        if workers.count < most {
            // Only where there is a line for it.
            guard input.hasLine else { return nil }
            workers.append(try WorkerProcess(arguments: arguments))
            return workers.count - 1
        }
        return workers.indices.filter {
            workers[$0].jobs.count < mostJobs && workers[$0].load < Self.mostLoad
        }.min { workers[$0].load < workers[$1].load }
    }

    /// Whether a line would be taken at once.
    private var hasRoom: Bool {
        taken - written < mostUnwritten
            && (workers.count < most
                || workers.contains {
                    $0.jobs.count < mostJobs && $0.load < Self.mostLoad
                })
    }

    /// Waits until a worker has answered or ended, a line has come, or a limit is reached.
    mutating func waitForNews() throws(CommandError) {
        var polled = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
        polled += workers.map {
            pollfd(fd: $0.pendingInput ?? -1, events: Int16(POLLOUT), revents: 0)
        }
        let wantsInput = !input.isAtEnd && hasRoom
        polled.append(
            pollfd(fd: wantsInput ? input.descriptor : -1, events: Int16(POLLIN), revents: 0))
        let known = workers.count
        guard poll(&polled, nfds_t(polled.count), patience) >= 0 || errno == EINTR else {
            throw CommandError(.software, "waiting: \(String(cString: strerror(errno)))")
        }
        for index in 0..<known {
            if polled[known + index].revents != 0 { workers[index].send() }
            if polled[index].revents != 0 {
                try hear(index)
            } else {
                // Only what has not answered: we may ourselves have waited long for our reader.
                try checkLimits(index)
            }
        }
        if polled[known * 2].revents != 0 { try input.fill() }
    }

    /// Milliseconds to wait at most; below 0 is without end.
    private var patience: Int32 {
        let isWatched = limits.seconds > 0 || limits.memory > 0
        guard isWatched, workers.contains(where: { !$0.jobs.isEmpty }) else { return -1 }
        return Self.tick
    }

    /// Milliseconds between two looks at what a document has cost.
    private static let tick: Int32 = 100
    /// How many times its limit a document may wait for a processor that others have, or for something that
    /// never comes.
    private static let mostWaiting = 10
    /// A worker that is not ready after this time never will be.
    private static let longestStart = Duration.seconds(120)

    /// Hears what a worker has said.
    private mutating func hear(_ index: Int) throws(CommandError) {
        let worker = workers[index]
        let isAlive = worker.receive()
        while let frame = worker.nextFrame() {
            switch frame.kind {
            case .ready: falseStarts = 0
            case .unable: throw Self.refusal(frame)
            case .router:
                let report = try? JSONDecoder().decode(
                    RouterReport.self, from: Data(frame.payload))
                worker.router = report ?? worker.router
            case .result, .failure:
                guard let job = worker.finishFirst() else { continue }
                answers[job.number] = BatchAnswer(
                    line: frame.payload, isFailure: frame.kind == .failure,
                    failure: job.verdict?.code)
            case .line, .refusal: continue
            }
        }
        if worker.isBroken { worker.kill() }
        if !isAlive || worker.isBroken { try replace(index) }
    }

    /// Ends a worker whose document has had enough.
    private func checkLimits(_ index: Int) throws(CommandError) {
        let worker = workers[index]
        guard worker.verdict == nil else { return }
        let now = ContinuousClock.now
        guard let since = worker.since else {
            if !worker.isReady, worker.started.duration(to: now) > Self.longestStart {
                throw CommandError(.unavailable, "a worker does not start")
            }
            return
        }
        let spent = since.duration(to: now)
        guard spent > .milliseconds(Int(Self.tick)) else { return }
        let limit = Duration.seconds(limits.seconds)
        if limits.seconds > 0,
            spent > limit * Self.mostWaiting
                || (worker.work(since: since) > limit && spent > limit)
        {
            worker.verdict = BatchJob.Verdict(
                code: .limit,
                message: "the document took longer than \(limits.seconds.formatted()) s (--limit)")
        } else if limits.memory > 0, worker.ownMemory > limits.memory {
            worker.verdict = BatchJob.Verdict(
                code: .memory,
                message: "the document needs more than \(limits.memory >> 20) MB of memory")
        }
        if worker.verdict != nil { worker.kill() }
    }
}
