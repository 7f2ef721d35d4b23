internal import ArgumentParser
internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Periplus
internal import Routing

/// `periplus distance`: how far it is between places, by geodesic, sea, land or air.
struct DistanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Measure between places: a chain, a matrix, or pairs from a file.")

    @Argument(help: ArgumentHelp("Places, in order.", valueName: "place"))
    var places: [String] = []

    @Flag(help: "All against all, as a table.")
    var matrix = false

    @Option(help: ArgumentHelp("geodesic, sea, land or air.", valueName: "mode"))
    var mode: DistanceMode = .geodesic

    @Option(
        help: ArgumentHelp(
            "Measure pairs, \"lat,lon<TAB>lat,lon\" a line, to JSON lines.", valueName: "file"))
    var pairs: String?

    @Flag(help: "As JSON.")
    var json = false

    @Flag(
        help:
            "Exit with 65 when a line of --pairs could not be measured, with 69 when a router did not answer."
    )
    var strict = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    @OptionGroup var data: DataOptions

    @OptionGroup var router: RouterOptions

    func validate() throws {
        if pairs == nil, places.count < 2 {
            throw ValidationError("give two places or more, or --pairs FILE")
        }
        if pairs != nil, !places.isEmpty {
            throw ValidationError("give places or --pairs FILE, not both")
        }
        if router.router != nil, mode != .land {
            throw ValidationError("--router is for --mode land")
        }
    }

    func run() async throws {
        let watch = try router.watch()
        if let pairs {
            let measurer = try Engine.measurer(mode, router: watch.engine)
            let failures = try await PairsRun(measurer: measurer, path: pairs).run()
            if failures > 0 {
                if !quiet {
                    StandardError.write(line: "periplus: \(failures) pairs could not be measured")
                }
                if strict {
                    throw CommandError(.badData, "\(failures) pairs could not be measured")
                }
            }
            try watch.finish(strict: strict, quiet: quiet)
            return
        }
        let found = try Engine.find(
            places, preferring: mode == .sea ? [.port] : [], options: data, quiet: quiet)
        let measurer = try Engine.measurer(mode, router: watch.engine)
        let report = DistanceReport(places: found, measurer: measurer)
        switch (matrix, json) {
        case (true, true): try StandardOutput.write(bytes: try await report.matrixJSON())
        case (true, false): try StandardOutput.write(try await report.matrixTable())
        case (false, true): try StandardOutput.write(try report.chainJSON())
        case (false, false): try StandardOutput.write(try report.chainTable())
        }
        try watch.finish(strict: strict, quiet: quiet)
    }
}

/// What a distance is measured along.
enum DistanceMode: String, ExpressibleByArgument, CaseIterable, Sendable {
    case geodesic, sea, land, air
}
