internal import ArgumentParser
internal import Foundation

/// The hidden command by which the service has its documents read: lines come in by one pipe, and leave by another
/// as soon as each is answered, behind their numbers.
struct DocumentLinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document-lines", abstract: "Used by serve.", shouldDisplay: false)

    @OptionGroup var mapping: MappingOptions

    @Option(help: "Documents worked on at a time.")
    var jobs: Int?

    @Option(help: "Seconds of a processor that a document may take; 0 is all.")
    var limit: Double = 300

    @Option(help: "Megabytes that a document may take; 0 is all there is.")
    var memory: Int = 4_000

    func validate() throws {
        guard jobs.map({ (1...1_000).contains($0) }) ?? true, limit >= 0, limit.isFinite,
            (0...1 << 40).contains(memory)
        else { throw ValidationError("a limit is out of range") }
    }

    func run() throws {
        // Who stops the service at a terminal stops us by it, when its last answers are out.
        signal(SIGINT, SIG_IGN)
        _ = try Engine.location(mapping.data, data: try Engine.data(), quiet: true)
        var run = BatchRun(
            try LineQueue(path: "-"),
            arguments: ["batch-worker", "--answers-service"] + mapping.arguments,
            workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            limits: BatchRun.Limits(seconds: limit, memory: memory << 20))
        _ = try run.start()
        try StandardOutput.write("ready\n")
        try run.runUnordered { answers in
            var bytes: [UInt8] = []
            for (number, answer) in answers {
                bytes += Array("\(number) ".utf8) + answer.line
            }
            try StandardOutput.write(bytes: bytes)
        }
    }
}
