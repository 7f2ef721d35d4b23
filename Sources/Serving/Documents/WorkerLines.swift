internal import Foundation
internal import Synchronization

/// A running program that is given lines and answers each by a line behind its number, in any order.
final class WorkerLines: Sendable {
    private let process: Process
    private let input: FileHandle
    private let sending = DispatchQueue(label: "periplus.worker-lines")
    private let sent = Mutex(0)

    /// Starts the program; `onAnswer` is called with the number of a line, from 0, and its answer, `onEnd` when the
    /// program has ended, with whether it ever was ready.
    init(
        program: URL, arguments: [String],
        onAnswer: @escaping @Sendable (Int, Data) -> Void,
        onEnd: @escaping @Sendable (Bool) -> Void
    ) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let toProgram = Pipe()
        let fromProgram = Pipe()
        process.standardInput = toProgram
        process.standardOutput = fromProgram
        try process.run()
        self.process = process
        input = toProgram.fileHandleForWriting
        let output = fromProgram.fileHandleForReading
        Thread.detachNewThread {
            let wasReady = Self.listen(to: output.fileDescriptor, onAnswer)
            process.waitUntilExit()
            try? output.close()
            onEnd(wasReady)
        }
    }

    /// Gives it a line; the answer will have this number.
    func send(_ line: Data) -> Int {
        sent.withLock { sent in
            defer { sent += 1 }
            sending.async { [input] in
                // Where it is gone, its output tells.
                try? input.write(contentsOf: line + [0x0A])
            }
            return sent
        }
    }

    /// Lets it end.
    func end() {
        sending.async { [input] in try? input.close() }
    }

    /// Reads until the end; whether it has said that it is ready.
    private static func listen(
        to descriptor: Int32, _ onAnswer: (Int, Data) -> Void
    ) -> Bool {
        var isReady = false
        var buffer = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return isReady }
            var rest = piece[..<count]
            while let end = rest.firstIndex(of: 0x0A) {
                buffer.append(contentsOf: rest[..<end])
                rest = rest[(end + 1)...]
                if let space = buffer.firstIndex(of: 0x20),
                    let number = Int(String(decoding: buffer[..<space], as: UTF8.self))
                {
                    onAnswer(number, Data(buffer[(space + 1)...]))
                } else {
                    isReady = true
                }
                buffer.removeAll(keepingCapacity: buffer.count < 1 << 20)
            }
            buffer.append(contentsOf: rest)
        }
    }
}
