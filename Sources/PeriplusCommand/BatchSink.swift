internal import Foundation

/// Where the lines of a batch go: standard output, or a file that appears when it is whole.
///
/// Until then they are kept in `FILE.part` beside it, which `--resume` goes on from. `FILE.part.log` tells
/// what made them, and of each line and its answer which they were; so nothing is mixed or doubled.
struct BatchSink {
    /// The digests of the lines that an earlier run has finished, to be passed over now.
    private(set) var finished: [UInt64] = []
    private let path: String?
    private var part: Int32 = STDOUT_FILENO
    private var log: Int32 = -1

    /// Opens the destination.
    ///
    /// - Parameters:
    ///   - path: the file; nil is standard output.
    ///   - resumes: whether to go on from what an interrupted run has left.
    ///   - digest: what tells these results from those of another program or with other options.
    /// - Throws: `CommandError`, when nothing can be written there, another run is writing there, or what is
    ///   there is not of this run.
    init(path: String?, resumes: Bool, making digest: String) throws(CommandError) {
        self.path = path
        guard let path else { return }
        part = try Self.opened(path + ".part")
        guard flock(part, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandError(.cannotCreate, "another run is writing \(path)")
        }
        // It may have been put in its place while we were waiting to open it.
        guard Self.isStill(part, at: path + ".part") else {
            throw CommandError(.cannotCreate, "another run has just written \(path)")
        }
        log = try Self.opened(path + ".part.log")
        let head = BatchLog.head(digest)
        if resumes, lseek(part, 0, SEEK_END) > 0 {
            let kept = try BatchLog(head: head, descriptor: log, of: path)
            finished = try kept.finished(in: part, of: path)
            ftruncate(log, off_t(head.count + finished.count * BatchLog.entryLength))
            lseek(log, 0, SEEK_END)
        } else {
            ftruncate(part, 0)
            ftruncate(log, 0)
            try send(head, to: log)
        }
    }

    /// Writes answers, each with the digest of its line.
    func write(_ answers: [(line: [UInt8], digest: UInt64)]) throws(CommandError) {
        if path != nil {
            // Whatever stands in the one file is accounted for in the other.
            try send(
                answers.flatMap {
                    BatchLog.entry(line: $0.digest, answer: LineDigest.value(of: $0.line))
                },
                to: log)
        }
        // Short lines go out together, the line of a long text by itself, without a copy.
        var joined: [UInt8] = []
        for (line, _) in answers {
            if line.count < Self.mostJoined {
                joined += line
                if joined.count < Self.mostJoined { continue }
            }
            try put(joined)
            joined.removeAll(keepingCapacity: true)
            if line.count >= Self.mostJoined { try put(line) }
        }
        try put(joined)
    }

    private static let mostJoined = 1 << 18

    private func put(_ bytes: [UInt8]) throws(CommandError) {
        if path == nil {
            try StandardOutput.write(bytes: bytes)
        } else {
            try send(bytes, to: part)
        }
    }

    /// Puts the whole file in its place.
    func finish() throws(CommandError) {
        guard let path else { return }
        guard fsync(part) == 0, rename(path + ".part", path) == 0 else {
            throw CommandError(
                .cannotCreate, "cannot put \(path) in place: \(String(cString: strerror(errno)))")
        }
        unlink(path + ".part.log")
        close(log)
        close(part)
    }

    private static func opened(_ path: String) throws(CommandError) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw CommandError(
                .cannotCreate, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
        return descriptor
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var open = stat()
        var named = stat()
        return fstat(descriptor, &open) == 0 && stat(path, &named) == 0
            && open.st_ino == named.st_ino && open.st_dev == named.st_dev
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) throws(CommandError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                Foundation.write(
                    descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw CommandError(
                    .inputOutput, "writing \(path ?? ""): \(String(cString: strerror(errno)))")
            }
            start += written
        }
    }
}
