internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Periplus

/// `periplus map`: the routes of documents, as files a map tool opens or as a summary to read.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Map what documents say: places, routes, distances, checked claims.")

    @OptionGroup var inputs: Inputs

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A file to write, its format by its extension; may be repeated.", valueName: "out"))
    var output: [String] = []

    @Option(help: ArgumentHelp("The format of -o, whatever its extension.", valueName: "format"))
    var format: String?

    @Flag(help: "As JSON on standard output.")
    var json = false

    func run() throws {
        // The outputs are looked at first, so that a typing error costs no time.
        let targets = try targets()
        let read = try inputs.read()
        let atlas = read.atlas
        for target in targets {
            try Output.write(atlas, over: read.gazetteer, to: target)
        }
        if json {
            try Output.writeJSON(read.maps)
        } else if targets.isEmpty {
            try StandardOutput.write(TerminalSummary(atlas, style: Terminal.style).text)
        } else if !inputs.common.quiet {
            for target in targets { StandardError.write(line: "wrote \(target.path)") }
        }
        try read.finish()
    }

    private func targets() throws(CommandError) -> [Output.Target] {
        var targets: [Output.Target] = []
        for path in output {
            targets.append(try Output.Target(path: path, format: format))
        }
        return targets
    }
}
