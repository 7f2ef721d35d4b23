internal import Foundation

/// Runs a program of another package on a file, with bounds for its time, memory and output.
struct HelperProgram {
    /// Why there is no result.
    enum Failure: Error {
        case tooMuchOutput
        case cannotRun(String)
    }

    /// What the program did.
    struct Result {
        var output: [UInt8]
        var status: Int32
        /// Whether it was ended from outside, as by its bounds.
        var wasKilled: Bool
    }

    /// Stands among the arguments for the path of the file it works on.
    static let input = "{input}"

    let executable: URL
    /// The seconds of a processor it may take.
    let seconds: Int
    /// The bytes of memory it may take.
    let memory: Int
    /// The most bytes it may write.
    let output: Int

    /// The program of a name on the search path, if it is installed.
    static func located(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs it on some bytes, which lie in a file of their own meanwhile.
    func run(_ arguments: [String], on bytes: [UInt8]) throws(Failure) -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "periplus-\(UUID().uuidString)")
        let file = folder.appending(path: "input")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: file)
        } catch {
            throw .cannotRun("no room for a temporary file")
        }
        return try run(arguments.map { $0 == Self.input ? file.path : $0 })
    }

    private func run(_ arguments: [String]) throws(Failure) -> Result {
        let process = Process()
        let written = Pipe()
        // The shell only sets the bounds; the program and its arguments are no part of its script. One bound at a time:
        // Debian's shell takes no two, and would set none.
        let bounds =
            "ulimit -t \(seconds) 2>/dev/null; ulimit -v \(memory / 1024) 2>/dev/null"
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "\(bounds); exec \"$0\" \"$@\""] + [executable.path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = written
        // What it complains of is not read, and may be endless.
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .cannotRun("\(executable.lastPathComponent) cannot be started")
        }
        var bytes: [UInt8] = []
        while let piece = try? written.fileHandleForReading.read(upToCount: 1 << 16), !piece.isEmpty
        {
            bytes += piece
            guard bytes.count <= output else {
                process.terminate()
                process.waitUntilExit()
                throw .tooMuchOutput
            }
        }
        process.waitUntilExit()
        return Result(
            output: bytes, status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal)
    }
}
