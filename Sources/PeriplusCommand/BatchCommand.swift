internal import ArgumentParser
internal import Foundation
internal import Periplus

/// `periplus batch`: one JSON object a line in, one a line out, same order, same id.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Map many documents: JSON lines in, JSON lines out, in order.",
        discussion: """
            In: {"id", "text", "date"?, "lang"?, "source"?}. A line that cannot be used gives an \
            error object in its place.
            """)

    @Argument(help: "A file of documents, one a line; standard input without one.")
    var file = "-"

    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp("Documents worked on at a time; else one a processor.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Only toponyms, no routes.")
    var noRoutes = false

    @Option(name: .shortAndLong, help: "Write to a file, whole or not at all.")
    var output: String?

    @Flag(help: "Keep what an earlier, interrupted run to the same file has finished.")
    var resume = false

    @Flag(
        help: "Exit with 65 when any line could not be used, with 69 when a router did not answer.")
    var strict = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    @Option(help: ArgumentHelp("Your own decisions on names and places.", valueName: "file"))
    var places: String?

    @OptionGroup var router: RouterOptions

    /// Lines handed to a worker at a time: enough to make the handing over cheap.
    private static let blockLength = 8

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
        if resume, output == nil { throw ValidationError("--resume goes with -o") }
    }

    func run() async throws {
        var settings = RouteMapperOptions()
        settings.findsRoutes = !noRoutes
        var reader = try LineReader(path: file)
        let watch = try router.watch()
        let processor = BatchProcessor(
            mapper: try Engine.mapper(
                data, settings: settings, places: places, router: watch.engine))
        let sink = try BatchSink(path: output, resumes: resume)
        var failures = 0
        var done = sink.finishedLines
        try await OrderedBlocks.run(
            blockLength: Self.blockLength,
            workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            next: { () throws(CommandError) in
                while let line = try reader.next() {
                    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                    if done > 0 {
                        done -= 1
                        continue
                    }
                    return line
                }
                return nil
            },
            work: { processor.result(for: $0) },
            write: { result in
                failures += result.isFailure ? 1 : 0
                try sink.write(result.line)
                // A long run is better stopped early than done again.
                if !quiet, !strict { watch.tellEarly() }
            })
        try sink.finish()
        if failures > 0 {
            if !quiet { StandardError.write(line: "periplus: \(failures) lines could not be used") }
            if strict { throw CommandError(.badData, "\(failures) lines could not be used") }
        }
        try watch.finish(strict: strict, quiet: quiet)
    }
}
