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
            "A file to write, its format by its extension; - is standard output; may be repeated.",
            discussion: OutputFormat.allCases.map { ".\($0.fileExtension): \($0.name)" }
                .joined(separator: "; "), valueName: "out"))
    var output: [String] = []

    @Option(help: ArgumentHelp("The format of -o, whatever its extension.", valueName: "format"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            "A server of map tiles for HTML pages, which then need a network for them.",
            discussion:
                "An address with {z}, {x} and {y}: https://tiles.example.org/{z}/{x}/{y}.png",
            valueName: "url"))
    var tiles: String?

    @Option(
        help: ArgumentHelp("Whom the page names as maker of the tiles.", valueName: "words"))
    var tilesCredit: String?

    @Flag(help: "As JSON on standard output.")
    var json = false

    @OptionGroup var sureness: BarOption

    @OptionGroup var router: RouterOptions

    @Flag(
        help:
            "Exit with 69 when a router did not answer, with 65 when a file in a folder or archive could not be read."
    )
    var strict = false

    func run() throws {
        // The outputs are looked at first, so that a typing error costs no time.
        let targets = try targets()
        let tiles = try tileSource(for: targets)
        let watch = try router.watch()
        let read = try inputs.read(bar: sureness.bar, by: watch)
        let atlas = read.atlas
        for target in targets {
            try Output.write(atlas, over: read.gazetteer, to: target, tiles: tiles)
        }
        if json {
            try Output.writeJSON(read.maps)
        } else if targets.isEmpty {
            try StandardOutput.write(TerminalSummary(atlas, style: Terminal.style).text)
        } else if !inputs.common.quiet {
            for target in targets where target.path != "-" {
                for file in Output.files(of: target) { StandardError.write(line: "wrote \(file)") }
            }
        }
        try read.finish(strict: strict)
        try watch.finish(strict: strict, quiet: inputs.common.quiet)
    }

    private func tileSource(for targets: [Output.Target]) throws(CommandError) -> TileSource? {
        guard let tiles else { return nil }
        guard let source = TileSource(address: tiles, credit: tilesCredit) else {
            throw CommandError(
                .usage,
                "--tiles takes an address with {z}, {x} and {y} as in https://tiles.example.org/{z}/{x}/{y}.png, "
                    + "not \"\(tiles)\"")
        }
        guard targets.contains(where: { $0.format == .html }) else {
            throw CommandError(.usage, "--tiles is for HTML pages: name one with -o")
        }
        return source
    }

    private func targets() throws(CommandError) -> [Output.Target] {
        if format != nil, output.isEmpty {
            throw CommandError(
                .usage, "--format is for -o: name a file with it, or - for standard output")
        }
        if json, output.contains("-") {
            throw CommandError(.usage, "standard output takes either --json or -o -")
        }
        var targets: [Output.Target] = []
        for path in output {
            targets.append(try Output.Target(path: path, format: format))
        }
        return targets
    }
}
