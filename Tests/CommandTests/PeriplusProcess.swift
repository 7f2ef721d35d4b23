import Foundation

/// The built program, run as a user would run it.
struct PeriplusProcess {
    let status: Int32
    let output: String
    let errors: String

    /// The lines on standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Runs the program, or another that takes the arguments behind some words, to its end, or until it writes
    /// more than so many KiB to one file.
    init(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
        in folder: URL? = nil, largestFile: Int? = nil, program: [String] = []
    ) throws {
        let process = Process()
        process.executableURL = program.first.map { URL(fileURLWithPath: $0) } ?? Self.executable
        process.arguments = program.dropFirst() + arguments
        if let largestFile {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments =
                ["-c", "ulimit -f \(largestFile) && exec \"$0\" \"$@\"", Self.executable.path]
                + arguments
        }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        // Through files, since a full pipe would block the one or the other side.
        let scratch = try Scratch()
        let outputURL = scratch.url("output")
        let errorURL = scratch.url("errors")
        let inputURL = scratch.url("input")
        try Data().write(to: outputURL)
        try Data().write(to: errorURL)
        try (input ?? Data()).write(to: inputURL)
        process.standardOutput = try FileHandle(forWritingTo: outputURL)
        process.standardError = try FileHandle(forWritingTo: errorURL)
        process.standardInput = try FileHandle(forReadingFrom: inputURL)
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -1
        output = try String(contentsOf: outputURL, encoding: .utf8)
        errors = try String(contentsOf: errorURL, encoding: .utf8)
    }

    /// Starts the program and kills it (SIGKILL) as soon as a condition holds; false when it had ended before.
    static func killed(_ arguments: [String], when holds: () -> Bool) throws -> Bool {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning, !holds() { usleep(2_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// The program beside the test bundle.
    static let executable = URL(fileURLWithPath: "/proc/self/exe")
        .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "periplus")
}
