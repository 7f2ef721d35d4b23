internal import Foundation

/// A process of this program that maps the lines it is given, one after another.
final class WorkerProcess {
    /// How a process ended.
    enum End {
        case exited(Int32)
        case killed(signal: Int32)
    }

    let output: Int32
    /// The lines it has and has not answered, the one it works on first.
    private(set) var jobs: [BatchJob] = []
    /// Since when it has been at the first of them; nil where it has none, or is not ready.
    private(set) var since: ContinuousClock.Instant?
    let started = ContinuousClock.now
    /// Whether it has said that it can work.
    private(set) var isReady = false
    /// Why it was ended by us, if it was.
    var verdict: BatchJob.Verdict?
    /// What its router has been asked.
    var router = RouterReport()
    private var looked: (start: ContinuousClock.Instant, work: Duration)?
    private let process: pid_t
    private var input: Int32
    private var outgoing: [UInt8] = []
    private var sent = 0
    private var frames = FrameBuffer()

    /// Starts a process of this very program.
    ///
    /// - Throws: `CommandError`, when the system gives none.
    init(arguments: [String]) throws(CommandError) {
        guard let toWorker = Pipe(), let fromWorker = Pipe() else {
            throw CommandError(.unavailable, "no pipe to a worker: \(Self.reason(errno))")
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toWorker.reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromWorker.writing, STDOUT_FILENO)
        var environment = ProcessInfo.processInfo.environment
        if environment[Self.backtraces] == nil {
            // The user is told of a failed document by its line, not by pages of addresses.
            environment[Self.backtraces] = "enable=no"
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }
        let words = ["periplus"] + arguments
        var argv = words.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in argv + envp { free(word) } }
        var process = pid_t()
        let failure = posix_spawn(&process, "/proc/self/exe", &actions, nil, &argv, &envp)
        close(toWorker.reading)
        close(fromWorker.writing)
        guard failure == 0 else {
            close(toWorker.writing)
            close(fromWorker.reading)
            throw CommandError(.unavailable, "cannot start a worker: \(Self.reason(failure))")
        }
        self.process = process
        input = toWorker.writing
        output = fromWorker.reading
        // A worker that reads slowly must not hold up the others.
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
    }

    /// The variable by which a user asks for backtraces, or for none.
    static let backtraces = "SWIFT_BACKTRACE"

    deinit {
        if input >= 0 { close(input) }
        close(output)
    }

    private struct Pipe {
        let reading: Int32
        let writing: Int32

        init?() {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            // Closed in every other worker, or none would see its own end. Workers are started one by one.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reading, writing) = (ends[0], ends[1])
        }
    }

    private static func reason(_ error: Int32) -> String { String(cString: strerror(error)) }
}

extension WorkerProcess {
    /// What to wait on to send on; nil where nothing waits to be sent.
    var pendingInput: Int32? { sent < outgoing.count ? input : nil }

    /// Bytes of lines that it has and has not answered.
    var load: Int { jobs.reduce(0) { $0 + $1.line.count } }

    /// Gives it a line.
    func take(_ job: BatchJob) {
        jobs.append(job)
        if isReady, jobs.count == 1 { since = .now }
        if sent == outgoing.count {
            // The room of one long line is not kept for ever.
            outgoing.removeAll(keepingCapacity: outgoing.capacity < 1 << 20)
            sent = 0
        }
        let frame = job.frame
        outgoing += frame.head
        outgoing += frame.payload
        send()
    }

    /// Sends what the pipe takes.
    func send() {
        while sent < outgoing.count {
            let count = outgoing.withUnsafeBytes { bytes in
                write(input, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count > 0 {
                sent += count
            } else if errno != EINTR {
                // Full, or the worker is gone, which its other pipe tells.
                return
            }
        }
    }

    /// Reads what is there; false when the process has ended, or speaks nonsense.
    func receive() -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { piece in
            let count = read(output, piece.baseAddress, piece.count)
            if count > 0 { frames.append(UnsafeRawBufferPointer(rebasing: piece[..<count])) }
            return count
        }
        return count > 0 || (count < 0 && errno == EINTR)
    }

    /// The next thing it has said.
    func nextFrame() -> WorkerFrame? {
        guard let frame = frames.next() else { return nil }
        if frame.kind == .ready {
            isReady = true
            since = jobs.isEmpty ? nil : .now
        }
        return frame
    }

    /// Whether what it says makes no sense.
    var isBroken: Bool { frames.isBroken }

    /// Takes the first job off it, which it has answered or died of.
    func finishFirst() -> BatchJob? {
        guard !jobs.isEmpty else { return nil }
        let job = jobs.removeFirst()
        since = jobs.isEmpty ? nil : .now
        return job
    }

    /// Ends it at once.
    func kill() { _ = Foundation.kill(process, SIGKILL) }

    /// Lets it end, where it has nothing more to do.
    func dismiss() {
        close(input)
        input = -1
        _ = wait()
    }

    /// Waits for its end.
    func wait() -> End {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// The time of a processor that it has had since it began a job; asked for first, it is where it counts from.
    ///
    /// On a machine with much to do a document may wait for long; that is not its fault.
    func work(since start: ContinuousClock.Instant) -> Duration {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8),
            let nanoseconds = text.split(separator: " ").first.flatMap({ Int64($0) })
        else { return start.duration(to: .now) }
        let all = Duration.nanoseconds(nanoseconds)
        if let looked, looked.start == start { return all - looked.work }
        // What it did before the first look, which comes soon, was at most all that time.
        let before = min(start.duration(to: .now), all, .seconds(1))
        looked = (start, all - before)
        return before
    }

    /// Bytes of memory that it alone holds.
    var ownMemory: Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
        else { return 0 }
        // Pages: all, resident, of those shared with files.
        let pages = text.split(separator: " ").prefix(3).compactMap { Int($0) }
        return pages.count == 3 ? (pages[1] - pages[2]) * Int(getpagesize()) : 0
    }
}
