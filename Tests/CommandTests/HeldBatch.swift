import Foundation
import Testing

/// A `periplus batch` that is held open: lines are given to it one by one, and its answers read.
final class HeldBatch {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    private var rest: [UInt8] = []

    init(_ arguments: [String] = [], command: String = "batch") throws {
        process.executableURL = PeriplusProcess.executable
        process.arguments = [command] + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Gives it a document.
    func ask(_ id: String, _ text: String) throws {
        let line = try JSONSerialization.data(withJSONObject: ["id": id, "text": text])
        try input.fileHandleForWriting.write(contentsOf: line + [0x0A])
    }

    /// Gives it a line as it is.
    func ask(line: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
    }

    /// Its next answer; fails where none comes within a minute.
    func answer() throws -> [String: Any] {
        let line = Data(try line().utf8)
        return try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    }

    /// The next line it says; fails where none comes within a minute.
    func line() throws -> String {
        let descriptor = output.fileHandleForReading.fileDescriptor
        while !rest.contains(0x0A) {
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            try #require(poll(&polled, 1, 60_000) == 1, "no answer")
            let data = output.fileHandleForReading.availableData
            try #require(!data.isEmpty, "no answer: batch has ended")
            rest += data
        }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = Data(rest[..<end])
        rest.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
    }

    /// The code of its next answer's error; nil where it is a result.
    func errorCode() throws -> String? {
        (try answer()["error"] as? [String: Any])?["code"] as? String
    }

    /// Closes its input and gives its exit code and what it says on standard error.
    func end() throws -> (status: Int32, errors: String) {
        try input.fileHandleForWriting.close()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }

    /// The processes that it has started.
    var workers: [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.filter { worker in
            let status =
                (try? String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8)) ?? ""
            let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
            // A process that has ended and is waited for is none any more.
            return fields.count > 2 && fields[0] != "Z"
                && fields[1] == "\(process.processIdentifier)"
        }
    }

    /// Whether an answer is there, or it has ended.
    private var hasSpoken: Bool {
        let descriptor = output.fileHandleForReading.fileDescriptor
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 0) == 1
    }

    /// Sends its workers a signal, again and again, until it answers; each time it waits longer, since those
    /// that have not begun do not count.
    func signalUntilAnswered(_ signal: Int32) {
        var pause: UInt32 = 300_000
        while pause < 20_000_000 {
            let end = ContinuousClock.now + .microseconds(Int(pause))
            while ContinuousClock.now < end, !hasSpoken { usleep(5_000) }
            if hasSpoken { return }
            for worker in workers { kill(worker, signal) }
            pause *= 2
        }
    }

    /// Sends its workers a signal once.
    func signal(_ signal: Int32) {
        for worker in workers { kill(worker, signal) }
    }

    /// Ends the program itself, as `kill -9` does, and gives the workers it had.
    func killed() -> [pid_t] {
        let workers = workers
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return workers
    }
}
