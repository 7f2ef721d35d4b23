internal import Foundation

/// Where the lines of a batch go: standard output, or a file that appears when it is whole.
///
/// Until then they are kept in `FILE.part` beside it, which `--resume` goes on from.
struct BatchSink {
    /// Lines that an earlier run has finished, to be passed over now.
    private(set) var finishedLines = 0
    private let path: String?
    private var descriptor: Int32 = STDOUT_FILENO

    /// Opens the destination; nil is standard output.
    init(path: String?, resumes: Bool) throws(CommandError) {
        self.path = path
        guard let path else { return }
        let part = path + ".part"
        descriptor = open(part, O_RDWR | O_CREAT | (resumes ? 0 : O_TRUNC), 0o644)
        guard descriptor >= 0 else {
            throw CommandError(
                .cannotCreate, "cannot write \(part): \(String(cString: strerror(errno)))")
        }
        if resumes { try keepWholeLines(of: part) }
    }

    /// Writes one line.
    func write(_ line: [UInt8]) throws(CommandError) {
        guard let path else {
            try StandardOutput.write(bytes: line)
            return
        }
        var start = 0
        while start < line.count {
            let written = line.withUnsafeBytes { bytes in
                Foundation.write(
                    descriptor, bytes.baseAddress?.advanced(by: start), line.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw CommandError(
                    .inputOutput, "writing \(path).part: \(String(cString: strerror(errno)))")
            }
            start += written
        }
    }

    /// Puts the whole file in its place.
    func finish() throws(CommandError) {
        guard let path else { return }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(path + ".part", path) == 0
        else {
            throw CommandError(
                .cannotCreate, "cannot put \(path) in place: \(String(cString: strerror(errno)))")
        }
    }

    /// Counts the whole lines of an interrupted run and cuts off a broken last one.
    private mutating func keepWholeLines(of part: String) throws(CommandError) {
        var length = 0
        var reader = LineReader(descriptor: descriptor, name: part)
        let size = lseek(descriptor, 0, SEEK_END)
        lseek(descriptor, 0, SEEK_SET)
        while let line = try reader.next() {
            guard length + line.count + 1 <= size else { break }
            length += line.count + 1
            finishedLines += 1
        }
        ftruncate(descriptor, off_t(length))
        lseek(descriptor, off_t(length), SEEK_SET)
    }
}
