internal import ArgumentParser
internal import Foundation

/// `periplus batch`: one JSON object a line in, one a line out, same order, same id.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Map many documents: JSON lines in, JSON lines out, in order.",
        discussion: """
            In: {"id", "text", "date"?, "lang"?, "source"?}, or instead of "text" a file's "bytes" in \
            base64 with its "media_type"?; or an archive of the web (WARC, also in gzip), each page a \
            line. A line that cannot be used gives an error object in its place.
            """)

    @Argument(help: "A file of documents, one a line; standard input without one.")
    var file = "-"

    @OptionGroup var mapping: MappingOptions

    @Option(
        help: ArgumentHelp("Documents worked on at a time; else one a processor.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The work a document may take before it is given up, in seconds of a processor; 0 is all.",
            valueName: "seconds"))
    var limit: Double = 300

    @Option(
        help: ArgumentHelp(
            "The memory a document may take before it is given up; 0 is all there is.",
            valueName: "megabytes"))
    var memory: Int = 4_000

    @Option(name: .shortAndLong, help: "Write to a file, whole or not at all.")
    var output: String?

    @Flag(help: "Keep what an earlier, interrupted run to the same file has finished.")
    var resume = false

    @Flag(
        help: "Exit with 65 when any line could not be used, with 69 when a router did not answer.")
    var strict = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    func validate() throws {
        if let jobs, !(1...1_000).contains(jobs) {
            throw ValidationError("--jobs takes a whole number from 1 to 1000")
        }
        guard limit >= 0, limit.isFinite else {
            throw ValidationError("--limit takes seconds from 0")
        }
        guard (0...1 << 40).contains(memory) else {
            throw ValidationError("--memory takes megabytes from 0")
        }
        if resume, output == nil { throw ValidationError("--resume goes with -o") }
    }

    func run() throws {
        let watch = try mapping.router.watch()
        // A gazetteer that has to be made is made, and told of, before a worker waits for it.
        _ = try Engine.location(mapping.data, data: try Engine.data(), quiet: quiet)
        var run = BatchRun(
            try WebArchiveLines.isArchive(file)
                ? WebArchiveLines.queue(of: file) : LineQueue(path: file),
            arguments: ["batch-worker"] + mapping.arguments,
            workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            limits: BatchRun.Limits(seconds: limit, memory: memory << 20))
        let producer = try run.start()
        let sink = try BatchSink(
            path: output, resumes: resume, making: try mapping.digest(producer: producer))
        try run.skip(sink.finished)
        var failures = FailureCount()
        try run.run { answers, router in
            for (answer, _) in answers { failures.add(answer) }
            try sink.write(answers.map { ($0.0.line, $0.1) })
            watch.workers = router
            // A long run is better stopped early than done again.
            if !quiet, !strict { watch.tellEarly() }
        }
        watch.workers = run.router
        try sink.finish()
        if failures.all > 0 {
            if !quiet { StandardError.write(line: "periplus: \(failures)") }
            if strict { throw CommandError(.badData, "\(failures)") }
        }
        try watch.finish(strict: strict, quiet: quiet)
    }
}
